import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { backUp } from '#server/journal/backup/back-up.ts';
import type { House } from '#server/journal/backup/house.ts';
import { readSnapshot, snapshotOf } from '#server/journal/backup/snapshot.ts';
import { openArchive, writeArchive } from '#server/platform/backup/archive.ts';
import { folderStore } from '#server/platform/backup/store.ts';
import { poolOf } from '#server/platform/database.ts';
import { openFolder } from '../tests/support/server.ts';
import { tellFile, writeFiles } from './support/files.ts';
import { openHouse } from './support/house.ts';
import { inTurn, timed } from './support/measure.ts';
import { type Bench, row } from './support/row.ts';

/** A caseload backed up: written and sealed, then read back and proved; beside `cat` of the same bytes to the same disk. */
export const backup: Bench = async (effort) => {
	const house = await openHouse();
	const { path, world, test } = house;
	const told = await tellFile(path);
	const weeks = Array.from({ length: effort.short ? 2 : 150 }, (_, slot) => ({ weeks: 52, slot }));
	await writeFiles(world, path, told, weeks);
	const folder = openFolder();
	const pool = poolOf(test.engine, 4, 'owner');
	const backups: House = {
		pool,
		store: folderStore(join(folder, 'backups')),
		keys: test.keys,
		keysFile: undefined,
		roots: join(folder, 'data'),
		clock: world,
		keeping: { days: 1, weeks: 1, months: 1 },
		sheetOf: async () => undefined,
	};
	const { name, bytes } = await backUp(backups);
	const key = (await pool.query('select key_name from backup_run limit 1')).rows[0].key_name;
	const file = join(folder, 'backups', name);
	mkdirSync(join(folder, 'copies'));
	const perSecond = async (work: () => Promise<unknown>) => bytes / 1e6 / ((await timed(work)) / 1000);
	const found = await inTurn(effort.rounds, {
		cat: () => perSecond(() => pipeline(createReadStream(file), createWriteStream(join(folder, 'copies', 'cat')))),
		write: () =>
			perSecond(async () => {
				const client = await pool.connect();
				const asked = { client, roots: backups.roots, at: world.now() };
				const snapshot = snapshotOf(asked, () => undefined);
				await backups.store.write('again', writeArchive({ keys: test.keys, key, format: 'balise-backup' }, snapshot));
				client.release();
			}),
		prove: () => perSecond(() => readSnapshot(openArchive(test.keys, backups.store.read(name), 'balise-backup'))),
	});
	await pool.end();
	await house.stop();
	rmSync(folder, { recursive: true, force: true });
	const given = { unit: 'MB/s', reference: found.cat } as const;
	const size = `${(bytes / 1e6).toFixed(0)} MB`;
	const reference = 'reference: cat of the same bytes to the same disk';
	return [
		row(effort, {
			...given,
			name: 'backup',
			value: found.write,
			note: `${size}; one state of the database, every chain followed, compressed, sealed, synced; ${reference}`,
		}),
		row(effort, {
			...given,
			name: 'backup.prove',
			value: found.prove,
			note: `${size}; read back: opened, every chain walked, every hash and count of its manifest; ${reference}`,
		}),
	];
};
