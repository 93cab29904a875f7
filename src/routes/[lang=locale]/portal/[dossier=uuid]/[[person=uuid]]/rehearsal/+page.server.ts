import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import type { Actions, PageServerLoad } from './$types';

/** Try one's device, say how it went, or ask to be called. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'rehearsal');
	return {
		frame: frameOf(open),
		waiting: Object.keys(open.own.access.help).length > 0,
		state: await formState(event),
	};
};

export const actions = {
	tried: attempt('rehearsal.record', {
		journal: thisDossier,
		input: (typed) => ({ ...typed, channel: 'video' }),
	}),
	callMe: attempt('help.ask', { journal: thisDossier }),
} satisfies Actions;
