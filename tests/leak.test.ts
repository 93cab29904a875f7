import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeOutgoing } from '#server/journal/append.ts';
import { listOutbox } from '#server/journal/outbox.ts';
import { openRelay } from '#server/journal/relay.ts';
import type { Outgoing } from '#server/journal/world.ts';
import { MINUTE } from '#server/kernel/time.ts';
import { inPractice, migrate, poolOf } from '#server/platform/database.ts';
import { startJobs } from '#server/platform/jobs.ts';
import { databaseLine, openLog } from '#server/platform/log.ts';
import { startEmbedded } from '#server/platform/postgres/embedded.ts';
import { letterTo } from '#words/mail.ts';
import { done, openFolder, type TestServer, testHouse, toyModel, toyStory } from './support/index.ts';
import { mailServer, mailTo } from './support/mail.ts';

const planted = {
	name: 'Zéphirine Plantée',
	words: 'elle a peur de rentrer chez elle',
	address: 'zephirine.plantee@exemple.example',
	code: '480 913',
	token: 'c2VjcmV0LXRva2Vu',
} as const;
const needles = [...Object.values(planted), 'Zéphirine', 'zephirine', 'Plantée', 'plantee', 'peur'];
const found = (where: Buffer | string) => needles.filter((needle) => where.includes(needle));

/** An embedded server whose files and whose own lines the test can read. */
async function watched() {
	const folder = openFolder();
	const lines: string[] = [];
	const said: string[] = [];
	const log = openLog({ level: 'trace', to: { write: (line) => void lines.push(line) } });
	const databaseSaid = databaseLine(log);
	const { stop, ...engine } = await startEmbedded({
		dataDir: join(folder, 'data'),
		log: (line) => {
			said.push(line);
			databaseSaid(line);
		},
	});
	const closing: (() => Promise<unknown>)[] = [];
	onTestFinished(async () => {
		for (const close of closing.reverse()) await close();
		await stop();
		rmSync(folder, { recursive: true, force: true });
	}, 60_000);
	await migrate(engine);
	const server: TestServer = {
		name: 'watched',
		fresh: async () => engine,
		before: (end) => void closing.push(end),
		stop,
	};
	return { server, log, lines, said, dataDir: join(folder, 'data') };
}

const filesUnder = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((file) => file.isFile())
		.map((file) => join(file.parentPath, file.name));

test('a client’s words leave in no log, no letter, no file of the database and no process argument', async () => {
	const { server, log, lines, said, dataDir } = await watched();
	const house = await testHouse({ server, model: toyModel() });
	const { world, practice, owner } = house;

	// They are written into the record…
	const { send, dossier } = await toyStory(house);
	done(await send('person.add', dossier, { id: randomUUID(), name: planted.name, account: randomUUID() }));
	for (let n = 0; n < 10; n++)
		done(await send('message.send', dossier, { part: 'joint', text: `${planted.name}\u00a0: ${planted.words}` }));

	// …letters are addressed to her, some with her words slipped in; the mail server quotes her, then takes them…
	let open = false;
	const smtp = await mailServer({
		onRcptTo: ({ address }, _session, taken) =>
			open ? taken() : taken(Object.assign(new Error(`<${address}> ${planted.words}`), { responseCode: 451 })),
	});
	const to = { to: planted.address, language: 'fr' };
	const slipped = { path: '/portal', name: planted.name, text: planted.words };
	const letters: readonly Outgoing[] = [
		letterTo(to, 'signInCode', { code: planted.code, minutes: 10 }),
		letterTo(to, 'invitation', { path: `/invitation/${planted.token}` }),
		{ ...letterTo(to, 'messageWaiting', { path: '/portal' }), values: slipped },
		{ ...letterTo(to, 'messageWaiting', { path: '/portal' }), values: { path: `/portal?q=${planted.words}` } },
	];
	await inPractice(world.db, practice, (tx) => writeOutgoing(world, tx, practice, letters));
	const relay = openRelay(world, { mail: mailTo(smtp.url), originOf: () => 'https://cabinet.example', log });
	const states = async () => (await listOutbox(world, practice, 'https://cabinet.example')).map(({ state }) => state);
	relay.poke(practice);
	await expect.poll(states).toEqual(['failed', 'waiting', 'waiting']);
	await expect.poll(() => lines.filter((line) => line.includes('mail.waits')).length).toBe(3);
	open = true;
	house.clock.advance(MINUTE);
	relay.poke(practice);
	await expect.poll(states).toEqual(['failed', 'sent', 'sent']);
	await relay.stop();

	// …statements, jobs and pages fail with them in their errors.
	const failing = await owner('select $1::uuid', [planted.name]).catch((error: unknown) => error);
	log.error('http.failed', failing, { route: `/office?q=${planted.words}`, status: 500 });
	const pool = poolOf(house.engine, 2, 'owner');
	const jobs = startJobs(pool, log, {
		failing: { every: 60_000, run: () => Promise.reject(new Error(planted.words)) },
	});
	await expect.poll(() => lines.filter((line) => line.includes('jobs.failed')).length).toBe(1);
	await jobs.stop();
	await pool.end();
	await owner(`do $$ begin raise exception 'peur'; end $$`).catch((error: unknown) => log.error('app.failed', error));
	await owner('checkpoint');

	expect(smtp.taken).toHaveLength(3);
	for (const { email, raw } of smtp.taken) {
		const { code, token } = planted;
		const meant = email.subject?.includes('code') ? code : token;
		const body = `${email.subject}\n${email.text}\n${raw.split('\r\n\r\n').slice(1).join()}`.replaceAll(meant, '');
		expect(found(body)).toEqual([]);
	}
	expect(
		said.some((line) => line.includes('invalid input syntax')),
		'the server did quote her',
	).toBe(true);
	expect(found(said.join('\n'))).not.toEqual([]);
	expect(lines.length).toBeGreaterThan(8);
	expect(found(lines.join(''))).toEqual([]);

	const files = filesUnder(dataDir);
	expect(files.length).toBeGreaterThan(500);
	expect(files.some((file) => file.includes('pg_wal'))).toBe(true);
	expect(files.flatMap((file) => found(readFileSync(file)).map((needle) => `${needle} in ${file}`))).toEqual([]);
	expect(
		files.some((file) => readFileSync(file).includes(practice.replaceAll('-', ''), 0, 'hex')),
		'files are readable',
	).toBe(true);

	const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	const told = processes.map((pid) => {
		try {
			return readFileSync(`/proc/${pid}/cmdline`);
		} catch {
			return ''; // it has ended meanwhile
		}
	});
	expect(told.flatMap(found)).toEqual([]);
});
