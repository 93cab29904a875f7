import { sql } from 'kysely';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { type Instant, MINUTE } from '#server/kernel/time.ts';
import type { Place } from './place.ts';

/** Too many tries: when the next one will be looked at. */
export interface TryLater extends Refusal {
	readonly until: Instant;
}

/** How often something may be tried: `free` times at once, then after a delay that doubles up to `most`. */
export interface Limit {
	readonly about: string;
	readonly free: number;
	readonly most: number;
}

/** Who tries: the network address the request came from, and what the browser says it is. Never kept in the clear. */
export interface Visitor {
	readonly address: string;
	readonly agent: string;
	/** The secret by which the browser is known again; empty when it has none. */
	readonly device?: string;
}

const FIRST_DELAY = 30_000;
/** How many guesses at one account are looked at from one place before the door closes for a while. */
export const FREE_GUESSES = 5;
/** One counted try is forgotten after each of these. */
const FORGETS = 10 * MINUTE;

/** One person who mistypes is delayed by minutes at most; never a lock that somebody else could turn. */
export const guessing = (what: string, subject: string, from: Visitor): readonly Limit[] => [
	{ about: `${what}|${subject}|${from.address}`, free: FREE_GUESSES, most: 15 * MINUTE },
	// Guesses from many places at one account: slowed for everyone, but never for long.
	{ about: `${what}|${subject}`, free: 10, most: 5 * MINUTE },
	{ about: `${what}|from|${from.address}`, free: 30, most: 15 * MINUTE },
];

/** What can only be counted by where it comes from. */
export const fromAddress = (what: string, from: Visitor): readonly Limit[] => guessing(what, '', from).slice(2);

interface Counted {
	readonly token: Buffer;
	readonly tries: number;
	readonly last_at: Instant;
	readonly until: Instant;
}

/**
 * Count a try before it is looked at, so that many at once are all counted. Answers when to come back if it is too
 * early; a try that comes too early is not counted and lengthens nothing.
 */
export async function brake(at: Place, limits: readonly Limit[]): Promise<TryLater | undefined> {
	const mine = new Map<string, Limit>();
	for (const limit of limits) mine.set((await at.blind(`throttle|${limit.about}`)).toString('hex'), limit);
	// Always in the same order, so that two transactions never wait for each other.
	const tokens = [...mine.keys()].sort().map((hex) => Buffer.from(hex, 'hex'));
	await sql`insert into throttle (practice_id, token, tries, last_at, until)
		values ${sql.join(tokens.map((t) => sql`(${at.practice}, ${t}, 0, ${at.now}, 0)`))} on conflict do nothing`.execute(
		at.tx,
	);
	const { rows } = await sql<Counted>`select token, tries, last_at, until from throttle
		where practice_id = ${at.practice} and token = any(${tokens}) order by token for update`.execute(at.tx);
	const until = Math.max(...rows.map((row) => row.until));
	if (until > at.now) return { ...refuse('account.tryLater'), until };
	for (const row of rows) await count(at, row, mine.get(row.token.toString('hex')));
	return undefined;
}

/** Until when nothing more is looked at, if what was just counted closed the door. */
export async function closedUntil(at: Place, limits: readonly Limit[]): Promise<Instant | undefined> {
	const tokens = await Promise.all(limits.map(({ about }) => at.blind(`throttle|${about}`)));
	const { rows } = await sql<{ until: Instant | null }>`select max(until) as until from throttle
		where practice_id = ${at.practice} and token = any(${tokens})`.execute(at.tx);
	const until = rows[0]?.until ?? 0;
	return until > at.now ? until : undefined;
}

async function count(at: Place, row: Counted, limit: Limit | undefined): Promise<void> {
	if (!limit) return;
	const tries = Math.max(0, row.tries - Math.floor((at.now - row.last_at) / FORGETS)) + 1;
	const over = tries - limit.free;
	const until = over < 0 ? 0 : at.now + Math.min(limit.most, FIRST_DELAY * 2 ** Math.min(over, 20));
	await at.tx
		.updateTable('throttle')
		.set({ tries, last_at: at.now, until })
		.where('practice_id', '=', at.practice)
		.where('token', '=', row.token)
		.execute();
}

/**
 * It was the right person after all: what was counted about them is forgotten, and the address gets this one try back,
 * so that a whole practice can work behind one address.
 */
export async function release(at: Place, limits: readonly Limit[]): Promise<void> {
	for (const { about } of limits) {
		const token = await at.blind(`throttle|${about}`);
		await (about.includes('|from|')
			? sql`update throttle set tries = greatest(0, tries - 1), until = 0 where practice_id = ${at.practice} and token = ${token}`
			: sql`delete from throttle where practice_id = ${at.practice} and token = ${token}`
		).execute(at.tx);
	}
}
