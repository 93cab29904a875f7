import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { searchesOfAll, searchLines } from '#server/app/views/web-search.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking somebody up on the web: may it be done, what was done, what is still to be noted and told. */
export const load: PageServerLoad = async (event) => {
	const { facts, bodies, now, today } = await openFile(event, 'searches');
	return {
		...searchesOfAll(facts, { bodies: await bodies(searchLines(facts, now)), now }),
		today,
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	run: attempt('search.run', { journal: thisDossier }),
	finish: attempt('search.finish', { journal: thisDossier }),
	record: attempt('search.record', { journal: thisDossier }),
	tell: attempt('search.tell', { journal: thisDossier }),
	defer: attempt('search.defer', { journal: thisDossier }),
	review: attempt('search.review', { journal: thisDossier }),
};
