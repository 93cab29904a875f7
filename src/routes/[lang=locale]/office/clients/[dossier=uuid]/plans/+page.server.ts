import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { planLines, plansOf } from '#server/app/views/plans.ts';
import type { Actions, PageServerLoad } from './$types';

/** Each person's plan for hard times, and for a line that drops. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'plans');
	const view = plansOf(file.facts, await file.bodies(planLines(file.facts)), {
		day: file.today,
		lang: event.locals.lang,
	});
	return { ...view, zone: homeZone(file.facts), state: await formState(event) };
};

export const actions: Actions = {
	deliver: attempt('plan.deliver', { journal: thisDossier }),
	give: attempt('plan.give', { journal: thisDossier, input: (typed) => ({ details: {}, ...typed }) }),
};
