import { execFileSync } from 'node:child_process';
import { createDecipheriv } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { archiveOf, manifestOf, renewKeys } from '#server/journal/archive.ts';
import { headerText, link } from '#server/journal/chain.ts';
import { receiptFor } from '#server/journal/receipt.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { type Archive, digestOf, verifyArchive } from '#server/platform/verifier.mjs';
import { rewrite, signAgain } from './support/forger.ts';
import { lived, openFolder, testServer } from './support/index.ts';
import { done } from './support/toy.ts';

const server = await testServer();
const folder = openFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { house, story, dossier, other } = await lived(server, folder);
const { world, practice } = house;
const { anne, luc } = story;

async function archive(parts: readonly string[], of = dossier): Promise<Archive> {
	const manifest = await manifestOf(world.db, practice, of, parts);
	if (!manifest) throw new Error('no manifest');
	return JSON.parse((await Array.fromAsync(archiveOf(world, manifest))).join(''));
}
const all = await archive([JOINT, anne.person, luc.person]);
const mine = await archive([JOINT, anne.person]);
const another = await archive([JOINT], other);
const codes = (of: unknown, trust?: Parameters<typeof verifyArchive>[1]) => verifyArchive(of, trust).map((f) => f.code);

test('what leaves says what it is, with the key of each part that leaves and of no other', () => {
	expect(verifyArchive(all)).toEqual([]);
	expect(all.lines.every((line) => line.opened !== undefined)).toBe(true);
	expect(verifyArchive(mine)).toEqual([]);
	const hidden = mine.lines.filter((line) => line.opened === undefined);
	expect(hidden.length).toBeGreaterThan(3);
	expect(hidden.every(({ header }) => header.part === luc.person && mine.keys[header.key] === undefined)).toBe(true);
	expect(JSON.stringify(mine)).toContain('line 1');
	expect(JSON.stringify(mine)).not.toContain('"text":"line 2"');
});

describe('a forgery is found, and where it is', () => {
	const forged = (change: (a: Archive) => unknown): Archive => {
		const copy = structuredClone(all);
		change(copy);
		return copy;
	};
	const at = (a: Archive, i: number) => {
		const line = a.lines[i];
		if (!line) throw new Error('no line');
		return line;
	};
	/** Whoever holds the file makes the chain and the manifest hold again; only the practice's signature is not theirs. */
	const chainAgain = (a: Archive): void => {
		let previous: Buffer = Buffer.from(at(all, 0).hash, 'hex');
		for (const line of a.lines.slice(1)) {
			previous = link(previous, headerText(line.header), Buffer.from(line.sealed, 'base64'));
			line.hash = previous.toString('hex');
		}
		a.manifest.head = previous.toString('hex');
		a.manifest.seq = a.lines.length;
		a.digest = digestOf(a.manifest);
	};
	const last = all.lines.length;
	test.each<[string, (a: Archive) => unknown, string, number | undefined]>([
		['a sealed byte', (a) => Object.assign(at(a, 4), { sealed: flipped(at(a, 4).sealed) }), 'lineChanged', 5],
		['the words shown', (a) => Object.assign(at(a, 4).opened as object, { data: { text: 'x' } }), 'wordsChanged', 5],
		['who wrote it', (a) => Object.assign(at(a, 4).opened as object, { by: { as: 'client' } }), 'wordsChanged', 5],
		['the words left out', (a) => void delete at(a, 4).opened, 'wordsWithheld', 5],
		['an instant', (a) => Object.assign(at(a, 6).header, { at: 1 }), 'lineChanged', 7],
		['a part', (a) => Object.assign(at(a, 6).header, { part: other.id }), 'lineChanged', 7],
		['a hash', (a) => Object.assign(at(a, 6), { hash: flipped(at(a, 6).hash) }), 'lineChanged', 7],
		['a line taken out', (a) => void a.lines.splice(8, 1), 'lineMissing', 9],
		['two lines changed about', (a) => void a.lines.splice(8, 2, at(a, 9), at(a, 8)), 'lineMissing', 9],
		['a line said twice', (a) => void a.lines.splice(8, 0, at(a, 8)), 'lineMissing', 10],
		['a line of another file', (a) => void a.lines.splice(8, 1, at(another, 8)), 'otherFile', 9],
		['the end cut off', (a) => void a.lines.splice(last - 3), 'cutShort', last - 2],
		[
			'another key',
			(a) => Object.assign(a.keys, { [at(a, 4).header.key]: Object.values(another.keys)[0] }),
			'lineUnreadable',
			5,
		],
		['a key taken out', (a) => void delete a.keys[at(a, 4).header.key], 'wordsUnproved', 5],
		[
			'a part that was not to leave',
			(a) => Object.assign(a.manifest, { parts: [JOINT] }),
			'manifestChanged',
			undefined,
		],
		[
			'the head it names',
			(a) => Object.assign(a.manifest, { head: flipped(a.manifest.head) }),
			'manifestChanged',
			undefined,
		],
		[
			'cut off and signed over',
			(a) => {
				a.lines.splice(last - 3);
				chainAgain(a);
			},
			'cutShort',
			last,
		],
		[
			'words changed and chained anew',
			(a) => {
				at(a, 4).sealed = at(another, 4).sealed;
				chainAgain(a);
			},
			'receiptDiffers',
			last,
		],
		[
			'the receipt’s line',
			(a) => Object.assign(a.receipt, { entryHash: flipped(a.receipt.entryHash) }),
			'notSigned',
			last,
		],
		['the root', (a) => Object.assign(a.receipt.root, { root: flipped(a.receipt.root.root) }), 'notSigned', last],
		[
			'a receipt of another file',
			(a) => Object.assign(a, { receipt: another.receipt }),
			'otherFile',
			another.receipt.seq,
		],
		['no file at all', (a) => Object.assign(a, { lines: [] }), 'notAnArchive', undefined],
	])('%s', (_, change, code, seq) => {
		expect(verifyArchive(forged(change))).toContainEqual(seq === undefined ? { code } : { code, seq });
	});

	test('any byte of any line, 400 times', () => {
		for (let i = 0; i < 400; i++) {
			const text = JSON.stringify(all.lines[i % last]);
			const place = Math.floor((text.length * ((i * 7919) % 997)) / 997);
			const changed = text.slice(0, place) + (text[place] === '0' ? '1' : '0') + text.slice(place + 1);
			let line: Archive['lines'][number];
			try {
				line = JSON.parse(changed);
			} catch {
				continue; // no longer readable as JSON: whoever opens it sees that
			}
			if (JSON.stringify(line) === text) continue;
			expect(codes(forged((a) => void a.lines.splice(i % last, 1, line))), changed).not.toEqual([]);
		}
	});
	test('all written anew by the practice itself, keys in hand: what it handed before still says otherwise', async () => {
		const handed = await receiptFor(world, practice, dossier.id, 9);
		const key = all.receipt.publicKey;
		const before = await house.owner('select seq, sealed, hash from entry where journal_id = $1', [dossier.id]);
		await rewrite(house, dossier, 5, (line) => ({ ...line, data: { text: 'never said' } }));
		await signAgain(house);
		const anew = await archive([JOINT, anne.person, luc.person]);
		expect(codes(anew, { key })).toEqual([]);
		expect(codes(anew, { key, receipts: [handed] })).toEqual(['receiptDiffers']);
		expect(before.length).toBe(last);
	});
});
const flipped = (text: string) => `${text[0] === 'a' ? 'b' : 'a'}${text.slice(1)}`;

test('the verifier runs alone, on this page and nothing else, under three hundred lines', () => {
	const own = join(folder, 'verifier.mjs');
	const source = readFileSync('src/server/platform/verifier.mjs', 'utf8');
	expect(source.split('\n').length).toBeLessThan(300);
	expect([...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)].every(([, of]) => of?.startsWith('node:'))).toBe(true);
	writeFileSync(own, source);
	const [good, bad] = [join(folder, 'good.json'), join(folder, 'bad.json')];
	writeFileSync(good, JSON.stringify(all));
	writeFileSync(bad, JSON.stringify({ ...all, lines: all.lines.slice(1) }));
	const run = (path: string) => execFileSync(process.execPath, [own, path, '--key', all.receipt.publicKey]).toString();
	expect(run(good)).toContain(`${all.lines.length} lignes`);
	expect(() => run(bad)).toThrow(/Command failed/);
});

test('a key that left opens nothing that is written afterwards', async () => {
	await renewKeys(world, practice, dossier.id, [JOINT]);
	done(await story.send('message.send', dossier, { part: JOINT, text: 'afterwards' }));
	const later = await archive([JOINT]);
	const line = later.lines.at(-1);
	expect(line?.opened).toMatchObject({ data: { text: 'afterwards' } });
	expect(all.keys[line?.header.key ?? '']).toBeUndefined();
	expect(verifyArchive(later)).toEqual([]);
	const sealed = Buffer.from(line?.sealed ?? '', 'base64');
	for (const key of Object.values(all.keys)) {
		const cipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), sealed.subarray(0, 12))
			.setAAD(Buffer.from(headerText(line?.header as Archive['lines'][number]['header'])))
			.setAuthTag(sealed.subarray(12, 28));
		cipher.update(sealed.subarray(28));
		expect(() => cipher.final()).toThrow();
	}
});
