import type { RequestEvent } from '@sveltejs/kit';
import {
	clearSessionCookie,
	dropCookie,
	jarOf,
	lookAtSession,
	noteAccount,
	type Session,
} from '#server/capabilities/accounts/index.ts';
import type { App } from './world.ts';

/** Who stands at the door of a request. */
interface AtDoor {
	readonly session: Session | undefined;
	/** This browser showed a secret that was taken from it: what it may still hold is cleared. */
	readonly cleared: boolean;
}

/** Where records are read or written: the second factor and a locked screen are asked for before any of it. */
const records = /^\/((fr|en)\/(office|portal|room)(\/|$)|api\/)/;
const told = new Set<string>();

/** Who is signed in; what is refused here is noted for its owner, once. */
export async function atTheDoor(event: RequestEvent, app: App, practice: string): Promise<AtDoor> {
	const jar = jarOf(event);
	const { session, half, ended } = await lookAtSession(app.world, practice, jar);
	if (ended) {
		clearSessionCookie(jar);
		if (ended === 'sessionRevoked') dropCookie(jar, 'device');
	}
	const asked = records.test(event.url.pathname);
	if (half && asked) await noteOnce(app, practice, half, 'secondFactorMissing');
	if (session && asked && isUnlocked(session)) await noteOnce(app, practice, session, 'deviceUnlocked');
	return { session, cleared: ended !== undefined };
}

async function noteOnce(app: App, practice: string, session: Session, why: 'secondFactorMissing' | 'deviceUnlocked') {
	const key = `${session.id} ${why}`;
	if (told.has(key)) return;
	if (told.size > 10_000) told.clear();
	told.add(key);
	const what = why === 'deviceUnlocked' ? 'refused account.device' : 'refused account.session';
	await noteAccount(app.world, practice, { what, account: session.account, why });
}

/** Somebody who works here, on a device of which they said that its screen does not lock. */
const isUnlocked = ({ kind, device }: Session): boolean => kind === 'member' && device?.locked === false;

/** Where a device without a screen lock is sent instead of a record: to what to do about it (nb-6-l). */
export function insteadOf({ url, locals }: RequestEvent, session: Session | undefined): Response | undefined {
	if (!session || !isUnlocked(session) || !records.test(url.pathname)) return undefined;
	if (url.pathname.startsWith('/api/')) return new Response(null, { status: 403 });
	const headers = { location: `/${locals.lang}/account/devices?locked=no`, 'cache-control': 'no-store' };
	return new Response(null, { status: 303, headers });
}

const channelOf = (practice: string, session: string): string => `session:${practice}:${session}`;

/** These sessions are over: whoever listens under one of them hears nothing more, in whichever process. */
export async function tellEnded({ live }: Pick<App, 'live'>, practice: string, ids: readonly string[]): Promise<void> {
	for (const id of ids) await live.publish(channelOf(practice, id), { name: 'ended', data: {} });
}

/** Shut a stream when the session it was opened under ends; answers how to stop listening. */
export const whenEnded = ({ live }: Pick<App, 'live'>, practice: string, { id }: Session, shut: () => void) =>
	live.subscribe(channelOf(practice, id), undefined, shut);
