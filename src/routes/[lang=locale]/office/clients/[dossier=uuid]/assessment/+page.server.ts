import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { findPending } from '#server/app/pending.ts';
import { assessmentLines, assessmentOf } from '#server/app/views/assessment.ts';
import { contextLines, contextsOf } from '#server/app/views/context.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import type { Actions, PageServerLoad } from './$types';

/** The assessment as far as it has come. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'assessment');
	const state = await formState(event);
	const waiting = state.mending
		? await findPending(file.world, file.practice, file.session.account, state.mending)
		: undefined;
	const bodies = await file.bodies([...assessmentLines(file.facts), ...contextLines(file.facts)]);
	return {
		...assessmentOf(file.facts, bodies),
		contexts: contextsOf(file.facts, bodies),
		instruments: Object.values(file.facts.practice.instruments.instruments)
			.filter((i) => i.decision === 'allowed')
			.map(({ id, name, factors }) => ({ id, name, factors })),
		zone: homeZone(file.facts),
		/** An answer leads back to the decision that waits for it; to anything else, only the decision does. */
		stay: waiting?.form !== 'finalise',
		state,
	};
};

export const actions: Actions = {
	context: attempt('context.assess', { journal: thisDossier }),
	talk: attempt('safetyTalk.record', { journal: thisDossier }),
	answer: attempt('suitability.answer', { journal: thisDossier }),
	finalise: attempt('suitability.finalise', {
		journal: thisDossier,
		input: (typed) => ({ ...typed, reasons: typed.reasons ?? '' }),
	}),
	review: attempt('suitability.review', { journal: thisDossier }),
};
