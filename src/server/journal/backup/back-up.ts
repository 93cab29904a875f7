import { openArchive, writeArchive } from '#server/platform/backup/archive.ts';
import { ArchiveBroken } from '#server/platform/backup/frames.ts';
import { backupName, outdated } from '#server/platform/backup/keep.ts';
import { canonical } from '#server/platform/hash.ts';
import type { Manifest } from './about.ts';
import { alone, backupKey, type House, remembered } from './house.ts';
import { copyKeys } from './keys-copy.ts';
import { readSnapshot, snapshotOf } from './snapshot.ts';

const LOCK = 741_855;

/** What was written, and read back. */
export interface BackedUp {
	readonly name: string;
	readonly bytes: number;
	readonly manifest: Manifest;
	/** Older ones that a newer one replaced. */
	readonly removed: readonly string[];
}

/**
 * Back everything up while others go on writing: one state of the database, sealed; read back from what was written,
 * every chain walked; kept only then. The keys have copies of their own. Older backups go once this one is proved.
 */
export const backUp = (house: House, only: { readonly practice?: string } = {}): Promise<BackedUp> =>
	alone(house.pool, LOCK, async () => {
		const { store, keys, clock, keeping } = house;
		const key = await backupKey(house);
		const name = backupName(clock.now());
		const done = await remembered(house, { kind: 'content', name, key_name: key }, async () => {
			const { bytes, manifest } = await write(house, { name, key, ...only });
			const read = await readSnapshot(openArchive(keys, store.readDraft(name), 'balise-backup'));
			if (canonical(read.manifest) !== canonical(manifest)) throw new ArchiveBroken('changed');
			await store.keep(name);
			return { name, bytes, manifest };
		});
		await copyKeys(house);
		const removed = outdated(await store.list(), keeping);
		for (const old of removed) await store.remove(old);
		return { ...done, removed };
	});

interface Writing {
	readonly name: string;
	readonly key: string;
	readonly practice?: string;
}

async function write({ pool, store, keys, clock, roots }: House, { name, key, ...only }: Writing) {
	const client = await pool.connect();
	let manifest: Manifest | undefined;
	try {
		const asked = { client, roots, at: clock.now(), ...only };
		const snapshot = snapshotOf(asked, (told) => {
			manifest = told;
		});
		const bytes = await store.write(name, writeArchive({ keys, key, format: 'balise-backup' }, snapshot));
		if (!manifest) throw new ArchiveBroken('cut');
		client.release();
		return { bytes, manifest };
	} catch (error) {
		client.release(true); // it may be in the midst of a copy
		throw error;
	}
}
