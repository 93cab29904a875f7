import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { accessOf, noteAccess } from '#server/journal/access.ts';
import { checkpoint } from '#server/journal/checkpoint.ts';
import { readEntries } from '#server/journal/read.ts';
import { receiptFor, verifyReceipt } from '#server/journal/receipt.ts';
import { verifyAll } from '#server/journal/verify.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { inPractice, migrate, poolOf, SchemaNewer } from '#server/platform/database.ts';
import { migrations } from '#server/platform/migrations/index.ts';
import { done, practiceRef, testEngines, testHouse, toyModel, toyStory } from './support/index.ts';

const engines = await testEngines();

// The same build on both engines: the embedded server, and the machine's own PostgreSQL through an address.
describe.each(engines.map((server) => [server.name, server] as const))('%s', async (_, server) => {
	const house = await testHouse({ server, model: toyModel() });
	const { world, practice } = house;
	const { send, dossier, anne, practitioner, openDossier } = await toyStory(house);
	const say = (text: string) => send('message.send', dossier, { part: JOINT, text });

	test('an act is done once, whatever happens to its answer', async () => {
		const id = randomUUID();
		const sending = () =>
			send('message.send', dossier, { part: JOINT, text: 'é — œ 👩‍👧 \u0000' }, { id, world: house.another() });
		const answers = await Promise.all([sending(), sending(), sending()]);
		expect(answers.map((a) => done(a).repeated).sort()).toEqual([false, true, true]);
		const { entries } = await readEntries(house.another(), practice, dossier, { parts: [JOINT], limit: 1 });
		expect(entries[0]?.data).toEqual({ text: 'é — œ 👩‍👧 \u0000' });
	});

	test('gates hold under a race, thirty times', async () => {
		const worlds = [house.another(), house.another()];
		let orders = 0;
		for (let round = 0; round < 30; round++) {
			const ref = await openDossier();
			done(await send('person.add', ref, { id: anne.person, name: 'Anne', account: anne.account }));
			done(await send('consent.give', ref, { person: anne.person, means: 'signature' }, { as: anne.account }));
			const open = () => send('session.open', ref, { id: randomUUID() }, { world: worlds[0] });
			const withdraw = () =>
				send('consent.withdraw', ref, { person: anne.person }, { as: anne.account, world: worlds[1] });
			const [opened] =
				round % 2 ? await Promise.all([open(), withdraw()]) : (await Promise.all([withdraw(), open()])).reverse();
			const { entries } = await readEntries(world, practice, ref, { parts: [JOINT, anne.person], limit: 50 });
			const kinds = entries.map((e) => e.kind);
			const wasOpened = kinds.indexOf('session.opened');
			if (wasOpened >= 0) expect(wasOpened).toBeLessThan(kinds.indexOf('consent.withdrawn'));
			expect(wasOpened >= 0).toBe(opened !== undefined && !('refused' in opened));
			orders += wasOpened >= 0 ? 1 : 0;
		}
		expect(orders).toBeGreaterThan(0);
	});

	test('a double booking is refused by the database itself', async () => {
		const slot = { practitioner, start: 1000, end: 2000 };
		const answers = await Promise.all(
			[1, 2, 3].map(() => send('meeting.book', dossier, { id: randomUUID(), ...slot })),
		);
		expect(answers.filter((a) => 'refused' in a && a.code === 'appointment.taken')).toHaveLength(2);
	});

	test('a long journal is folded from its snapshots, and reads back page by page', async () => {
		for (let i = 0; i < 20; i++) done(await say(`line ${i}`));
		done(await send('message.send', dossier, { part: JOINT, text: 'cold' }, { world: house.another() }));
		const { entries, before } = await readEntries(world, practice, dossier, { parts: [JOINT], limit: 5 });
		expect([entries.length, before]).toEqual([5, entries[0]?.seq]);
	});

	test('reading is written down, checkpoints are signed, receipts hold, everything verifies', async () => {
		const subject = { journal: dossier.id };
		await noteAccess(world, practice, {
			at: world.now(),
			account: practitioner,
			what: 'read dossier',
			outcome: 'done',
			subject,
		});
		expect(await accessOf(house.another(), practice, dossier.id)).toHaveLength(1);
		expect(await checkpoint(world, practice)).toMatchObject({ seq: 1 });
		const receipt = await receiptFor(world, practice, dossier.id, 3);
		expect(await verifyReceipt(receipt, receipt?.publicKey ?? '', world.db)).toBeUndefined();
		const { findings, read } = await verifyAll({ db: world.db, world: house.another() });
		expect(findings).toEqual([]);
		expect(read.opened).toBe(read.lines);
	});

	describe('the walls that the database itself holds', () => {
		const tables = [
			'entry',
			'attempt',
			'access_batch',
			'access_subject',
			'checkpoint',
			'checkpoint_leaf',
			'sign_key',
			'destroyed_key',
		] as const;

		test.each(tables)('the app may neither change nor take away rows of %s', async (table) => {
			const change = (verb: ReturnType<typeof sql>) => inPractice(world.db, practice, (tx) => verb.execute(tx));
			await expect(change(sql`update ${sql.table(table)} set practice_id = practice_id`)).rejects.toMatchObject({
				code: '42501',
			});
			await expect(change(sql`delete from ${sql.table(table)}`)).rejects.toMatchObject({ code: '42501' });
			await expect(change(sql`truncate ${sql.table(table)}`)).rejects.toMatchObject({ code: '42501' });
		});

		test("no practice sees or writes another's rows, and none sees any without its name", async () => {
			const elsewhere = await house.addPractice();
			const owner = { system: true, assurance: 'none' } as const;
			done(
				await send(
					'practice.open',
					practiceRef(elsewhere),
					{ owner: practitioner },
					{ practice: elsewhere, as: owner },
				),
			);
			const tenants = await house.owner(
				"select table_name as name from information_schema.columns where column_name = 'practice_id' and table_schema = 'public'",
			);
			expect(tenants.length).toBeGreaterThan(20);
			for (const { name } of tenants) {
				const count = sql<{ n: string }>`select count(*) as n from ${sql.table(name)} where practice_id = ${practice}`;
				expect(await inPractice(world.db, elsewhere, async (tx) => (await count.execute(tx)).rows[0]?.n), name).toBe(0);
				expect((await count.execute(world.db)).rows[0]?.n, name).toBe(0);
			}
			const foreign = sql`insert into attempt values (${practice}, ${randomUUID()}, ${Buffer.alloc(32)}, ${dossier.id}, 1)`;
			await expect(inPractice(world.db, elsewhere, (tx) => foreign.execute(tx))).rejects.toMatchObject({
				code: '42501',
			});
		});

		test('a wall left behind by the last transaction lets nobody through', async () => {
			const one = house.another();
			await inPractice(one.db, practice, (tx) => sql`select 1`.execute(tx));
			expect((await sql<{ n: number }>`select count(*) as n from journal`.execute(one.db)).rows[0]?.n).toBe(0);
		});
	});

	describe('the schema', () => {
		test('comes up from every earlier step, and is brought up once by two processes', async () => {
			for (let steps = 0; steps <= migrations.length; steps++) {
				const pool = poolOf(house.engine, 1, 'owner');
				await pool.query(`create database steps_${steps}`);
				await pool.end();
				const engine =
					'url' in house.engine
						? { url: house.engine.url.replace(/[^/]+$/, `steps_${steps}`) }
						: { ...house.engine, database: `steps_${steps}` };
				expect(await migrate(engine, migrations.slice(0, steps))).toBe(steps);
				const both = await Promise.all([migrate(engine), migrate(engine)]);
				expect(both.sort((a, b) => a - b)).toEqual([0, migrations.length - steps]);
			}
		});

		test('made by a newer Balise is refused', async () => {
			await expect(migrate(house.engine, migrations.slice(0, -1))).rejects.toBeInstanceOf(SchemaNewer);
		});
	});
});
