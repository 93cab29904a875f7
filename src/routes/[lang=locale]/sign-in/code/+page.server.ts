import { jarOf, readCookie, signInWithCode } from '#server/capabilities/accounts/index.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { enter, notYet, practiceOf, text, visitorOf } from '../door.server.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const code = text(await event.request.formData(), 'code');
		// The code opens only in the browser that asked for it.
		const given = { id: readCookie(jarOf(event), 'code'), code, from: visitorOf(event) };
		const opened = await signInWithCode(event.locals.app.world, practiceOf(event), given);
		return isRefusal(opened) ? notYet(event, 'code', opened) : enter(event, opened);
	},
};
