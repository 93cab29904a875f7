import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import {
	chmodSync,
	closeSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { open, seal } from './seal.ts';

/**
 * Where practice keys live: nothing but these four verbs. A practice key never leaves the port; part keys are wrapped
 * by it. `destroy` makes everything it wrapped unreadable for ever, backups included.
 */
export interface KeyPort {
	/** Make a practice key, or a new generation of it; answers its name. */
	readonly rotate: (practice: string) => Promise<string>;
	readonly wrap: (name: string, plain: Uint8Array) => Promise<Buffer>;
	/** Throws when the key is not held (destroyed, or another key file). */
	readonly unwrap: (name: string, wrapped: Uint8Array) => Promise<Buffer>;
	readonly destroy: (name: string) => Promise<void>;
}

type KeyFile = { readonly version: 1; readonly keys: Readonly<Record<string, string>> };

/** Told to the operator when a practice key cannot be found. */
export class KeyMissing extends Error {
	constructor(name: string) {
		super(`practice key ${name} is not in the key file`);
		this.name = 'KeyMissing';
	}
}

/** Practice keys in one file, mode 0600, outside the data directory; written whole, synced, then renamed. */
export function fileKeys(path: string): KeyPort {
	let file: KeyFile = { version: 1, keys: {} };
	let read = '';
	// Another process may have made or destroyed a key since: a destroyed one must open nothing here either.
	const current = (): KeyFile => {
		const found = statSync(path, { throwIfNoEntry: false });
		const version = found ? `${found.ino} ${found.mtimeMs} ${found.size}` : '';
		if (version !== read) file = found ? (JSON.parse(readFileSync(path, 'utf8')) as KeyFile) : { version: 1, keys: {} };
		read = version;
		return file;
	};
	// Made once for each key as long as the file stands as it was read.
	const made = new Map<string, KeyObject>();
	let madeOf: KeyFile | undefined;
	const keyOf = (name: string): KeyObject => {
		const now = current();
		if (now !== madeOf) made.clear();
		madeOf = now;
		const text = now.keys[name];
		if (!text) throw new KeyMissing(name);
		const key = made.get(name) ?? createSecretKey(Buffer.from(text, 'base64url'));
		made.set(name, key);
		return key;
	};
	const change = (to: (keys: KeyFile['keys']) => KeyFile['keys']): Promise<void> =>
		alone(path, () => writeWhole(path, JSON.stringify({ version: 1, keys: to(current().keys) })));
	return {
		rotate: async (practice) => {
			const random = randomBytes(4).toString('hex');
			let name = '';
			await change((keys) => {
				name = `${practice}/${Object.keys(keys).filter((k) => k.startsWith(`${practice}/`)).length + 1}-${random}`;
				return { ...keys, [name]: randomBytes(32).toString('base64url') };
			});
			return name;
		},
		wrap: async (name, plain) => seal(keyOf(name), `wrap|${name}`, plain),
		unwrap: async (name, wrapped) => open(keyOf(name), `wrap|${name}`, wrapped),
		destroy: (name) => change((keys) => Object.fromEntries(Object.entries(keys).filter(([k]) => k !== name))),
	};
}

const STALE = 10_000;

/** One writer of the file at a time, in whichever process: two that read it, then write it, would lose a key for ever. */
async function alone(path: string, work: () => void): Promise<void> {
	const lock = `${path}.lock`;
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	while (!taken(lock)) await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 10));
	try {
		work();
	} finally {
		rmSync(lock, { force: true });
	}
}

function taken(lock: string): boolean {
	try {
		closeSync(openSync(lock, 'wx', 0o600));
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		// Its holder was killed: writing takes milliseconds.
		const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
		if (since !== undefined && Date.now() - since > STALE) rmSync(lock, { force: true });
		return false;
	}
}

function writeWhole(path: string, text: string): void {
	const temporary = `${path}.${process.pid}`;
	const fd = openSync(temporary, 'w', 0o600);
	writeSync(fd, text);
	fsyncSync(fd);
	closeSync(fd);
	chmodSync(temporary, 0o600);
	renameSync(temporary, path);
	// A rename is kept only once its folder is: without this, a power cut could take back the key of what was written since.
	if (process.platform === 'win32') return; // no folder can be synced there
	const folder = openSync(dirname(path), 'r');
	fsyncSync(folder);
	closeSync(folder);
}
