import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { publishAll } from '#server/app/publishing.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { documentState, lackOfFacts, policyWords } from '#server/app/views/policies.ts';
import { dayOf } from '#server/kernel/time.ts';
import { documentKeys } from '#words/clauses/documents.ts';
import type { Actions, PageServerLoad } from './$types';

/** Every document of the practice: what is published, what changed since, what is still to be written. */
export const load: PageServerLoad = async (event) => {
	const { facts, roles } = await openPractice(event, 'policies');
	const { app, lang, practice: row } = event.locals;
	const practice = row?.id ?? '';
	const words = await policyWords(app.world, practice, facts);
	const documents = [];
	for (const key of documentKeys)
		documents.push(await documentState({ world: app.world, practice, facts, words, lang }, key));
	return {
		documents: documents.map(({ changed, ...document }) => ({ ...document, changed: changed.length })),
		lack: lackOfFacts(facts, dayOf(app.world.now())),
		practitioner: roles.includes('practitioner'),
		mayPublish: roles.some((role) => role === 'owner' || role === 'practitioner' || role === 'privacyOfficer'),
		mayRhythm: roles.some((role) => role === 'owner' || role === 'privacyOfficer'),
		months: facts.practice.policies.months,
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	all: publishAll,
	rhythm: attempt('rhythm.set', { journal: thisPractice }),
};
