import type { Instant } from '#server/kernel/time.ts';
import { canonical } from '#server/platform/hash.ts';
import { leafHash, type Peaks } from './merkle.ts';

/** A signed root: everything that was in the journals and the access log of a practice at that instant. */
export interface Root {
	readonly practice: string;
	readonly seq: number;
	readonly at: Instant;
	/** How many heads the tree holds; it only ever grows. */
	readonly size: number;
	readonly root: string;
	readonly signature: string;
}

/** The text that is signed. */
export const rootText = ({ practice, seq, at, size, root }: Omit<Root, 'signature'>): string =>
	`checkpoint|${canonical({ practice, seq, at, size, root })}`;

/** The access log stands among the journals under this id. */
export const ACCESS_LOG = '00000000-0000-0000-0000-000000000000';

/** How far one journal had come. */
export interface Head {
	readonly journal: string;
	readonly seq: number;
	readonly hash: Buffer;
}

/** One leaf of the tree: a journal, its last line's place and hash; hashed as RFC 9162 does. */
export function leafOf({ journal, seq, hash }: Head): Buffer {
	const place = Buffer.alloc(8);
	place.writeBigInt64BE(BigInt(seq));
	return leafHash(Buffer.concat([Buffer.from(journal.replaceAll('-', ''), 'hex'), place, hash]));
}

/** The peaks of the tree as stored beside a root. */
export const peaksFrom = (size: number, bytes: Buffer): Peaks => ({
	size,
	hashes: Array.from({ length: bytes.length / 32 }, (_, i) => bytes.subarray(i * 32, i * 32 + 32)),
});

/** A root as a row of `checkpoint`. */
export interface StoredRoot {
	readonly seq: number;
	readonly at: Instant;
	readonly size: number;
	readonly root: Buffer;
	readonly signature: Buffer;
}

/** A root as it is told outside the database. */
export const rootFrom = (practice: string, { seq, at, size, root, signature }: StoredRoot): Root => ({
	practice,
	seq,
	at,
	size,
	root: root.toString('hex'),
	signature: signature.toString('base64url'),
});
