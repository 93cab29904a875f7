import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
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
	let file: KeyFile = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as KeyFile) : { version: 1, keys: {} };
	const reread = () => {
		if (existsSync(path)) file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile;
	};
	const keyOf = (name: string): KeyObject => {
		if (!file.keys[name]) reread();
		const text = file.keys[name];
		if (!text) throw new KeyMissing(name);
		return createSecretKey(Buffer.from(text, 'base64url'));
	};
	const save = (keys: Record<string, string>) => {
		file = { version: 1, keys };
		writeWhole(path, JSON.stringify(file));
	};
	return {
		rotate: async (practice) => {
			reread();
			const generation = Object.keys(file.keys).filter((k) => k.startsWith(`${practice}/`)).length + 1;
			const name = `${practice}/${generation}-${randomBytes(4).toString('hex')}`;
			save({ ...file.keys, [name]: randomBytes(32).toString('base64url') });
			return name;
		},
		wrap: async (name, plain) => seal(keyOf(name), `wrap|${name}`, plain),
		unwrap: async (name, wrapped) => open(keyOf(name), `wrap|${name}`, wrapped),
		destroy: async (name) => {
			reread();
			save(Object.fromEntries(Object.entries(file.keys).filter(([k]) => k !== name)));
		},
	};
}

function writeWhole(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const temporary = `${path}.${process.pid}`;
	const fd = openSync(temporary, 'w', 0o600);
	writeSync(fd, text);
	fsyncSync(fd);
	closeSync(fd);
	chmodSync(temporary, 0o600);
	renameSync(temporary, path);
}
