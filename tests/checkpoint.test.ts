import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { noteAccess } from '#server/journal/access.ts';
import { checkpoint, latestRoot } from '#server/journal/checkpoint.ts';
import { type Receipt, receiptFor, verifyReceipt } from '#server/journal/receipt.ts';
import { rootText } from '#server/journal/root.ts';
import { rootsFile, rootsKept } from '#server/journal/roots.ts';
import { isSigned } from '#server/journal/signing.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { done, openFolder, testHouse, testServer, toyModel, toyStory } from './support/index.ts';

const server = await testServer();
const house = await testHouse({ server, model: toyModel() });
const { world, practice } = house;
const { send, dossier, practitioner } = await toyStory(house);
const say = async (text: string, to = dossier) =>
	done(await send('message.send', to, { part: JOINT, text })).entries[0]?.seq as number;
const folder = openFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const publicKey = async () => {
	const { public: key } = await house.ownerOne('select public from sign_key where practice_id = $1', [practice]);
	return key.toString('base64url');
};

describe('a checkpoint', () => {
	test('is made when a journal or the access log went on, and only then', async () => {
		const first = await checkpoint(world, practice);
		expect(await checkpoint(house.another(), practice)).toEqual(first);
		await say('one more');
		const second = await checkpoint(world, practice);
		expect(second).toMatchObject({ seq: (first?.seq ?? 0) + 1, size: (first?.size ?? 0) + 1 });
		await noteAccess(world, practice, {
			at: world.now(),
			account: practitioner,
			what: 'read dossier',
			outcome: 'done',
		});
		expect(await checkpoint(world, practice)).toMatchObject({ seq: (second?.seq ?? 0) + 1 });
		expect(await checkpoint(world, await house.addPractice())).toBeUndefined();
	});

	test("is signed with the practice's own key, over everything it says", async () => {
		const root = await latestRoot(world, practice);
		if (!root) throw new Error('no root');
		expect(isSigned(rootText(root), root.signature, await publicKey())).toBe(true);
		for (const other of [{ seq: 99 }, { at: 1 }, { size: 1 }, { practice: randomUUID() }, { root: '00'.repeat(32) }]) {
			expect(isSigned(rootText({ ...root, ...other }), root.signature, await publicKey())).toBe(false);
		}
	});

	test('made at the same moment by several processes is made once', async () => {
		await say('again');
		const made = await Promise.all([world, house.another(), house.another()].map((w) => checkpoint(w, practice)));
		expect(new Set(made.map((m) => m?.root)).size).toBe(1);
	});

	test('keeps no private key in the clear', async () => {
		const { sealed } = await house.ownerOne('select sealed from sign_key where practice_id = $1', [practice]);
		expect(sealed.includes(Buffer.from('302e020100300506032b657004220420', 'hex'))).toBe(false);
	});
});

describe('the file of roots', () => {
	const path = rootsFile(folder, practice);
	const seqs = () => [...rootsKept(path)].map((r) => r.seq);

	test('has every root, also those made while it was not written, and is closed to others', async () => {
		const root = await checkpoint(world, practice, folder);
		expect(seqs()).toEqual(Array.from({ length: root?.seq ?? 0 }, (_, i) => i + 1));
		expect(statSync(path).mode & 0o777).toBe(0o600);
		await say('unkept');
		await checkpoint(world, practice);
		await say('kept');
		await checkpoint(world, practice, folder);
		expect([...rootsKept(path)].at(-1)).toEqual(await latestRoot(world, practice));
		expect(seqs()).toEqual(seqs().map((_, i) => i + 1));
	});

	test('is only ever appended to', async () => {
		const before = readFileSync(path);
		await say('more');
		await checkpoint(world, practice, folder);
		expect(readFileSync(path).subarray(0, before.length).equals(before)).toBe(true);
	});

	test('goes on after a crash that cut its last line short', async () => {
		const whole = statSync(path).size;
		truncateSync(path, whole - 40);
		await say('after the crash');
		await checkpoint(world, practice, folder);
		expect(seqs().sort((a, b) => a - b)).toEqual(seqs().map((_, i) => i + 1));
		appendFileSync(path, '{"seq":');
		await say('and again');
		await checkpoint(world, practice, folder);
		expect([...rootsKept(path)].at(-1)).toEqual(await latestRoot(world, practice));
	});
});

describe('a receipt', () => {
	const receipt = async (seq: number) => (await receiptFor(world, practice, dossier.id, seq)) as Receipt;
	const check = async (r: unknown, db = world.db) => [
		await verifyReceipt(r, await publicKey()),
		await verifyReceipt(r, await publicKey(), db),
	];

	test('of a line holds by itself and against the database, at once and after the file went on', async () => {
		for (const seq of [1, await say('to be proved')]) {
			const handed = await receipt(seq);
			expect(await check(handed)).toEqual([undefined, undefined]);
			await say('more');
			await checkpoint(world, practice);
			expect(await check(handed)).toEqual([undefined, undefined]);
			expect(await check(await receipt(seq))).toEqual([undefined, undefined]);
		}
	});

	test('of a line between two checkpoints leads to the head that was signed after it', async () => {
		const seq = await say('between');
		await say('and then');
		await say('and then');
		await checkpoint(world, practice);
		const handed = await receipt(seq);
		expect(handed.head.seq).toBe(seq + 2);
		expect(await check(handed)).toEqual([undefined, undefined]);
	});

	test('of any line holds, in trees of many shapes', async () => {
		const files = [
			dossier,
			...(await Promise.all(
				Array.from({ length: 7 }, async () => {
					const ref = { kind: 'dossier', id: randomUUID() } as const;
					done(await send('dossier.open', ref, { label: 'x', practitioner }));
					return ref;
				}),
			)),
		];
		for (let round = 0; round < 12; round++) {
			for (const file of files.slice(0, 1 + (round % files.length))) await say('x', file);
			await checkpoint(world, practice);
		}
		for (const file of files) {
			for (let seq = 1; seq <= 6; seq++) {
				const handed = await receiptFor(world, practice, file.id, seq);
				if (handed) expect(await check(handed)).toEqual([undefined, undefined]);
			}
		}
	});

	test('tells nothing of what the line says, and there is none of a line that is not there', async () => {
		const seq = await say('a very telling word');
		expect(JSON.stringify(await receipt(seq))).not.toContain('telling');
		expect(await receiptFor(world, practice, dossier.id, seq + 1)).toBeUndefined();
		expect(await receiptFor(world, practice, randomUUID(), 1)).toBeUndefined();
	});

	test('changed anywhere does not hold', async () => {
		const seq = await say('changed');
		await say('head');
		await checkpoint(world, practice);
		const handed = await receipt(seq);
		const other = createHash('sha256').update('x').digest('hex');
		const changes: readonly Partial<Receipt>[] = [
			{ practice: randomUUID() },
			{ journal: randomUUID() },
			{ seq: seq - 1 },
			{ entryHash: other },
			{ header: '{}' },
			{ head: { ...handed.head, hash: other } },
			{ path: handed.path.slice(1) },
			{ root: { ...handed.root, root: other } },
			{ latest: { ...handed.latest, seq: 1 } },
			{ signature: handed.latest.signature },
		];
		for (const change of changes) expect((await check({ ...handed, ...change }))[0]).toBe('notSigned');
		for (const nothing of [undefined, {}, 'x', { ...handed, more: 1 }, { ...handed, practice: "'; drop" }]) {
			expect((await check(nothing))[1]).toBe('notAReceipt');
		}
	});

	test('signed by somebody else does not hold', async () => {
		const elsewhere = await house.addPractice();
		done(
			await send(
				'practice.open',
				{ kind: 'practice', id: elsewhere },
				{ owner: practitioner },
				{ practice: elsewhere, as: { system: true, assurance: 'none' } },
			),
		);
		const theirs = await receiptFor(world, elsewhere, elsewhere, 1);
		expect(await verifyReceipt(theirs, await publicKey())).toBe('notSigned');
		expect(await verifyReceipt(theirs, theirs?.publicKey ?? '')).toBeUndefined();
		expect(await verifyReceipt(theirs, 'not a key')).toBe('notSigned');
	});
});
