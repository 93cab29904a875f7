import { sql } from 'kysely';
import type { World } from '#server/journal/world.ts';
import { DAY } from '#server/kernel/time.ts';
import { within } from './place.ts';

/** Ended sessions are kept a month, so that a device that comes back is known; then nothing is left of them. */
const SESSIONS_KEPT = 30 * DAY;
/** As long as a browser keeps the cookie by which a device is known again. */
const DEVICES_KEPT = 400 * DAY;

/** Throw away what has ended: codes, challenges, counts of tries, old sessions. To be run about once a day. */
export const sweepAccounts = <F>(world: World<F>, practice: string): Promise<void> =>
	within(world, practice, async ({ tx, now }) => {
		await sql`delete from one_time_code where practice_id = ${practice} and expires_at < ${now}`.execute(tx);
		await sql`delete from passkey_challenge where practice_id = ${practice} and expires_at < ${now}`.execute(tx);
		await sql`delete from throttle where practice_id = ${practice} and last_at < ${now - DAY}`.execute(tx);
		await sql`delete from account_device where practice_id = ${practice} and seen_at < ${now - DEVICES_KEPT}`.execute(
			tx,
		);
		await sql`delete from account_session where practice_id = ${practice} and ends_at < ${now - SESSIONS_KEPT}`.execute(
			tx,
		);
	});
