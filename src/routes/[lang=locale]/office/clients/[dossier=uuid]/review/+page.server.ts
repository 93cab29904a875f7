import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { reviewsOf } from '#server/app/views/revisit.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is to be gone over again with each person, and how it is noted. */
export const load: PageServerLoad = async (event) => {
	const { facts, now } = await openFile(event, 'review');
	return {
		persons: reviewsOf(facts, now, event.url.searchParams.get('about')),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	review: attempt('consent.review', { journal: thisDossier, input: (typed) => ({ points: [], ...typed }) }),
	ask: attempt('review.ask', { journal: thisDossier }),
};
