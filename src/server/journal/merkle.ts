import { createHash } from 'node:crypto';

/** An append-only Merkle tree as in RFC 9162 §2.1: leaves and nodes are hashed apart, so that neither passes for the other. */
const sha = (...parts: readonly Uint8Array[]): Buffer => {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part);
	return hash.digest();
};
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
/** The root of a tree without leaves. */
export const EMPTY_ROOT = sha();

/** Hash of a leaf. */
export const leafHash = (data: Uint8Array): Buffer => sha(LEAF, data);
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha(NODE, left, right);

/** The roots of the perfect subtrees of a tree, widest first: all that is needed to go on, or to prove a later leaf. */
export interface Peaks {
	readonly size: number;
	readonly hashes: readonly Buffer[];
}
/** The peaks of a tree without leaves. */
export const noPeaks: Peaks = { size: 0, hashes: [] };

/** Add one leaf (its hash) at the end: equal subtrees are joined two by two, as one adds one to a binary number. */
export function append({ size, hashes }: Peaks, leaf: Buffer): Peaks {
	const next = [...hashes];
	let joined = leaf;
	for (let n = size; n % 2 === 1; n = (n - 1) / 2) joined = nodeHash(next.pop() as Buffer, joined);
	return { size: size + 1, hashes: [...next, joined] };
}

/** The tree head of RFC 9162: the peaks joined from the right. */
export const rootOf = ({ hashes }: Peaks): Buffer =>
	hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right));

/** One step of a proof: the sibling, and on which side it stands. */
export interface Step {
	readonly side: 'left' | 'right';
	readonly hash: Buffer;
}
interface Subtree {
	readonly hash: Buffer;
	readonly holds: boolean;
}

/** The path from one of the last leaves (a hash of `added`) to the root of the tree that has them all. */
export function proofOf({ size, hashes }: Peaks, added: readonly Buffer[], index: number): readonly Step[] {
	const path: Step[] = [];
	const join = (left: Subtree, right: Subtree): Subtree => {
		if (left.holds) path.push({ side: 'right', hash: right.hash });
		if (right.holds) path.push({ side: 'left', hash: left.hash });
		return { hash: nodeHash(left.hash, right.hash), holds: left.holds || right.holds };
	};
	const peaks: Subtree[] = hashes.map((hash) => ({ hash, holds: false }));
	for (const [i, hash] of added.entries()) {
		let joined: Subtree = { hash, holds: i === index };
		for (let n = size + i; n % 2 === 1; n = (n - 1) / 2) joined = join(peaks.pop() as Subtree, joined);
		peaks.push(joined);
	}
	peaks.reduceRight((right, left) => join(left, right));
	return path;
}

/** Follow a proof from a leaf's hash to the root it leads to. */
export const follow = (leaf: Buffer, path: readonly Step[]): Buffer =>
	path.reduce((hash, step) => (step.side === 'left' ? nodeHash(step.hash, hash) : nodeHash(hash, step.hash)), leaf);
