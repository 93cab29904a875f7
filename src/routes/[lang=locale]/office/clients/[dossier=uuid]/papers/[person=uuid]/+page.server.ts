import { error } from '@sveltejs/kit';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { consentCopy, handedTexts, packageLine } from '#server/app/views/papers.ts';
import { languagesHeld, renderedIn } from '#server/app/views/translations.ts';
import type { PageServerLoad } from './$types';

/** One person's package as it was handed, or the copy of their consent: to be printed. */
export const load: PageServerLoad = async (event) => {
	const open = await openFile(event, 'papers.print');
	const { facts, bodies } = open;
	const { person } = event.params;
	const who = facts.dossier.joint.dossier.persons[person];
	const line = packageLine(facts, person);
	const words = await bodies([line, facts.dossier.of(person).consent.given?.evidence.seq]);
	const texts = handedTexts(words, line);
	if (!who || !texts) error(404);
	const sentAt = Object.values(facts.dossier.of(person).consent.sent)[0]?.evidence.at ?? 0;
	const copy = event.url.searchParams.has('copy')
		? consentCopy(facts, person, { bodies: words, lang: texts.language })
		: undefined;
	const { consent } = facts.dossier.of(person);
	const language = event.url.searchParams.get('in');
	const rendered = await Promise.all(
		texts.documents.map(async ({ key }) => [key, await renderedIn(open, consent, { key, language })] as const),
	);
	return {
		...texts,
		languages: languagesHeld(facts, consent),
		rendered: Object.fromEntries(rendered.flatMap(([key, found]) => (found ? [[key, found]] : []))),
		name: who.name,
		sentAt,
		...(copy && { copy }),
		practitioner: facts.practitioner.practitioner.profile?.name ?? '',
		phone: facts.practitioner.practitioner.profile?.phone ?? '',
		zone: homeZone(facts),
	};
};
