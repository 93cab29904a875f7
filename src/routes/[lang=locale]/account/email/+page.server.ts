import { redirect } from '@sveltejs/kit';
import {
	confirmEmailChange,
	jarOf,
	readCookie,
	requestEmailChange,
	requireFresh,
	writeCookie,
} from '#server/capabilities/accounts/index.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { notYet, text, visitorOf } from '../../sign-in/door.server.ts';
import type { DoorAnswer } from '../../sign-in/door.ts';
import { me } from '../me.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A fresh factor first, so that nobody types an address for nothing. */
export const load: PageServerLoad = (event) => {
	const { session } = me(event);
	const { lang, app } = event.locals;
	if (requireFresh(session, app.world.now()))
		redirect(303, `/${lang}/account/confirm?back=${encodeURIComponent(event.url.pathname)}`);
};

export const actions: Actions = {
	ask: async (event) => {
		const { session, practice } = me(event);
		const email = text(await event.request.formData(), 'email');
		const given = { session, email, from: visitorOf(event) };
		const asked = await requestEmailChange(event.locals.app.world, practice, given);
		if (isRefusal(asked)) return notYet(event, 'ask', asked, { email });
		writeCookie(jarOf(event), 'code', asked.id);
		return { form: 'code', sentTo: email } satisfies DoorAnswer;
	},
	code: async (event) => {
		const { session, practice } = me(event);
		const form = await event.request.formData();
		const given = { session, id: readCookie(jarOf(event), 'code'), code: text(form, 'code'), from: visitorOf(event) };
		const refusal = await confirmEmailChange(event.locals.app.world, practice, given);
		if (refusal) return notYet(event, 'code', refusal, { email: text(form, 'email') });
		return { form: 'done', done: 'email' } satisfies DoorAnswer;
	},
};
