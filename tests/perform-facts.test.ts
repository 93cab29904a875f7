import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsAt, type HeadAt } from '#server/journal/facts.ts';
import { readEntries, readFacts } from '#server/journal/read.ts';
import { verifyAll } from '#server/journal/verify.ts';
import type { JournalFacts, Model, World } from '#server/journal/world.ts';
import { JOINT, type JournalRef } from '#server/kernel/journal.ts';
import { inPractice } from '#server/platform/database.ts';
import { canonical } from '#server/platform/hash.ts';
import {
	done,
	frozenCache,
	lengthOf,
	practiceRef,
	type ToyFacts,
	testHouse,
	testServer,
	toyModel,
	toyStory,
} from './support/index.ts';

const server = await testServer();
const house = await testHouse({ server, model: toyModel() });
const story = await toyStory(house);
const { send, anne, luc, practitioner } = story;
const say = (text: string, part: string = JOINT) => ({ part, text });
const newerModel = toyModel({ careVersion: 2 });

const headOf = async ({ id }: JournalRef) =>
	(await house.owner('select seq, hash from journal where id = $1', [id]))[0] as unknown as HeadAt;
/** Facts of one journal as a world has them now. */
const factsIn = async (world: World<ToyFacts>, ref: JournalRef): Promise<JournalFacts> =>
	inPractice(world.db, house.practice, async (tx) => factsAt(world, tx, house.practice, ref, await headOf(ref)));
const plain = ({ seq, hash, joint, own }: JournalFacts) => canonical({ seq, hash: hash.toString('hex'), joint, own });
const withoutSnapshots = async (ref: JournalRef) => {
	await house.owner('delete from snapshot where journal_id = $1', [ref.id]);
	return factsIn({ ...house.world, cache: frozenCache() }, ref);
};
/** A file with two persons and some lines; long enough for a snapshot. */
async function longFile(lines: number): Promise<{ ref: JournalRef; person: string }> {
	const ref = await story.openDossier();
	const person = randomUUID();
	done(await send('person.add', ref, { id: person, name: 'Zoé' }));
	for (let i = 0; i < lines; i++) done(await send('message.send', ref, say(`line ${i}`, i % 3 ? JOINT : person)));
	return { ref, person };
}
/** Make one stored line unreadable: whoever folds it again is caught. */
const damage = (ref: JournalRef, seq: number) =>
	house.owner(
		"update entry set sealed = overlay(sealed placing '\\x00000000' from 14) where journal_id = $1 and seq = $2",
		[ref.id, seq],
	);

describe('a snapshot is only a cache', () => {
	const step = fc.oneof(
		fc.record({ act: fc.constantFrom('consent.give', 'consent.withdraw'), who: fc.constantFrom(0, 1) }),
		fc.record({
			act: fc.constant('message.send'),
			who: fc.constantFrom(0, 1),
			text: fc.string({ unit: 'binary', maxLength: 60 }),
			own: fc.boolean(),
		}),
		fc.record({ act: fc.constantFrom('session.open', 'strange.note', 'person.add'), who: fc.constantFrom(0, 1) }),
		fc.record({ act: fc.constantFrom('forget', 'other process'), who: fc.constant(0) }),
	);

	test('facts kept, facts from snapshots and facts folded from the first line are the same, whatever was done', async () => {
		const clients = [anne, luc];
		const worlds = [house.world, house.another()] as const;
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
				const ref = await story.openDossier();
				for (const c of clients) done(await send('person.add', ref, { id: c.person, name: 'N', account: c.account }));
				let at = 0;
				for (const { act, who, ...rest } of steps) {
					const { person, account } = clients[who] ?? anne;
					const world = worlds[at % 2] ?? house.world;
					const { text = '', own } = rest as { text?: string; own?: boolean };
					if (act === 'forget') world.cache.clear();
					else if (act === 'other process') at++;
					else if (act === 'consent.give') await send(act, ref, { person, means: 'signature' }, { as: account, world });
					else if (act === 'consent.withdraw') await send(act, ref, { person }, { as: account, world });
					else if (act === 'message.send')
						done(await send(act, ref, say(text, own ? person : JOINT), { as: account, world }));
					else if (act === 'person.add')
						await send(act, ref, { id: randomUUID(), name: 'M', role: 'representative' }, { world });
					else await send(act, ref, { id: randomUUID() }, { world });
				}
				const kept = [plain(await factsIn(worlds[0], ref)), plain(await factsIn(worlds[1], ref))];
				const fromSnapshot = plain(await factsIn({ ...house.world, cache: frozenCache() }, ref));
				const rebuilt = plain(await withoutSnapshots(ref));
				expect([...kept, fromSnapshot]).toEqual([rebuilt, rebuilt, rebuilt]);
			}),
			{ numRuns: 30 },
		);
	});

	test('what JSON does not keep makes no facts that a rebuild could not make', async () => {
		const ref = await story.openDossier();
		const [note] = done(await send('strange.note', ref, { id: randomUUID() })).entries;
		const read = await readEntries(house.world, house.practice, ref, { parts: [JOINT], limit: 10 });
		expect(read.entries.at(-1)).toStrictEqual(note);
	});

	test('damaged, taken away in part, or put back from earlier, it is not believed', async () => {
		const { ref, person } = await longFile(7);
		const [old] = await house.owner('select sealed, key_id from snapshot where journal_id = $1 and part = $2', [
			ref.id,
			person,
		]);
		for (let i = 0; i < 9; i++) done(await send('message.send', ref, say('more', person)));
		const right = plain(await factsIn(house.world, ref));
		const kept = await house.owner('select * from snapshot where journal_id = $1', [ref.id]);
		const attacks: readonly (() => Promise<unknown>)[] = [
			() =>
				house.owner('update snapshot set sealed = $3 where journal_id = $1 and part = $2', [
					ref.id,
					person,
					old?.sealed,
				]),
			() => house.owner('delete from snapshot where journal_id = $1 and part = $2', [ref.id, person]),
			() => house.owner("delete from snapshot where journal_id = $1 and part = 'joint'", [ref.id]),
			() => house.owner("update snapshot set sealed = '\\x00' where journal_id = $1", [ref.id]),
			() =>
				house.owner(
					'update snapshot a set sealed = b.sealed from snapshot b where a.journal_id = $1 and b.journal_id = $1 and a.part <> b.part',
					[ref.id],
				),
		];
		for (const attack of attacks) {
			await attack();
			const world = { ...house.world, cache: frozenCache() };
			expect(plain(await factsIn(world, ref))).toBe(right);
			await house.owner('delete from snapshot where journal_id = $1', [ref.id]);
			for (const row of kept) {
				const columns = Object.keys(row);
				await house.owner(
					`insert into snapshot (${columns}) values (${columns.map((_, i) => `$${i + 1}`)})`,
					Object.values(row),
				);
			}
		}
	});
});

describe('two releases side by side', () => {
	test('each folds with its own versions, keeps its own snapshots, and answers like the other', async () => {
		const { ref } = await longFile(9);
		const newer = house.another(newerModel);
		for (let i = 0; i < 12; i++)
			done(await send('message.send', ref, say(`line ${i}`), { world: i % 2 ? newer : house.world }));
		const folds = await house.owner('select distinct folds from snapshot where journal_id = $1 order by folds', [
			ref.id,
		]);
		expect(folds.map((f) => f.folds)).toEqual(['care.1 dossier.1', 'care.2 dossier.1']);
		expect(plain(await factsIn(house.world, ref))).toBe(plain(await factsIn(newer, ref)));
	});

	test('neither folds again from the first line once both have a snapshot', async () => {
		const { ref } = await longFile(4);
		const newer = house.another(newerModel);
		for (const world of [newer, house.world])
			for (let i = 0; i < 8; i++) done(await send('message.send', ref, say('x'), { world }));
		await damage(ref, 1);
		for (const world of [house.another(), house.another(newerModel)])
			done(await send('message.send', ref, say('y'), { world }));
	});

	test('a line of a kind that is not known yet folds to nothing', async () => {
		const ref = await story.openDossier();
		const before = (await factsIn(house.world, ref)).joint;
		const act = {
			...house.world.model.acts['bell.ring']?.act,
			name: 'future.act',
			decide: () => [{ kind: 'future.kind', data: { new: true } }],
		};
		const acts = {
			...house.world.model.acts,
			'future.act': { capability: 'care', act },
		} as unknown as Model<ToyFacts>['acts'];
		done(await send('future.act', ref, {}, { world: house.another({ ...toyModel(), acts }) }));
		expect((await factsIn(house.world, ref)).joint).toEqual(before);
		done(await send('message.send', ref, say('and on')));
	});
});

describe('two processes on one database', () => {
	test('never answer from what they kept when the other has written', async () => {
		const ref = await story.openDossier();
		const other = house.another();
		done(await send('person.add', ref, { id: anne.person, name: 'Anne', account: anne.account }));
		for (let i = 0; i < 5; i++) {
			const [here, there] = i % 2 ? [house.world, other] : [other, house.world];
			expect(await send('session.open', ref, { id: randomUUID() }, { world: there })).toMatchObject({
				code: 'act.normUnmet',
			});
			done(
				await send('consent.give', ref, { person: anne.person, means: 'signature' }, { as: anne.account, world: here }),
			);
			done(await send('session.open', ref, { id: randomUUID() }, { world: there }));
			done(await send('consent.withdraw', ref, { person: anne.person }, { as: anne.account, world: here }));
		}
	});

	test('read a journal that goes on meanwhile without folding it again from the first line', async () => {
		const practice = practiceRef(house.practice);
		for (let i = 0; i < 9; i++)
			done(await send('member.add', practice, { account: randomUUID(), roles: ['receptionist'] }));
		await damage(practice, 1);
		const ref = await story.openDossier();
		const worlds = [house.another(), house.another(), house.another()];
		const busy = Array.from({ length: 60 }, (_, i) =>
			i % 2
				? send('member.add', practice, { account: randomUUID(), roles: ['receptionist'] }, { world: worlds[0] })
				: send('message.send', ref, say('x'), { world: worlds[1 + (i % 4) / 2] }),
		);
		for (const answer of await Promise.all(busy)) done(answer);
	});
});

describe('a chain that does not lead to its head', () => {
	test('is neither read nor added to', async () => {
		const breaks: readonly ((ref: JournalRef) => Promise<unknown>)[] = [
			(ref) => house.owner('delete from entry where journal_id = $1 and seq = 11', [ref.id]),
			(ref) => house.owner('update journal set seq = seq + 1 where id = $1', [ref.id]),
			(ref) => house.owner("update journal set hash = sha256('x') where id = $1", [ref.id]),
			(ref) => damage(ref, 10),
		];
		for (const breaks_ of breaks) {
			const { ref } = await longFile(9);
			await breaks_(ref);
			const before = await lengthOf(house, ref);
			await expect(send('message.send', ref, say('x'), { world: house.another() })).rejects.toThrow(
				'do not lead to its head',
			);
			expect(await lengthOf(house, ref)).toBe(before);
		}
	});
});

describe('reading', () => {
	test('gives the last lines in order, page by page, and only of the parts that are asked for', async () => {
		const { ref, person } = await longFile(10);
		const pages: number[][] = [];
		let before: number | undefined;
		do {
			const page = await readEntries(house.world, house.practice, ref, {
				parts: [JOINT, person],
				limit: 5,
				...(before && { before }),
			});
			pages.push(page.entries.map((e) => e.seq));
			before = page.before;
		} while (before);
		expect(pages).toEqual([
			[8, 9, 10, 11, 12],
			[3, 4, 5, 6, 7],
			[1, 2],
		]);
		const joint = await readEntries(house.world, house.practice, ref, { parts: [JOINT], limit: 50 });
		expect(new Set(joint.entries.map((e) => e.part))).toEqual(new Set([JOINT]));
		expect(joint.entries).toHaveLength(8);
	});

	test('stops at a line that does not link to the one before it', async () => {
		for (const seq of [1, 6, 9]) {
			const { ref } = await longFile(10);
			await damage(ref, seq);
			const reading = readEntries(house.world, house.practice, ref, { parts: [JOINT], limit: seq === 1 ? 50 : 8 });
			await expect(reading).rejects.toThrow('do not lead to its head');
			if (seq === 1)
				await expect(
					readEntries(house.world, house.practice, ref, { parts: [JOINT], limit: 8 }),
				).resolves.toBeDefined();
		}
	});

	test('facts seen from a journal that does not exist, or of another kind, are none', async () => {
		const { ref } = await longFile(1);
		for (const none of [
			{ kind: 'dossier', id: randomUUID() },
			{ ...ref, kind: 'practice' },
			{ ...ref, id: 'x' },
		] as const) {
			expect(await readFacts(house.world, house.practice, none)).toBeUndefined();
		}
		const seen = await readFacts(house.world, house.practice, ref);
		expect(seen).toMatchObject({
			seq: 3,
			facts: { dossier: { label: 'a couple' }, permit: { until: expect.any(Number) } },
		});
		expect(seen?.facts.house.members[practitioner]).toEqual(['practitioner', 'owner']);
	});
});

test('a key of the ledger given to another part opens nothing there', async () => {
	const { ref, person } = await longFile(3);
	await house.owner("delete from key_ledger where journal_id = $1 and part = 'joint'", [ref.id]);
	await house.owner("update key_ledger set part = 'joint' where journal_id = $1 and part = $2", [ref.id, person]);
	await expect(send('message.send', ref, say('x'), { world: house.another() })).rejects.toThrow(
		'was not made for the place',
	);
});

describe('a part destroyed on purpose', () => {
	test('keeps its lines in the chain, says nothing any more, and the file goes on', async () => {
		const { ref, person } = await longFile(12);
		const place = [ref.id, person];
		await house.owner(
			'insert into destroyed_key select practice_id, id, journal_id, part, 1 from key_ledger where journal_id = $1 and part = $2',
			place,
		);
		await house.owner('delete from key_ledger where journal_id = $1 and part = $2', place);
		await house.owner('delete from snapshot where journal_id = $1 and part = $2', place);
		const world = house.another();
		const facts = await factsIn(world, ref);
		expect([Object.keys(facts.own), (facts.joint.care as { said: number }).said]).toEqual([[], 8]);
		done(await send('message.send', ref, say('it goes on'), { world }));
		const { entries } = await readEntries(world, house.practice, ref, { parts: [JOINT, person], limit: 50 });
		expect(new Set(entries.map((e) => e.part))).toEqual(new Set([JOINT]));
		const { findings, read } = await verifyAll({ db: world.db, world: house.another() }, { practice: house.practice });
		expect(findings.filter((f) => f.journal === ref.id)).toEqual([]);
		expect(read.destroyed).toBe(4);
	});

	test('is told from one whose key was merely taken away', async () => {
		const { ref, person } = await longFile(12);
		await house.owner('delete from key_ledger where journal_id = $1 and part = $2', [ref.id, person]);
		const { findings } = await verifyAll({ db: house.world.db, world: house.another() });
		expect(findings.filter((f) => f.journal === ref.id)).toMatchObject([{ code: 'keyMissing' }]);
	});
});
