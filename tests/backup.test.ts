import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { noteAccess } from '#server/journal/access.ts';
import { backUp } from '#server/journal/backup/back-up.ts';
import { lastGood } from '#server/journal/backup/house.ts';
import { keysCopies } from '#server/journal/backup/keys-copy.ts';
import { NotEmpty, restore } from '#server/journal/backup/restore.ts';
import { leftOut, tablesOf } from '#server/journal/backup/tables.ts';
import { checkpoint } from '#server/journal/checkpoint.ts';
import { destroyParts, forgetDestroyed } from '#server/journal/destroy.ts';
import { readEntries } from '#server/journal/read.ts';
import { verifyAll } from '#server/journal/verify.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { ArchiveBroken } from '#server/platform/backup/frames.ts';
import { poolOf } from '#server/platform/database.ts';
import { fileKeys } from '#server/platform/keys.ts';
import { backupHouse, worldOn } from './support/backups.ts';
import { done, openFolder, type TestServer, testEngines, testHouse, toyModel, toyStory } from './support/index.ts';

const engines = await testEngines();

/** A practice with a couple's file that was written in, read and checkpointed. */
async function livedOn(server: TestServer) {
	const keysFile = join(openFolder(), 'keys.json');
	const house = await testHouse({ server, model: toyModel(), keys: fileKeys(keysFile) });
	const story = await toyStory(house);
	const { send, dossier, anne } = story;
	const say = async (text: string, part: string = JOINT) => done(await send('message.send', dossier, { part, text }));
	const backups = backupHouse(server, house, { keysFile });
	for (let n = 0; n < 12; n++) await say(`line ${n}`, n % 3 ? JOINT : anne.person);
	await noteAccess(house.world, house.practice, {
		at: house.clock.now(),
		account: story.practitioner,
		what: 'read dossier',
		outcome: 'done',
		subject: { journal: dossier.id },
	});
	done(await send('meeting.book', dossier, { id: randomUUID(), practitioner: story.practitioner, start: 1, end: 2 }));
	await checkpoint(house.world, house.practice, backups.roots);
	return { house, story, backups, keysFile, say };
}
const words = { parts: [JOINT], limit: 50 };

describe.each(engines.map((server) => [server.name, server] as const))('%s', async (_, server) => {
	const { house, story, backups, keysFile, say } = await livedOn(server);
	const { practice } = house;
	const newest = async () =>
		(await backups.store.list())
			.filter((name) => name.endsWith('.backup'))
			.sort()
			.at(-1) ?? '';
	const from = async (engine: Awaited<ReturnType<TestServer['fresh']>>, name?: string) => ({
		engine,
		store: backups.store,
		name: name ?? (await newest()),
		keys: fileKeys(keysFile),
		roots: join(openFolder(), 'data'),
	});

	test('every table is in a backup, or it is said why not', async () => {
		const client = await backups.pool.connect();
		const { rows } = await client.query(`select table_name as name from information_schema.tables
			where table_schema = 'public' and table_type = 'BASE TABLE'`);
		const held = (await tablesOf(client)).map(({ name }) => name);
		client.release();
		expect([...held, ...Object.keys(leftOut)].sort()).toEqual(rows.map(({ name }) => name).sort());
		for (const name of ['entry', 'journal', 'account', 'pending', 'access_batch', 'checkpoint', 'practice'])
			expect(held).toContain(name);
	});

	test('is taken under load, read back, and restored into an empty database where every chain holds', async () => {
		const writing = { on: true };
		const writers = [1, 2, 3, 4].map(async (n) => {
			const ref = await story.openDossier();
			for (let i = 0; writing.on; i++) done(await story.send('message.send', ref, { part: JOINT, text: `${n} ${i}` }));
		});
		const before = await say('acknowledged before the snapshot');
		const made = await backUp(backups);
		writing.on = false;
		await Promise.all(writers);
		const [held] = made.manifest.held.filter((h) => h.practice === practice);
		expect(held).toMatchObject({ practice, batches: 1, root: { seq: 1 } });
		expect(await lastGood(backups.pool, 'content')).toMatchObject({ name: made.name, bytes: made.bytes, failed: null });

		const engine = await server.fresh();
		const asked = await from(engine);
		const restored = await restore(asked);
		expect(restored).toMatchObject({ practices: [practice], destroyedSince: [] });
		const world = worldOn(engine, toyModel(), keysFile, house.clock);
		server.before(() => world.db.destroy());
		const { read, findings } = await verifyAll({ db: world.db, world, roots: asked.roots });
		expect(findings).toEqual([]);
		expect(read).toMatchObject({ practices: 1, checkpoints: 1, lines: held?.lines });
		const { entries } = await readEntries(world, practice, story.dossier, words);
		expect(entries.at(-1)).toMatchObject({ data: { text: 'acknowledged before the snapshot' } });
		expect(entries.at(-1)?.seq).toBe(before.entries.at(-1)?.seq);
		// It goes on: the next line, the next letter.
		done(await story.send('message.send', story.dossier, { part: JOINT, text: 'and on' }, { world }));
		done(
			await story.send(
				'meeting.book',
				story.dossier,
				{ id: randomUUID(), practitioner: story.practitioner, start: 5, end: 6 },
				{ world },
			),
		);
		await expect(restore(asked)).rejects.toThrow(NotEmpty);
	});

	test('a cut or changed archive is refused, and nothing is half restored', async () => {
		const name = await newest();
		const file = join(backups.store.place, name);
		const whole = readFileSync(file);
		onTestFinished(() => writeFileSync(file, whole));
		const engine = await server.fresh();
		const owner = poolOf(engine, 1, 'owner');
		server.before(() => owner.end());
		const flipped = Buffer.from(whole);
		flipped[whole.length - 40] = (flipped[whole.length - 40] ?? 0) ^ 1;
		const broken = {
			cut: whole.subarray(0, whole.length - 10),
			half: whole.subarray(0, whole.length >> 1),
			flipped,
			more: Buffer.concat([whole, randomBytes(8)]),
			'not ours': Buffer.from('hello\nworld'),
			empty: Buffer.alloc(0),
		};
		for (const [how, bytes] of Object.entries(broken)) {
			writeFileSync(file, bytes);
			await expect(restore(await from(engine)), how).rejects.toThrow(ArchiveBroken);
			const { rows } = await owner.query('select (select count(*) from practice) + (select count(*) from entry) as n');
			expect([how, rows[0].n]).toEqual([how, 0]);
		}
		const keys = join(openFolder(), 'others.json');
		await fileKeys(keys).rotate('backup');
		writeFileSync(file, whole);
		await expect(restore({ ...(await from(engine)), keys: fileKeys(keys) })).rejects.toMatchObject({ why: 'noKey' });
	});
});

test('a backup made before a destruction brings back lines that nothing opens', async () => {
	const [server] = engines;
	if (!server) throw new Error('no engine');
	const { house, story, backups, keysFile } = await livedOn(server);
	const { practice, world } = house;
	const { dossier, anne } = story;
	const gone = await story.openDossier();
	done(await story.send('message.send', gone, { part: JOINT, text: 'of a file that ends' }));
	const { name } = await backUp(backups);
	house.clock.advance(60_000);
	await destroyParts(world, practice, [
		{ journal: dossier.id, of: anne.person },
		{ journal: gone.id, of: 'whole' },
	]);
	house.clock.advance(86_400_000);
	await backUp(backups);
	expect(await keysCopies(backups.store)).toHaveLength(1);

	const engine = await server.fresh();
	const roots = join(openFolder(), 'data');
	const restored = await restore({ engine, store: backups.store, name, keys: fileKeys(keysFile), roots });
	expect(new Set(restored.destroyedSince.map((d) => d.journal))).toEqual(new Set([dossier.id, gone.id]));
	const again = worldOn(engine, toyModel(), keysFile, house.clock);
	server.before(() => again.db.destroy());
	await forgetDestroyed(again, practice, [...new Set(restored.destroyedSince.map((d) => d.journal))]);
	expect((await verifyAll({ db: again.db, world: again, roots })).findings).toEqual([]);
	const parts = { parts: [JOINT, anne.person], limit: 50 };
	expect((await readEntries(again, practice, gone, parts)).entries).toEqual([]);
	expect(new Set((await readEntries(again, practice, dossier, parts)).entries.map((e) => e.part))).toEqual(
		new Set([JOINT]),
	);
	// Neither table nor name nor word stands in the clear in what lies in the folder.
	for (const file of readdirSync(backups.store.place)) {
		const path = join(backups.store.place, file);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		for (const needle of ['line 1', 'Anne', 'key_ledger', 'entry', practice])
			expect(readFileSync(path).includes(needle)).toBe(false);
	}
	rmSync(backups.folder, { recursive: true });
});
