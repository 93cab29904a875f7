import { redirect } from '@sveltejs/kit';
import {
	confirmPasskey,
	confirmRecoveryCode,
	confirmTotp,
	factorsOf,
	type Session,
	siteOf,
} from '#server/capabilities/accounts/index.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import {
	enter,
	halfSession,
	isStrong,
	keepBack,
	notYet,
	passkeyIn,
	practiceOf,
	text,
	visitorOf,
} from '../door.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function half(event: RequestEvent): Promise<Session> {
	const session = await halfSession(event);
	if (!session) redirect(303, `/${event.locals.lang}/sign-in${keepBack(event.url)}`);
	return session;
}

/** Which second steps this person has. */
export const load: PageServerLoad = async (event) => {
	const session = await half(event);
	const factors = await factorsOf(event.locals.app.world, practiceOf(event), session.account);
	if (!isStrong(factors) && session.began !== 'code')
		redirect(303, `/${event.locals.lang}/account/factors${keepBack(event.url)}`);
	return { factors };
};

export const actions: Actions = {
	app: async (event) => {
		const session = await half(event);
		const shown = { session, code: text(await event.request.formData(), 'code'), from: visitorOf(event) };
		const opened = await confirmTotp(event.locals.app.world, practiceOf(event), shown);
		return isRefusal(opened) ? notYet(event, 'app', opened) : enter(event, opened);
	},
	recovery: async (event) => {
		const session = await half(event);
		const shown = { session, code: text(await event.request.formData(), 'code'), from: visitorOf(event) };
		const opened = await confirmRecoveryCode(event.locals.app.world, practiceOf(event), shown);
		return isRefusal(opened) ? notYet(event, 'recovery', opened) : enter(event, opened);
	},
	passkey: async (event) => {
		const session = await half(event);
		const response = passkeyIn(await event.request.formData());
		const shown = { session, site: siteOf(event.url), response, from: visitorOf(event) };
		const opened = await confirmPasskey(event.locals.app.world, practiceOf(event), shown);
		return isRefusal(opened) ? notYet(event, 'passkey', opened) : enter(event, opened);
	},
};
