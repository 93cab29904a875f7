import { sql } from 'kysely';
import { inPractice } from '#server/platform/database.ts';
import { prepared, sendEarly } from '#server/platform/driver.ts';
import type { App } from './world.ts';

/** Somebody's place in a room, while their page is connected; the id is the server's, bound to their signed-in session. */
export interface Seat {
	readonly id: string;
	readonly account_id: string;
	readonly person_id: string | null;
	readonly role: 'practitioner' | 'client';
	readonly seen_at: number;
}

/** One room of one practice. */
export interface Room {
	readonly practice: string;
	readonly session: string;
}

/** A page that is gone this long has left (milliseconds). */
export const GRACE = 15_000;

const stale = (now: number) => now - GRACE - 5_000;

/** Take a place: an earlier one of the same account ends; answers the others who are there. */
export const takeSeat = (
	app: App,
	{ practice, session }: Room,
	seat: Omit<Seat, 'seen_at'>,
): Promise<{ readonly others: readonly Seat[]; readonly before: string | undefined }> =>
	inPractice(app.world.db, practice, async (tx) => {
		// Newcomers one at a time: each must see those before it, and be seen by those after.
		await sendEarly(tx, ALONE, [`room ${session}`]);
		const { rows } = await sql<Seat>`select id, account_id, person_id, role, seen_at from room_seat
			where practice_id = ${practice} and session_id = ${session}`.execute(tx);
		const now = app.world.now();
		await sendEarly(tx, SIT, [practice, session, seat.account_id, seat.id, seat.person_id, seat.role, now]);
		return {
			others: rows.filter((r) => r.account_id !== seat.account_id && r.seen_at > stale(now)),
			before: rows.find((r) => r.account_id === seat.account_id)?.id,
		};
	});

const ALONE = prepared('select pg_advisory_xact_lock(hashtextextended($1, 0))');
const SIT = prepared(`insert into room_seat (practice_id, session_id, account_id, id, person_id, role, seen_at)
	values ($1, $2, $3, $4, $5, $6, $7) on conflict (practice_id, session_id, account_id) do update
	set id = excluded.id, person_id = excluded.person_id, role = excluded.role, seen_at = excluded.seen_at`);

/** The place of an account, if it is still held. */
export const seatOf = (app: App, { practice, session }: Room, account: string): Promise<Seat | undefined> =>
	inPractice(app.world.db, practice, async (tx) => {
		const { rows } = await sql<Seat>`select id, account_id, person_id, role, seen_at from room_seat
			where practice_id = ${practice} and session_id = ${session} and account_id = ${account} and seen_at > ${stale(app.world.now())}`.execute(
			tx,
		);
		return rows[0];
	});

/** Is that place of this room held by somebody? */
export const isHeld = (app: App, { practice, session }: Room, seat: string): Promise<boolean> =>
	inPractice(app.world.db, practice, async (tx) => {
		const { rows } = await sql`select id from room_seat where practice_id = ${practice} and session_id = ${session}
			and id = ${seat}`.execute(tx);
		return rows.length > 0;
	});

/** Still here; and whoever is not any more is taken out, once, by whichever process sees it first. */
export const keepSeat = (app: App, { practice, session }: Room, seat: string): Promise<readonly string[]> =>
	inPractice(app.world.db, practice, async (tx) => {
		const now = app.world.now();
		await sql`update room_seat set seen_at = ${now} where practice_id = ${practice} and session_id = ${session} and id = ${seat}`.execute(
			tx,
		);
		const { rows } = await sql<{
			id: string;
		}>`delete from room_seat where practice_id = ${practice} and session_id = ${session} and seen_at < ${stale(now)} returning id`.execute(
			tx,
		);
		return rows.map((r) => r.id);
	});

/** Give the place back, unless it was taken anew or kept since. */
export const leaveSeat = (app: App, { practice, session }: Room, seat: string, seenBefore: number): Promise<boolean> =>
	inPractice(app.world.db, practice, async (tx) => {
		const { rows } =
			await sql`delete from room_seat where practice_id = ${practice} and session_id = ${session} and id = ${seat} and seen_at <= ${seenBefore} returning id`.execute(
				tx,
			);
		return rows.length > 0;
	});
