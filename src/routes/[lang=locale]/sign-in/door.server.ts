import { fail, json, type RequestEvent, redirect } from '@sveltejs/kit';
import { sendAsSystem } from '#server/app/http.ts';
import { type CodesBy, codesBy } from '#server/app/terminal.ts';
import {
	type Factors,
	factorsOf,
	halfSessionOf,
	jarOf,
	type Opened,
	readCookie,
	type Session,
	setSessionCookie,
	type Visitor,
} from '#server/capabilities/accounts/index.ts';
import { isRefusal, type Refusal } from '#server/kernel/refusal.ts';
import { accounts } from '#words/accounts.ts';
import { refusalText } from '#words/refusals.ts';
import type { DoorAnswer, NotYetView } from './door.ts';

/** The practice of this address, or the way to the first run. */
export function practiceOf({ locals }: Pick<RequestEvent, 'locals'>): string {
	if (!locals.practice) redirect(303, `/${locals.lang}/setup`);
	return locals.practice.id;
}

/** How a code reaches somebody here, for the pages that send one. */
export const codesHere = ({ locals }: Pick<RequestEvent, 'locals'>): CodesBy =>
	codesBy(locals.app.config, locals.practice?.demo === true);

/** Who is at the screen, as far as a brake on guessing and a list of devices need it. */
export const visitorOf = (event: RequestEvent): Visitor => ({
	address: event.getClientAddress(),
	agent: event.request.headers.get('user-agent') ?? '',
	device: readCookie(jarOf(event), 'device'),
});

/** Somebody whose second factor is missing, if it is them. */
export const halfSession = (event: RequestEvent): Promise<Session | undefined> =>
	halfSessionOf(event.locals.app.world, practiceOf(event), jarOf(event));

/** Where somebody wanted to go, when it is a page of ours; nothing else, whatever the address says. */
export function wayBack(url: URL, fallback: string): string {
	const asked = url.searchParams.get('back') ?? '';
	if (!/^\/(?![/\\])/.test(asked)) return fallback;
	const to = URL.parse(asked, url.origin);
	return to?.origin === url.origin ? `${to.pathname}${to.search}` : fallback;
}

/** The same question mark again, on the next page of the way in. */
export const keepBack = ({ searchParams }: URL): string => {
	const back = searchParams.get('back');
	return back === null ? '' : `?back=${encodeURIComponent(back)}`;
};

/** The first page of somebody who is in. */
export const homeOf = (lang: string, kind: Session['kind']): string =>
	`/${lang}/${kind === 'member' ? 'office' : 'portal'}`;

/** Let somebody in: their cookie, then where they wanted to go; or the second step, or the set-up of one. */
export async function enter(event: RequestEvent, opened: Opened): Promise<never> {
	setSessionCookie(jarOf(event), opened);
	const { lang } = event.locals;
	const { session } = opened;
	if (session.device) await registerDevice(event, session);
	if (session.assurance !== 'none') redirect(303, wayBack(event.url, homeOf(lang, session.kind)));
	const needsSetUp =
		session.began !== 'code' && !isStrong(await factorsOf(event.locals.app.world, practiceOf(event), session.account));
	redirect(303, `/${lang}/${needsSetUp ? 'account/factors' : 'sign-in/second'}${keepBack(event.url)}`);
}

/** A practitioner's new device goes on the register of their own practice life. */
async function registerDevice(event: RequestEvent, { account, roles, device }: Session): Promise<void> {
	if (!device || !roles.includes('practitioner')) return;
	const journal = { kind: 'practitioner', id: account } as const;
	await sendAsSystem(event, {
		id: event.locals.app.world.newId(),
		act: 'device.add',
		journal,
		input: { id: device.id },
	});
}

/** Is there a second factor to show? */
export const isStrong = ({ totp, passkeys }: Factors): boolean => totp || passkeys > 0;

/** Say « not yet » on the page of a form; or lead where a fresh factor, or signing in, is asked for. */
export function notYet(
	event: RequestEvent,
	form: string,
	refusal: Refusal,
	values: Readonly<Record<string, string>> = {},
) {
	const { lang } = event.locals;
	const here = encodeURIComponent(`${event.url.pathname}${keepBack(event.url)}`);
	if (refusal.code === 'account.confirmAgain') redirect(303, `/${lang}/account/confirm?back=${here}`);
	if (refusal.code === 'account.signInAgain') redirect(303, `/${lang}/sign-in?back=${here}`);
	return fail('until' in refusal ? 429 : 422, { form, notYet: viewOf(event, refusal), values } satisfies DoorAnswer);
}

/** A refusal in the words of the page, with when to try again. */
function viewOf(
	{ locals }: RequestEvent,
	refusal: Refusal & { readonly until?: number; readonly left?: number },
): NotYetView {
	const { title, why } = refusalText(locals.lang, refusal.code);
	const words = accounts(locals.lang);
	if (refusal.until !== undefined)
		return { title, why: words.tryAgainIn({ seconds: (refusal.until - locals.app.world.now()) / 1000 }) };
	return { title, why: refusal.left ? `${why} ${words.secondsLeft({ left: refusal.left })}` : why };
}

/** What a script of ours asked for, as JSON; a refusal in words it can show. */
export const answerScript = (event: RequestEvent, answer: object | Refusal): Response =>
	isRefusal(answer) ? json({ notYet: viewOf(event, answer) }, { status: 'until' in answer ? 429 : 422 }) : json(answer);

/** A field of a form as text, however it was sent. */
export const text = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
};

/** What a browser's passkey answered, posted in a hidden field. */
export function passkeyIn(form: FormData): unknown {
	try {
		return JSON.parse(text(form, 'response'));
	} catch {
		return undefined;
	}
}
