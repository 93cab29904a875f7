import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { emergenciesOf } from '#server/app/views/web-search.ts';
import type { Actions, PageServerLoad } from './$types';

/** The emergency searches of the practice, for whoever answers for privacy there. */
export const load: PageServerLoad = async (event) => {
	const { facts, roles } = await openPractice(event, 'practice.searches', ['owner', 'privacyOfficer']);
	return {
		searches: emergenciesOf(facts),
		maySee: roles.includes('privacyOfficer'),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	see: attempt('emergencySearch.see', { journal: thisPractice }),
};
