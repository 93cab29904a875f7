import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { offeredTo } from '#server/app/views/offers.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import type { Actions, PageServerLoad } from './$types';

/** The moments one may choose from, in person or otherwise; and what is agreed already. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'appointments');
	return { frame: frameOf(open), ...offeredTo(open), state: await formState(event) };
};

export const actions = {
	take: attempt('slot.take', { journal: thisDossier }),
} satisfies Actions;
