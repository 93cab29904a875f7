import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { checkpoint } from '#server/journal/checkpoint.ts';
import { receiptFor, verifyReceipt } from '#server/journal/receipt.ts';
import { rootsFile } from '#server/journal/roots.ts';
import { verifyAll } from '#server/journal/verify.ts';
import { JOINT } from '#server/kernel/journal.ts';
import {
	done,
	openFolder,
	rewrite,
	signAgain,
	testHouse,
	testServer,
	toyModel,
	toyStory,
	vault,
} from './support/index.ts';

const server = await testServer();
const house = await testHouse({ server, model: toyModel() });
const { world, practice, owner } = house;
const { send, dossier } = await toyStory(house);
const roots = openFolder();
afterAll(() => rmSync(roots, { recursive: true, force: true }));
const say = async (text: string) =>
	done(await send('message.send', dossier, { part: JOINT, text })).entries[0]?.seq as number;

const early = await say('before the line that is rewritten');
await checkpoint(world, practice, roots);
const earlyReceipt = await receiptFor(world, practice, dossier.id, early);
const target = await say('I told them on the 3rd');
for (let i = 0; i < 12; i++) await say(`and then ${i}`);
await checkpoint(world, practice, roots);
const receipt = await receiptFor(world, practice, dossier.id, target);
const later = await receiptFor(world, practice, dossier.id, target + 9);
const anchored = target + 12;
for (let i = 0; i < 10; i++) await say(`not anchored yet ${i}`);
const end = anchored + 10;

const { restore } = await vault(house);
const file = readFileSync(rootsFile(roots, practice));
afterEach(async () => {
	await restore();
	writeFileSync(rootsFile(roots, practice), file);
});
const look = async () => (await verifyAll({ db: world.db, world: house.another(), roots })).findings;
const lie = (line: { readonly data: unknown }) => ({ ...line, data: { text: 'I told them on the 1st' } }) as never;
const fault = (handed: unknown) => verifyReceipt(handed, receipt?.publicKey ?? '', world.db);

describe('somebody who holds the database and every key', () => {
	test('and rewrites a line that a checkpoint holds is seen by the checkpoint', async () => {
		await rewrite(house, dossier, target, lie);
		expect(await look()).toEqual([expect.objectContaining({ journal: dossier.id, code: 'checkpointHeadLost' })]);
	});

	test('and signs every checkpoint again is seen by the file beside the database', async () => {
		await rewrite(house, dossier, target, lie);
		await signAgain(house);
		expect(await look()).toEqual([{ practice, code: 'rootLost', seq: 2 }]);
	});

	test('and rewrites that file too is seen by what clients were handed, and by nothing else', async () => {
		await rewrite(house, dossier, target, lie);
		await signAgain(house, roots);
		expect(await look()).toEqual([]);
		expect(await fault(receipt)).toBe('rootGone');
		expect(await fault(later)).toBe('rootGone');
		// What was handed before the line was written says nothing of it.
		expect(await fault(earlyReceipt)).toBeUndefined();
	});

	test('and only puts a line of before back under its old hash is seen by the receipt of any line after it', async () => {
		await owner(
			'update entry set sealed = (select sealed from entry o where o.journal_id = $1 and o.seq = $2 - 1) where journal_id = $1 and seq = $2',
			[dossier.id, target],
		);
		expect(await fault(receipt)).toBe('lineChanged');
		await restore();
		await owner('delete from entry where journal_id = $1 and seq = $2', [dossier.id, target]);
		expect(await fault(receipt)).toBe('lineGone');
		await restore();
		expect(await fault(receipt)).toBeUndefined();
	});
});

// What the chain shows of lines that no checkpoint holds yet: at most ten minutes of work. MEASURES asks for the figures.
describe('after the last anchor', () => {
	const set = (what: string, seq: number) =>
		owner(`update entry set ${what} where journal_id = $1 and seq = $2`, [dossier.id, seq]);
	const cutTo = async (last: number) => {
		await owner('delete from entry where journal_id = $1 and seq > $2', [dossier.id, last]);
		await owner(
			'update journal set seq = $2, hash = (select hash from entry where journal_id = $1 and seq = $2) where id = $1',
			[dossier.id, last],
		);
	};
	const attacks: Readonly<Record<string, (seq: number) => Promise<unknown>>> = {
		'a byte changed': (seq) => set('sealed = set_byte(sealed, 30, 255 - get_byte(sealed, 30))', seq),
		'a header changed': (seq) => set('at = at - 1', seq),
		'a line taken away': (seq) => owner('delete from entry where journal_id = $1 and seq = $2', [dossier.id, seq]),
		'two lines in the other order': async (seq) => {
			const next = seq === end ? seq - 1 : seq + 1;
			await set('seq = -1', seq);
			await set(`seq = ${seq}`, next);
			await set(`seq = ${next}`, -1);
		},
		'the end cut off, head put back': (seq) => cutTo(seq - 1),
	};
	const careful: typeof attacks = {
		'the end cut off, and every trace of it': async (seq) => {
			await cutTo(seq - 1);
			await owner('delete from snapshot where journal_id = $1', [dossier.id]);
			await owner('delete from attempt where journal_id = $1 and id not in (select attempt from entry)', [dossier.id]);
			await owner('update brief set seq = $2 where journal_id = $1', [dossier.id, seq - 1]);
		},
	};
	const seqs = Array.from({ length: 10 }, (_, i) => anchored + 1 + i);
	const found = async (attack: (seq: number) => Promise<unknown>, keys: boolean) => {
		let n = 0;
		for (const seq of seqs) {
			await attack(seq);
			n += (keys ? await look() : (await verifyAll({ db: world.db, roots })).findings).length > 0 ? 1 : 0;
			await restore();
		}
		return n;
	};

	test.each(Object.keys(attacks))('%s without the keys: all seen, with no key to look', async (name) => {
		expect(await found(attacks[name] as (seq: number) => Promise<unknown>, false)).toBe(seqs.length);
	});

	test('the end cut off with every trace of it, without the keys: seen with the keys, by the brief, not without', async () => {
		const [attack] = Object.values(careful);
		expect(await found(attack as (seq: number) => Promise<unknown>, false)).toBe(0);
		expect(await found(attack as (seq: number) => Promise<unknown>, true)).toBe(seqs.length);
	});

	test('a line rewritten with every key is not seen: this is what the next checkpoint, and each receipt, puts an end to', async () => {
		for (const seq of [anchored + 1, end]) {
			await rewrite(house, dossier, seq, lie);
			expect(await look()).toEqual([]);
			await restore();
			const handed = await receiptFor(world, practice, dossier.id, seq);
			await rewrite(house, dossier, seq, lie);
			expect(await fault(handed)).toBe('lineChanged');
			expect(await look()).toEqual([expect.objectContaining({ code: 'checkpointHeadLost' })]);
			await restore();
		}
	});

	test('the public key that receipts are checked with cannot be swapped unseen', async () => {
		expect(await verifyReceipt(receipt, randomUUID())).toBe('notSigned');
	});
});
