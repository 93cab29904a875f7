import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { safetyLines, usesOf } from '#server/app/views/safety.ts';
import type { Actions, PageServerLoad } from './$types';

/** Each use of "safety first" in this file, and looking back at it. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'safety');
	const { facts, now, session } = file;
	const bodies = await file.bodies(safetyLines(facts));
	return {
		...usesOf(facts, bodies, { lang: event.locals.lang, now, me: session.account }),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	review: attempt('safety.review', { journal: thisDossier }),
};
