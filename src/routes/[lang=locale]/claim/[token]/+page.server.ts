import { redirect } from '@sveltejs/kit';
import { askForHelp } from '#server/app/help-by-link.ts';
import { formState } from '#server/app/http.ts';
import {
	jarOf,
	lookAtInvitation,
	openInvitation,
	waitingInvitation,
	writeCookie,
} from '#server/capabilities/accounts/index.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { notYet, practiceOf, text, visitorOf } from '../../sign-in/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link only looks: programs that read mail open links too. */
export const load: PageServerLoad = async (event) => ({
	...(await lookAtInvitation(event.locals.app.world, practiceOf(event), event.params.token)),
	/** Somebody invited to a file may be called; who is invited to work here has colleagues. */
	mayAskHelp:
		(await waitingInvitation(event.locals.app.world, practiceOf(event), event.params.token))?.to === 'dossier',
	helpState: await formState(event),
});

export const actions: Actions = {
	callMe: askForHelp,
	second: async (event) => {
		const { token } = event.params;
		const second = text(await event.request.formData(), 'code');
		const given = { token, second, from: visitorOf(event) };
		const opened = await openInvitation(event.locals.app.world, practiceOf(event), given);
		if (isRefusal(opened)) return notYet(event, 'second', opened);
		writeCookie(jarOf(event), 'ticket', opened.ticket);
		redirect(303, `/${event.locals.lang}/claim/${token}/means`);
	},
};
