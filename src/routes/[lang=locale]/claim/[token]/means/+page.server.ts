import { redirect } from '@sveltejs/kit';
import {
	claimWithCode,
	claimWithPasskey,
	claimWithSession,
	jarOf,
	readCookie,
	requestClaimCode,
	siteOf,
	viewClaim,
	writeCookie,
} from '#server/capabilities/accounts/index.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { notYet, passkeyIn, practiceOf, text } from '../../../sign-in/door.server.ts';
import type { DoorAnswer } from '../../../sign-in/door.ts';
import { claimingOf, finish } from '../../claiming.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The ways to claim, for a browser that gave the second secret; any other gives it first. */
export const load: PageServerLoad = async (event) => {
	const { lang, session, app } = event.locals;
	const view = await viewClaim(app.world, practiceOf(event), claimingOf(event));
	if (!view) redirect(303, `/${lang}/claim/${event.params.token}`);
	return { ...view, signedIn: session?.name };
};

export const actions: Actions = {
	ask: async (event) => {
		const form = await event.request.formData();
		const values = { email: text(form, 'email'), name: text(form, 'name') };
		const asked = await requestClaimCode(event.locals.app.world, practiceOf(event), {
			...claimingOf(event),
			email: values.email,
		});
		if (isRefusal(asked)) return notYet(event, 'ask', asked, values);
		writeCookie(jarOf(event), 'code', asked.id);
		return { form: 'code', sentTo: values.email, values } satisfies DoorAnswer;
	},
	code: async (event) => {
		const form = await event.request.formData();
		const values = { email: text(form, 'email'), name: text(form, 'name') };
		const given = { id: readCookie(jarOf(event), 'code'), code: text(form, 'code'), name: values.name };
		const claimed = await claimWithCode(event.locals.app.world, practiceOf(event), { ...claimingOf(event), ...given });
		return isRefusal(claimed) ? notYet(event, 'code', claimed, values) : finish(event, claimed);
	},
	passkey: async (event) => {
		const form = await event.request.formData();
		const name = text(form, 'name');
		const given = { site: siteOf(event.url), response: passkeyIn(form), name };
		const claimed = await claimWithPasskey(event.locals.app.world, practiceOf(event), {
			...claimingOf(event),
			...given,
		});
		return isRefusal(claimed) ? notYet(event, 'passkey', claimed, { name }) : finish(event, claimed);
	},
	session: async (event) => {
		const { session, app, lang } = event.locals;
		if (!session) redirect(303, `/${lang}/sign-in`);
		const claimed = await claimWithSession(app.world, practiceOf(event), { ...claimingOf(event), session });
		return isRefusal(claimed) ? notYet(event, 'session', claimed) : finish(event, claimed);
	},
};
