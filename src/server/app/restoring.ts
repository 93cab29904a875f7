import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { type Restored, restore } from '#server/journal/backup/restore.ts';
import { forgetDestroyed } from '#server/journal/destroy.ts';
import { isBroken, type Report, verifyAll } from '#server/journal/verify.ts';
import { begunAt } from '#server/platform/backup/keep.ts';
import { type Store, storeAt } from '#server/platform/backup/store.ts';
import { systemClock } from '#server/platform/clock.ts';
import type { Config } from '#server/platform/config.ts';
import { databaseOf, type Engine, poolOf } from '#server/platform/database.ts';
import { fileKeys } from '#server/platform/keys.ts';
import { startEmbedded } from '#server/platform/postgres/embedded.ts';
import { worldOn } from './cli/world-on.ts';

/** What a restore came to: what is there, whether every chain holds, what is lost at most and how long it took, in ms. */
export interface RestoreReport {
	readonly restored: Restored;
	readonly report: Report;
	readonly isWhole: boolean;
	readonly rpo: number;
	readonly rto: number;
}

/** The newest backup of a store, by its name. */
export const newestArchive = async (store: Store): Promise<string | undefined> =>
	(await store.list())
		.filter((name) => begunAt(name) !== undefined)
		.sort()
		.at(-1);

/** Restore one archive into an empty database, end again what was destroyed since, and prove every chain. */
export async function restoreInto(
	engine: Engine,
	{ config, name }: { readonly config: Config; readonly name: string },
): Promise<RestoreReport> {
	const began = systemClock.now();
	const store = storeAt(config.backups.place);
	const keys = fileKeys(config.keysFile);
	const restored = await restore({ engine, store, name, keys, roots: config.dataDir });
	const pool = poolOf(engine, 3, 'app');
	try {
		const world = worldOn(databaseOf(pool), config);
		for (const [practice, since] of Map.groupBy(restored.destroyedSince, (d) => d.practice))
			await forgetDestroyed(
				world,
				practice,
				since.map((d) => d.journal),
			);
		const report = await verifyAll({ db: world.db, world, roots: config.dataDir });
		const isWhole = !report.findings.some(isBroken);
		return { restored, report, isWhole, rpo: began - restored.at, rto: systemClock.now() - began };
	} finally {
		await pool.end();
	}
}

/** Restore it apart, prove it and erase it; the house remembers that it was tried. */
export async function tryRestore(config: Config, name: string, house: pg.Pool): Promise<RestoreReport> {
	const dataDir = mkdtempSync(join(tmpdir(), 'balise-try-'));
	try {
		const { stop, ...engine } = await startEmbedded({ dataDir: join(dataDir, 'data'), log: () => undefined });
		try {
			const apart = { ...config, dataDir: join(dataDir, 'data'), databaseUrl: undefined };
			const done = await restoreInto(engine, { config: apart, name });
			if (done.isWhole)
				await house.query('update backup_run set tried_at = $2 where name = $1', [name, systemClock.now()]);
			return done;
		} finally {
			await stop();
		}
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
}
