import { sql } from 'kysely';
import { newToken, tokenHash } from '#server/capabilities/accounts/secrets.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { noteAccess } from '#server/journal/access.ts';
import type { World } from '#server/journal/world.ts';
import { DAY } from '#server/kernel/time.ts';
import { busyCalendar } from '#server/platform/calendar.ts';
import { inPractice } from '#server/platform/database.ts';
import { factsOf } from './facts.ts';

/** A secret that names nobody, and the digest of it that is kept. */
export function newFeed(): { readonly token: string; readonly digest: string } {
	const token = newToken();
	return { token, digest: digestOf(token) };
}

const digestOf = (token: string): string => tokenHash(token).toString('hex');

interface Asked {
	readonly practice: string;
	readonly account: string;
	readonly token: string;
	/** What a calendar shows of each: the same word for all. */
	readonly title: string;
}

const AHEAD = 120 * DAY;
const BEHIND = 14 * DAY;

/** The busy times of a practitioner, for whoever holds the secret; anything else is answered as nothing. */
export async function busyTimes(
	world: World<Facts>,
	{ practice, account, token, title }: Asked,
): Promise<string | undefined> {
	const found = await factsOf(world, practice, { kind: 'practitioner', id: account });
	if (found?.facts.practitioner.availability.feed?.digest !== digestOf(token)) return undefined;
	const now = world.now();
	await noteAccess(world, practice, { at: now, account, what: 'read calendar.feed', outcome: 'done' });
	const { rows } = await inPractice(world.db, practice, (tx) =>
		sql<{ id: string; starts_at: number; ends_at: number }>`select id, starts_at, ends_at from appointment
			where practice_id = ${practice} and practitioner_id = ${account} and state = 'booked'
				and starts_at > ${now - BEHIND} and starts_at < ${now + AHEAD} order by starts_at limit 1000`.execute(tx),
	);
	const events = rows.map((r) => ({ uid: r.id, start: r.starts_at, end: r.ends_at }));
	return busyCalendar(events, { title, stamp: now });
}
