import { within } from '#server/capabilities/accounts/place.ts';
import { isOpen, type Session } from '#server/capabilities/accounts/sessions.ts';
import { MINUTE } from '#server/kernel/time.ts';
import { whenEnded } from '../door.ts';
import type { App } from '../world.ts';
import { type Caseload, openCaseload } from './caseload.ts';

/** How long an unlocked caseload stays in memory while nobody looks for anything in it. */
export const UNUSED = 15 * MINUTE;
/** Caseloads unlocked at once in one process: the one used longest ago makes room. */
const MOST = 24;

interface Held {
	readonly caseload: Caseload;
	usedAt: number;
	readonly drop: () => void;
}
/** By session: what is unlocked in one browser ends with it. Another process unlocks its own when it is asked. */
const held = new Map<string, Held>();

type House = Pick<App, 'world' | 'live' | 'log'>;

/** What is unlocked under this session, if it is; a look keeps it from being dropped. */
export function unlocked({ world }: Pick<App, 'world'>, session: Session): Caseload | undefined {
	const found = held.get(session.id);
	if (found) found.usedAt = world.now();
	return found?.caseload;
}

/** Unlock the caseload of whoever is signed in: it begins at once, and is dropped on sign-out, when unused, and when it fails. */
export function unlock(app: House, practice: string, session: Session): Caseload {
	const { world } = app;
	const before = unlocked(app, session);
	if (before) return before;
	makeRoom();
	const caseload = openCaseload(world, { practice, account: session.account, roles: session.roles });
	const drop = () => {
		clearInterval(timer);
		unlisten();
		if (held.get(session.id)?.caseload === caseload) held.delete(session.id);
		void caseload.end();
	};
	const look = async () => {
		const unused = world.now() - (held.get(session.id)?.usedAt ?? 0) >= UNUSED;
		if (unused || !(await within(world, practice, (at) => isOpen(at, session)))) drop();
		else await caseload.sweep();
	};
	const timer = setInterval(() => void look().catch(drop), MINUTE).unref();
	const unlisten = whenEnded(app, practice, session, drop);
	held.set(session.id, { caseload, usedAt: world.now(), drop });
	caseload.ready.catch((error: unknown) => {
		app.log.error('find.failed', error);
		drop();
	});
	return caseload;
}

/** Lock again what is unlocked under this session: it begins anew when it is asked. */
export const lock = ({ id }: Pick<Session, 'id'>): void => held.get(id)?.drop();

function makeRoom(): void {
	if (held.size < MOST) return;
	const [oldest] = [...held.values()].toSorted((a, b) => a.usedAt - b.usedAt);
	oldest?.drop();
}
