import { redirect } from '@sveltejs/kit';
import QRCode from 'qrcode';
import { accountZone } from '#server/app/views/home-zone.ts';
import {
	addPasskey,
	beginTotp,
	factorsOf,
	finishTotp,
	jarOf,
	listPasskeys,
	newRecoveryCodes,
	pendingTotp,
	removePasskey,
	removePassword,
	requireFresh,
	type Session,
	type SetUp,
	setPassword,
	setSessionCookie,
	siteOf,
} from '#server/capabilities/accounts/index.ts';
import { isRefusal, type Refusal } from '#server/kernel/refusal.ts';
import {
	halfSession,
	homeOf,
	notYet,
	passkeyIn,
	practiceOf,
	text,
	visitorOf,
	wayBack,
} from '../../sign-in/door.server.ts';
import type { DoorAnswer } from '../../sign-in/door.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Whoever is signed in; or somebody who arrives, and has no factor yet. */
async function here(event: RequestEvent): Promise<{ readonly session: Session; readonly practice: string }> {
	const session = event.locals.session ?? (await halfSession(event));
	if (!session) redirect(303, `/${event.locals.lang}/sign-in?back=${encodeURIComponent(event.url.pathname)}`);
	return { session, practice: practiceOf(event) };
}

export const load: PageServerLoad = async (event) => {
	const { session, practice } = await here(event);
	const { world } = event.locals.app;
	const { lang } = event.locals;
	const isWhole = session.assurance !== 'none';
	if (isWhole && requireFresh(session, world.now()))
		redirect(303, `/${lang}/account/confirm?back=${encodeURIComponent(event.url.pathname)}`);
	const [factors, passkeys, pending] = await Promise.all([
		factorsOf(world, practice, session.account),
		listPasskeys(world, practice, session.account),
		pendingTotp(world, practice, session),
	]);
	// A half session of somebody who has a factor shows it first.
	if (!isWhole && (factors.totp || factors.passkeys > 0 || session.began === 'code'))
		redirect(303, `/${lang}/sign-in/second`);
	const app = pending && { key: pending.key, qr: await QRCode.toString(pending.uri, { type: 'svg', margin: 2 }) };
	return {
		factors,
		passkeys,
		app,
		zone: await accountZone(world, practice, session),
		isMember: session.kind === 'member',
		next: wayBack(event.url, homeOf(lang, session.kind)),
	};
};

/** A factor was set up: the session's new secret, and the codes that are shown once. */
function setUp(event: RequestEvent, form: string, { opened, recoveryCodes }: SetUp): DoorAnswer {
	setSessionCookie(jarOf(event), opened);
	event.locals.session = opened.session; // the page that answers is already theirs
	return { form, done: form, recoveryCodes };
}
const answer = (event: RequestEvent, form: string, refusal: Refusal | undefined) =>
	refusal ? notYet(event, form, refusal) : ({ form, done: form } satisfies DoorAnswer);

export const actions: Actions = {
	passkey: async (event) => {
		const { session, practice } = await here(event);
		const response = passkeyIn(await event.request.formData());
		const given = { session, site: siteOf(event.url), response, from: visitorOf(event) };
		const outcome = await addPasskey(event.locals.app.world, practice, given);
		return isRefusal(outcome) ? notYet(event, 'passkey', outcome) : setUp(event, 'passkey', outcome);
	},
	removePasskey: async (event) => {
		const { session, practice } = await here(event);
		const id = text(await event.request.formData(), 'id');
		return answer(event, 'removePasskey', await removePasskey(event.locals.app.world, practice, { session, id }));
	},
	password: async (event) => {
		const { session, practice } = await here(event);
		const password = text(await event.request.formData(), 'password');
		return answer(event, 'password', await setPassword(event.locals.app.world, practice, { session, password }));
	},
	removePassword: async (event) => {
		const { session, practice } = await here(event);
		return answer(event, 'removePassword', await removePassword(event.locals.app.world, practice, session));
	},
	beginApp: async (event) => {
		const { session, practice } = await here(event);
		const begun = await beginTotp(event.locals.app.world, practice, session);
		return isRefusal(begun) ? notYet(event, 'beginApp', begun) : ({ form: 'beginApp' } satisfies DoorAnswer);
	},
	finishApp: async (event) => {
		const { session, practice } = await here(event);
		const given = { session, code: text(await event.request.formData(), 'code'), from: visitorOf(event) };
		const outcome = await finishTotp(event.locals.app.world, practice, given);
		return isRefusal(outcome) ? notYet(event, 'finishApp', outcome) : setUp(event, 'finishApp', outcome);
	},
	recovery: async (event) => {
		const { session, practice } = await here(event);
		const recoveryCodes = await newRecoveryCodes(event.locals.app.world, practice, session);
		if (isRefusal(recoveryCodes)) return notYet(event, 'recovery', recoveryCodes);
		return { form: 'recovery', done: 'recovery', recoveryCodes } satisfies DoorAnswer;
	},
};
