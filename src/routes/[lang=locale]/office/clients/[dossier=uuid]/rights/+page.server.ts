import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { askedOf } from '#server/app/views/record.ts';
import { askKinds, correctionAnswers, correctionKinds } from '#server/capabilities/record/facts.ts';
import { present } from '#server/kernel/dossier.ts';
import type { Actions, PageServerLoad } from './$types';

/**
 * What the people of this file asked of it. It opens under the name of the timeline: each of them reads who opened the
 * file, and nobody may learn from it that another one asked.
 */
export const load: PageServerLoad = async (event) => {
	const open = await openFile(event, 'timeline');
	return {
		...(await askedOf(open, event.locals.lang)),
		persons: present(open.facts.dossier.joint.dossier).map(({ id, name }) => ({ id, name })),
		kinds: askKinds,
		corrects: correctionKinds,
		answers: correctionAnswers,
		today: open.today,
		state: await formState(event),
	};
};

export const actions: Actions = {
	ask: attempt('access.request', { journal: thisDossier }),
	correct: attempt('correction.ask', { journal: thisDossier }),
	answer: attempt('correction.answer', { journal: thisDossier }),
};
