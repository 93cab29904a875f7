import { error } from '@sveltejs/kit';
import { languageOf } from '#server/app/language.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { linesAt, toldOf, waitLines } from '#server/app/views/wait.ts';
import type { PageServerLoad } from './$types';

/** What whoever waits is told, on a sheet to print: for those who have no e-mail and no space. */
export const load: PageServerLoad = async (event) => {
	const { facts, bodies, today } = await openFile(event, 'waiting.letter');
	const who = facts.dossier.joint.dossier.persons[event.params.person];
	const told = toldOf(facts, await bodies(waitLines(facts)));
	if (!who || !told) error(404);
	const language = languageOf(facts, who.id);
	const { profile } = facts.practitioner.practitioner;
	const { since, about, meanwhile } = told;
	return {
		name: who.name,
		language,
		since,
		about,
		meanwhile,
		lines: linesAt(facts.dossier.joint.place.home?.territory, today, language),
		practitioner: profile?.name ?? '',
		practice: facts.practice.practice.profile?.name ?? '',
		phone: profile?.phone ?? '',
	};
};
