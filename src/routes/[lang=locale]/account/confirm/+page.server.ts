import {
	confirmCode,
	confirmPasskey,
	confirmRecoveryCode,
	confirmTotp,
	factorsOf,
	jarOf,
	readCookie,
	requestConfirmCode,
	siteOf,
	writeCookie,
} from '#server/capabilities/accounts/index.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { enter, notYet, passkeyIn, text, visitorOf } from '../../sign-in/door.server.ts';
import type { DoorAnswer } from '../../sign-in/door.ts';
import { me } from '../me.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { session, practice } = me(event);
	const factors = await factorsOf(event.locals.app.world, practice, session.account);
	return { factors, byCode: session.kind === 'client' };
};

type Confirm = typeof confirmTotp;
const byCode = (form: string, confirm: Confirm) => async (event: RequestEvent) => {
	const { session, practice } = me(event);
	const shown = { session, code: text(await event.request.formData(), 'code'), from: visitorOf(event) };
	const opened = await confirm(event.locals.app.world, practice, shown);
	return isRefusal(opened) ? notYet(event, form, opened) : enter(event, opened);
};

export const actions: Actions = {
	app: byCode('app', confirmTotp),
	recovery: byCode('recovery', confirmRecoveryCode),
	passkey: async (event) => {
		const { session, practice } = me(event);
		const response = passkeyIn(await event.request.formData());
		const shown = { session, site: siteOf(event.url), response, from: visitorOf(event) };
		const opened = await confirmPasskey(event.locals.app.world, practice, shown);
		return isRefusal(opened) ? notYet(event, 'passkey', opened) : enter(event, opened);
	},
	ask: async (event) => {
		const { session, practice } = me(event);
		const asked = await requestConfirmCode(event.locals.app.world, practice, { session, from: visitorOf(event) });
		if (isRefusal(asked)) return notYet(event, 'ask', asked);
		writeCookie(jarOf(event), 'code', asked.id);
		return { form: 'code' } satisfies DoorAnswer;
	},
	code: async (event) => {
		const { session, practice } = me(event);
		const form = await event.request.formData();
		const shown = { session, id: readCookie(jarOf(event), 'code'), code: text(form, 'code'), from: visitorOf(event) };
		const opened = await confirmCode(event.locals.app.world, practice, shown);
		return isRefusal(opened) ? notYet(event, 'code', opened) : enter(event, opened);
	},
};
