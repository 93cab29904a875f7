import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import { blindKey } from '#server/journal/append.ts';
import type { World } from '#server/journal/world.ts';
import { inPractice } from '#server/platform/database.ts';
import { hmac } from '#server/platform/hash.ts';

/** Count one more of something, kept as a keyed digest; how many there have been under that name. */
export const countOneMore = (world: World<Facts>, practice: string, about: string): Promise<number> =>
	inPractice(world.db, practice, async (tx) => {
		const token = hmac(await blindKey(world, tx, practice), `counted|${about}`);
		const { rows } = await sql<{ tries: number }>`insert into throttle (practice_id, token, tries, last_at, until)
			values (${practice}, ${token}, 1, ${world.now()}, 0)
			on conflict (practice_id, token) do update set tries = throttle.tries + 1, last_at = excluded.last_at
			returning tries`.execute(tx);
		return rows[0]?.tries ?? 1;
	});
