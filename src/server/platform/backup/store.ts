import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupPlace } from '../config.ts';
import { bucketStore } from './bucket.ts';

/** Where archives are kept. One is written as a draft, read back, then kept: nobody ever sees half of one. */
export interface Store {
	/** The place as people are told it; never a secret. */
	readonly place: string;
	/** Write a draft over what stood there; answers how many bytes. */
	readonly write: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<number>;
	readonly readDraft: (name: string) => AsyncIterable<Uint8Array>;
	readonly keep: (name: string) => Promise<void>;
	readonly read: (name: string) => AsyncIterable<Uint8Array>;
	/** The names of what is kept. */
	readonly list: () => Promise<readonly string[]>;
	readonly remove: (name: string) => Promise<void>;
}

/** The store at that place. */
export const storeAt = (place: BackupPlace): Store =>
	'folder' in place ? folderStore(place.folder) : bucketStore(place);

const DRAFT = '.draft';

/** A folder of this machine, or one that is mounted in it. */
export function folderStore(folder: string): Store {
	const at = (name: string) => join(folder, name);
	return {
		place: folder,
		write: async (name, bytes) => {
			await mkdir(folder, { recursive: true, mode: 0o700 });
			const file = await open(at(name) + DRAFT, 'w', 0o600);
			let size = 0;
			try {
				for await (const chunk of bytes) {
					await file.writeFile(chunk);
					size += chunk.length;
				}
				await file.sync();
			} finally {
				await file.close();
			}
			return size;
		},
		readDraft: (name) => createReadStream(at(name) + DRAFT, { highWaterMark: 1024 * 1024 }),
		keep: async (name) => {
			await rename(at(name) + DRAFT, at(name));
			await syncFolder(folder);
		},
		read: (name) => createReadStream(at(name), { highWaterMark: 1024 * 1024 }),
		list: async () => (existsSync(folder) ? (await readdir(folder)).filter((name) => !name.endsWith(DRAFT)) : []),
		remove: (name) => rm(at(name), { force: true }),
	};
}

async function syncFolder(folder: string): Promise<void> {
	if (process.platform === 'win32') return; // no folder can be synced there
	const handle = await open(folder, 'r');
	await handle.sync();
	await handle.close();
}
