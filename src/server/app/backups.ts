import { sql } from 'kysely';
import type pg from 'pg';
import type { Facts } from '#server/capabilities/index.ts';
import { backUp } from '#server/journal/backup/back-up.ts';
import { type House, lastGood } from '#server/journal/backup/house.ts';
import { copyKeys } from '#server/journal/backup/keys-copy.ts';
import type { World } from '#server/journal/world.ts';
import { DAY, HOUR, type Instant } from '#server/kernel/time.ts';
import { storeAt } from '#server/platform/backup/store.ts';
import type { Config } from '#server/platform/config.ts';
import { inPractice } from '#server/platform/database.ts';
import { factsOf } from './facts.ts';

/** What backups work with, in the house as it runs. */
export const backupHouse = (world: World<Facts>, config: Config, pool: pg.Pool): House => ({
	pool,
	store: storeAt(config.backups.place),
	keys: world.keys,
	keysFile: config.keysFile,
	roots: config.dataDir,
	clock: world,
	keeping: config.backups.keeping,
	sheetOf: async (practice) => {
		const found = await factsOf(world, practice, { kind: 'practice', id: practice });
		return found?.facts.practice.recovery.sheet;
	},
});

/** The quiet hours of the machine's own clock. */
export const isNight = (at: Instant): boolean => [2, 3, 4].includes(new Date(at).getHours());

/** Is it time for the nightly backup? In the quiet hours, or as soon as a day has passed without one. */
export async function isBackupDue(house: House): Promise<boolean> {
	const now = house.clock.now();
	const { rows } = await house.pool.query<{ since: Instant | null }>(
		'select min(opened_at) as since from practice where not demo',
	);
	const last = (await lastGood(house.pool, 'content'))?.at ?? rows[0]?.since;
	if (last === null || last === undefined) return false; // nobody has anything here yet
	return now - last >= DAY || (isNight(now) && now - last >= 12 * HOUR);
}

/** The round of the night. */
export async function backUpWhenDue(house: House): Promise<void> {
	if (await isBackupDue(house)) await backUp(house);
}

/** Once something was destroyed, no copy of the keys from before may stay. */
export async function overwriteKeyCopies(world: World<Facts>, house: House): Promise<void> {
	const last = await lastGood(house.pool, 'keys');
	if (!last) return;
	const { rows } = await sql<{ id: string }>`select id from practice where not demo`.execute(world.db);
	for (const { id } of rows) {
		const { rows: since } = await inPractice(world.db, id, (tx) =>
			sql`select from destroyed_key where practice_id = ${id} and at >= ${last.at} limit 1`.execute(tx),
		);
		if (since.length > 0) return void (await copyKeys(house));
	}
}
