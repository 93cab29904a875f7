import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { append, EMPTY_ROOT, follow, leafHash, noPeaks, type Peaks, proofOf, rootOf } from './merkle.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const grow = (leaves: readonly Uint8Array[], from: Peaks = noPeaks) =>
	leaves.reduce((peaks, data) => append(peaks, leafHash(data)), from);

// The eight leaves and the roots of the first n of them that Certificate Transparency implementations check themselves against.
const leaves = [
	'',
	'00',
	'10',
	'20 21',
	'30 31',
	'40 41 42 43',
	'50 51 52 53 54 55 56 57',
	'60 61 62 63 64 65 66 67 68 69 6a 6b 6c 6d 6e 6f',
].map(hex);
const roots = [
	'6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
	'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
	'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
	'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
	'4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
	'76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
	'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
	'5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('the roots of the known trees are theirs', () => {
	expect(EMPTY_ROOT.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
	for (const [i, root] of roots.entries()) expect(rootOf(grow(leaves.slice(0, i + 1))).toString('hex')).toBe(root);
});

/** RFC 9162 §2.1.1 as it is written, recursively. */
function treeHead(list: readonly Uint8Array[]): Buffer {
	const sha = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
	if (list.length === 0) return sha();
	if (list.length === 1) return sha(Uint8Array.of(0), list[0] as Uint8Array);
	const k = 2 ** Math.floor(Math.log2(list.length - 1));
	return sha(Uint8Array.of(1), treeHead(list.slice(0, k)), treeHead(list.slice(k)));
}

const lists = fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 70 });

test('the root is the tree head of RFC 9162, however the leaves came in', () => {
	fc.assert(
		fc.property(lists, fc.nat(), (list, cut) => {
			const early = cut % (list.length + 1);
			expect(rootOf(grow(list.slice(early), grow(list.slice(0, early))))).toEqual(treeHead(list));
		}),
	);
});

test('any of the last leaves is proved from the peaks before them, in as many steps as the tree is high', () => {
	fc.assert(
		fc.property(lists, fc.nat(), fc.nat(), (list, cut, pick) => {
			const before = grow(list.slice(0, cut % list.length));
			const added = list.slice(before.size).map(leafHash);
			const index = pick % added.length;
			const path = proofOf(before, added, index);
			expect(follow(added[index] as Buffer, path)).toEqual(treeHead(list));
			expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(list.length)));
		}),
	);
});

test('a proof leads elsewhere when the leaf, a step or a side is another', () => {
	fc.assert(
		fc.property(lists, fc.nat(), (list, pick) => {
			fc.pre(list.length > 1);
			const hashes = list.map(leafHash);
			const index = pick % list.length;
			const leaf = hashes[index] as Buffer;
			const path = proofOf(noPeaks, hashes, index);
			const root = treeHead(list);
			expect(follow(leafHash(leaf), path)).not.toEqual(root);
			const step = pick % path.length;
			const bent = path.map((s, i) => (i === step ? { ...s, hash: leafHash(s.hash) } : s));
			expect(follow(leaf, bent)).not.toEqual(root);
			expect(follow(leaf, path.slice(1))).not.toEqual(root);
		}),
	);
});
