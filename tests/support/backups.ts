import { join } from 'node:path';
import type { House } from '#server/journal/backup/house.ts';
import { keyring } from '#server/journal/keyring.ts';
import { factsCache, type Model, type World } from '#server/journal/world.ts';
import { folderStore, type Store } from '#server/platform/backup/store.ts';
import { type Clock, systemClock } from '#server/platform/clock.ts';
import { databaseOf, type Engine, poolOf } from '#server/platform/database.ts';
import { fileKeys, type KeyPort } from '#server/platform/keys.ts';
import { openFolder, type TestServer } from './server.ts';
import type { TestHouse } from './world.ts';

/** A house of backups on a test's own database and folder. */
export interface BackupHouse extends House {
	readonly folder: string;
}

interface Given {
	readonly keysFile: string;
	readonly store?: Store;
	readonly sheetOf?: House['sheetOf'];
	/** Where copies and roots lie; a folder of its own without it. */
	readonly folder?: string;
}

/** Everything that a backup of this house works with; it goes with the server. */
export function backupHouse<F>(server: TestServer, house: TestHouse<F>, given: Given): BackupHouse {
	const folder = given.folder ?? openFolder();
	const pool = poolOf(house.engine, 4, 'owner');
	server.before(() => pool.end());
	return {
		folder,
		pool,
		store: given.store ?? folderStore(join(folder, 'backups')),
		keys: house.keys,
		keysFile: given.keysFile,
		roots: join(folder, 'data'),
		clock: house.clock,
		keeping: { days: 7, weeks: 5, months: 12 },
		sheetOf: given.sheetOf ?? (async () => undefined),
	};
}

/** A world on a restored database, with the keys that are still held; whoever opens it closes its database. */
export function worldOn<F>(engine: Engine, model: Model<F>, keysFile: string, clock: Clock = systemClock): World<F> {
	const keys: KeyPort = fileKeys(keysFile);
	const db = databaseOf(poolOf(engine, 3, 'app'));
	return { ...clock, model, db, keys, keyring: keyring(keys, clock), cache: factsCache(), announce: () => undefined };
}
