import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { findPending } from '#server/app/pending.ts';
import { assessmentLines, assessmentOf } from '#server/app/views/assessment.ts';
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
	return {
		...assessmentOf(file.facts, await file.bodies(assessmentLines(file.facts))),
		zone: homeZone(file.facts),
		/** An answer leads back to the decision that waits for it; to anything else, only the decision does. */
		stay: waiting?.form !== 'finalise',
		state,
	};
};

export const actions: Actions = {
	answer: attempt('suitability.answer', { journal: thisDossier }),
	finalise: attempt('suitability.finalise', {
		journal: thisDossier,
		input: (typed) => ({ ...typed, reasons: typed.reasons ?? '' }),
	}),
	review: attempt('suitability.review', { journal: thisDossier }),
};
