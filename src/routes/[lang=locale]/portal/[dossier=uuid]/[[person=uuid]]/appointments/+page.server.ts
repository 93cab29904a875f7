import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { offeredTo } from '#server/app/views/offers.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { waitShown } from '#server/app/views/wait.ts';
import { JOINT } from '#server/kernel/journal.ts';
import type { Actions, PageServerLoad } from './$types';

/** The moments one may choose from, in person or otherwise; and what is agreed already. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'appointments');
	const wait = open.parts.includes(JOINT) ? await waitShown(open) : undefined;
	return { frame: frameOf(open), ...offeredTo(open), ...(wait && { wait }), state: await formState(event) };
};

export const actions = {
	take: attempt('slot.take', { journal: thisDossier }),
	decline: attempt('slots.decline', { journal: thisDossier }),
	leave: attempt('waiting.leave', { journal: thisDossier, input: () => ({}) }),
} satisfies Actions;
