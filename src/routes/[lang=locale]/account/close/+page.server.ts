import { redirect } from '@sveltejs/kit';
import { clearSessionCookie, closeAccount, jarOf, requireFresh } from '#server/capabilities/accounts/index.ts';
import { notYet } from '../../sign-in/door.server.ts';
import { me } from '../me.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { session } = me(event);
	const { lang, app } = event.locals;
	if (requireFresh(session, app.world.now()))
		redirect(303, `/${lang}/account/confirm?back=${encodeURIComponent(event.url.pathname)}`);
};

export const actions: Actions = {
	default: async (event) => {
		const { session, practice } = me(event);
		const form = await event.request.formData();
		if (!form.has('sure')) redirect(303, event.url.pathname);
		const refusal = await closeAccount(event.locals.app.world, practice, session);
		if (refusal) return notYet(event, 'close', refusal);
		clearSessionCookie(jarOf(event));
		redirect(303, `/${event.locals.lang}`);
	},
};
