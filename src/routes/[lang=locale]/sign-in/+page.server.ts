import { redirect } from '@sveltejs/kit';
import { tellEnded } from '#server/app/door.ts';
import {
	clearSessionCookie,
	jarOf,
	requestSignInCode,
	signInWithPasskey,
	signInWithPassword,
	signOut,
	siteOf,
	writeCookie,
} from '#server/capabilities/accounts/index.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import type { Actions, PageServerLoad } from './$types';
import {
	enter,
	halfSession,
	homeOf,
	keepBack,
	notYet,
	passkeyIn,
	practiceOf,
	text,
	visitorOf,
	wayBack,
} from './door.server.ts';

/** Whoever is in has nothing to do here. */
export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.session) redirect(303, wayBack(url, homeOf(locals.lang, locals.session.kind)));
};

export const actions: Actions = {
	passkey: async (event) => {
		const response = passkeyIn(await event.request.formData());
		const given = { site: siteOf(event.url), response, from: visitorOf(event) };
		const opened = await signInWithPasskey(event.locals.app.world, practiceOf(event), given);
		return isRefusal(opened) ? notYet(event, 'passkey', opened) : enter(event, opened);
	},
	code: async (event) => {
		const { app, lang } = event.locals;
		const email = text(await event.request.formData(), 'email');
		const asked = await requestSignInCode(app.world, practiceOf(event), {
			email,
			language: lang,
			from: visitorOf(event),
		});
		if (isRefusal(asked)) return notYet(event, 'code', asked, { email });
		writeCookie(jarOf(event), 'code', asked.id);
		redirect(303, `/${lang}/sign-in/code${keepBack(event.url)}`);
	},
	password: async (event) => {
		const form = await event.request.formData();
		const email = text(form, 'email');
		const given = { email, password: text(form, 'password'), from: visitorOf(event) };
		const opened = await signInWithPassword(event.locals.app.world, practiceOf(event), given);
		return isRefusal(opened) ? notYet(event, 'password', opened, { email }) : enter(event, opened);
	},
	out: async (event) => {
		const { app, lang } = event.locals;
		const session = event.locals.session ?? (await halfSession(event));
		if (session) {
			await signOut(app.world, practiceOf(event), session);
			await tellEnded(app, practiceOf(event), [session.id]);
		}
		clearSessionCookie(jarOf(event));
		redirect(303, `/${lang}`);
	},
};
