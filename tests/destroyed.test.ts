import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { destroyParts, endRetired } from '#server/journal/destroy.ts';
import { readEntries, readFacts } from '#server/journal/read.ts';
import { verifyAll } from '#server/journal/verify.ts';
import { JOINT, type JournalRef } from '#server/kernel/journal.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { inPractice } from '#server/platform/database.ts';
import { KeyMissing } from '#server/platform/keys.ts';
import { done, type Stored, testHouse, testServer, toyModel, toyStory } from './support/index.ts';

const server = await testServer();
const house = await testHouse({ server, model: toyModel() });
const { practice, world } = house;
const story = await toyStory(house);
const { send } = story;
const say = (text: string, part: string = JOINT) => ({ part, text });

/** A file with somebody's own part, long enough for a snapshot. */
async function longFile(lines = 12): Promise<{ ref: JournalRef; person: string }> {
	const ref = await story.openDossier();
	const person = randomUUID();
	done(await send('person.add', ref, { id: person, name: 'Zoé' }));
	for (let i = 0; i < lines; i++) done(await send('message.send', ref, say(`line ${i}`, i % 3 ? JOINT : person)));
	return { ref, person };
}
const destroy = (journal: string, of: string, by = house.another()) => destroyParts(by, practice, [{ journal, of }]);
const found = async ({ id }: JournalRef) => {
	const { findings } = await verifyAll({ db: world.db, world: house.another() }, { practice });
	return findings.filter((f) => f.journal === undefined || f.journal === id);
};
const sealedTables = ['entry', 'snapshot', 'brief', 'outbox', 'key_ledger'];
/** Everything sealed that a copy of the database would hold of one file, and the keys as they were wrapped then. */
async function copyOf({ id }: JournalRef): Promise<ReadonlyMap<string, readonly Stored[]>> {
	const copy = new Map<string, readonly Stored[]>();
	for (const table of sealedTables.filter((t) => t !== 'outbox'))
		copy.set(table, await house.owner(`select * from ${table} where journal_id = $1`, [id]));
	return copy;
}
const readable = (by: typeof world, ref: JournalRef, person: string) =>
	readEntries(by, practice, ref, { parts: [JOINT, person], limit: 100 }).then((r) => r.entries.map((e) => e.part));

describe('a part that is destroyed', () => {
	test('says nothing any more, to any process; the file goes on, and everything still verifies', async () => {
		const { ref, person } = await longFile();
		// This other process has the facts and the keys in memory.
		const other = house.another();
		done(await send('message.send', ref, say('warm', person), { world: other }));
		expect(await readable(other, ref, person)).toContain(person);
		expect(await destroy(ref.id, person)).toBe(1);
		expect((await readFacts(other, practice, ref))?.facts.care?.of(person).said).toBe(0);
		expect(new Set(await readable(other, ref, person))).toEqual(new Set([JOINT]));
		done(await send('message.send', ref, say('it goes on'), { world: other }));
		expect(await found(ref)).toEqual([]);
	});
	test('opens nowhere in a copy made before, its old wrapped keys included', async () => {
		const { ref, person } = await longFile();
		const copy = await copyOf(ref);
		await destroy(ref.id, 'whole');
		const old = copy.get('key_ledger') ?? [];
		expect(old).toHaveLength(2);
		for (const row of old) await expect(house.keys.unwrap(row.wrapped_by, row.wrapped)).rejects.toThrow(KeyMissing);
		// Every key that is still held: none of them opens anything of it.
		const held = await house.owner('select id from key_ledger where practice_id = $1', [practice]);
		const ids = new Set(held.map((row) => row.id));
		for (const [table, rows] of copy)
			for (const row of rows) expect([table, ids.has(row.key_id ?? row.id)]).toEqual([table, false]);
		expect(await readable(house.another(), ref, person)).toEqual([]);
	});
});

describe('a whole file that is destroyed', () => {
	test('is there for nobody, takes no further line, and its chain still verifies', async () => {
		const { ref, person } = await longFile();
		const other = house.another();
		done(await send('message.send', ref, say('warm'), { world: other }));
		await destroy(ref.id, 'whole');
		expect(await send('message.send', ref, say('too late'), { world: other })).toMatchObject({
			code: 'act.notYourDossier',
		});
		expect(await readable(other, ref, person)).toEqual([]);
		for (const table of ['snapshot', 'brief', 'care', 'appointment', 'blind', 'key_ledger'])
			expect(await house.owner(`select from ${table} where journal_id = $1`, [ref.id])).toEqual([]);
		expect(await house.owner('select from entry where journal_id = $1', [ref.id])).not.toEqual([]);
		expect(await found(ref)).toEqual([]);
	});
	test('is destroyed once: doing it again changes nothing', async () => {
		const { ref } = await longFile(3);
		expect(await destroy(ref.id, 'whole')).toBe(2);
		expect(await destroy(ref.id, 'whole')).toBe(0);
		expect(await found(ref)).toEqual([]);
	});
	test('other files open as before, under the new practice key', async () => {
		const [kept, gone] = [await longFile(3), await longFile(3)];
		const before = await house.ownerOne('select key_name from practice where id = $1', [practice]);
		await destroy(gone.ref.id, 'whole');
		const after = await house.ownerOne('select key_name from practice where id = $1', [practice]);
		expect(after.key_name).not.toBe(before.key_name);
		await expect(house.keys.wrap(before.key_name, Buffer.from('x'))).rejects.toThrow(KeyMissing);
		done(await send('message.send', kept.ref, say('still here'), { world: house.another() }));
		expect(await found(kept.ref)).toEqual([]);
	});
	test('a crash before the old practice key is gone is finished by the next round', async () => {
		const { ref } = await longFile(3);
		const before = await house.ownerOne('select key_name from practice where id = $1', [practice]);
		const keys = { ...house.keys, destroy: () => Promise.reject(new Error('crash')) };
		await expect(
			destroyParts({ ...house.another(), keys }, practice, [{ journal: ref.id, of: 'whole' }]),
		).rejects.toThrow('crash');
		await house.keys.wrap(before.key_name, Buffer.from('x'));
		await endRetired(world, practice);
		await expect(house.keys.wrap(before.key_name, Buffer.from('x'))).rejects.toThrow(KeyMissing);
		expect(await inPractice(world.db, practice, (tx) => tx.selectFrom('retired_key').selectAll().execute())).toEqual(
			[],
		);
	});
});

test('destroying and writing at once: what was acknowledged stands before the end, and nothing after it', async () => {
	for (let round = 0; round < 6; round++) {
		const { ref } = await longFile(2);
		const writers = [house.another(), house.another()];
		const [, ...outcomes] = await Promise.all([
			destroy(ref.id, 'whole'),
			...writers.flatMap((by) => [1, 2].map((n) => send('message.send', ref, say(`${n}`), { world: by }))),
		]);
		for (const outcome of outcomes) if (isRefusal(outcome)) expect(outcome.code).toBe('act.notYourDossier');
		expect(await house.owner('select from key_ledger where journal_id = $1', [ref.id])).toEqual([]);
		expect(await found(ref)).toEqual([]);
	}
});

test('keys made while a destruction wraps all others are wrapped by the new one', async () => {
	const gone = await longFile(2);
	const makers = [house.another(), house.another(), house.another()];
	await Promise.all([destroy(gone.ref.id, 'whole'), ...makers.map(() => longFile(1))]);
	const names = await house.owner('select distinct wrapped_by from key_ledger where practice_id = $1', [practice]);
	const { key_name } = await house.ownerOne('select key_name from practice where id = $1', [practice]);
	expect(names.map((row) => row.wrapped_by)).toEqual([key_name]);
});
