import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Live, type LivePace, type LiveRow, liveTable, openLive } from './live.ts';
import { type Embedded, startEmbedded } from './postgres/embedded.ts';
import { open, seal } from './seal.ts';

let folder: string;
let server: Embedded;
let sql: pg.Pool;
const closing: (() => Promise<unknown>)[] = [];

const poolFor = () => {
	const { host, port, user, database } = server;
	const pool = new pg.Pool({ host, port, user, database, max: 6 });
	pool.on('error', () => {});
	return pool;
};

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'balise-live-'));
	server = await startEmbedded({ dataDir: join(folder, 'data'), log: () => {} });
	sql = poolFor();
	await sql.query(liveTable);
}, 60_000);

afterAll(async () => {
	await sql?.end();
	await server?.stop();
	rmSync(folder, { recursive: true, force: true });
});

afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

const key = createSecretKey(randomBytes(32));
const keys = {
	seal: (channel: string, plain: string) => seal(key, channel, plain),
	open: (channel: string, sealed: Uint8Array) => open(key, channel, sealed).toString(),
};

/** One app process: a pool of its own on the one database. */
const openProcess = (pace?: LivePace): Live => {
	const pool = poolFor();
	const live = openLive(pool, keys, () => {}, pace);
	closing.push(() => live.close().then(() => pool.end()));
	return live;
};

const until = async (question: () => boolean, timeout = 10_000) => {
	for (const end = Date.now() + timeout; !question(); await sleep(5)) if (Date.now() > end) throw new Error('never');
};

/** From the channel's beginning, unless told otherwise: another process cannot know when a subscription here began. */
const hear = (live: Live, channel: string, after: bigint | undefined = 0n) => {
	const heard: LiveRow[] = [];
	const stop = live.subscribe(channel, after, (event) => heard.push(event));
	return { heard, stop, said: () => heard.map(({ data }) => data) };
};

const listeners = async () =>
	(await sql.query<{ pid: number }>(`select pid from pg_stat_activity where query = 'listen live_event'`)).rows.map(
		({ pid }) => pid,
	);

describe('live events on one database', () => {
	test('reach every process, in order, and only their channel', async () => {
		const [a, b] = [openProcess(), openProcess()];
		const [here, there, elsewhere] = [hear(a, 'room 1'), hear(b, 'room 1'), hear(b, 'room 2')];
		await b.publish('room 2', { name: 'join', data: 'x' });
		for (let n = 0; n < 50; n += 1) await (n % 2 ? a : b).publish('room 1', { name: 'signal', data: n });
		await until(() => here.heard.length === 50 && there.heard.length === 50);
		const numbers = Array.from({ length: 50 }, (_, n) => n);
		expect(here.said()).toEqual(numbers);
		expect(there.said()).toEqual(numbers);
		expect(elsewhere.said()).toEqual(['x']);
		expect(here.heard.map(({ id }) => id)).toEqual(
			[...here.heard].map(({ id }) => id).sort((x, y) => (x < y ? -1 : 1)),
		);
	});

	test('are heard once each, by all alike, when both processes write at the same time', async () => {
		const [a, b] = [openProcess(), openProcess()];
		const [here, there] = [hear(a, 'busy'), hear(b, 'busy')];
		const writes = Array.from({ length: 300 }, (_, n) => (n % 2 ? a : b).publish('busy', { name: 'signal', data: n }));
		await Promise.all(writes);
		await until(() => here.heard.length >= 300 && there.heard.length >= 300);
		await sleep(50);
		expect(here.said()).toEqual(there.said());
		expect(new Set(here.said()).size).toBe(300);
		expect(here.heard).toHaveLength(300);
	});

	test('that came while the hearing connection was dead are heard when it is back', async () => {
		const [a, b] = [openProcess(), openProcess()];
		const there = hear(b, 'cut');
		await a.publish('cut', { name: 'signal', data: 0 });
		await until(() => there.heard.length === 1);
		const before = await listeners();
		await sql.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [before]);
		for (let n = 1; n <= 20; n += 1) await a.publish('cut', { name: 'signal', data: n });
		await until(() => there.heard.length === 21);
		expect(there.said()).toEqual(Array.from({ length: 21 }, (_, n) => n));
		await sleep(300);
		const after = await listeners();
		expect(after).toHaveLength(2);
		expect(after.some((pid) => before.includes(pid))).toBe(false);
	});

	test('are found without any hint', async () => {
		const b = openProcess({ look: 100, sweep: 60_000 });
		const there = hear(b, 'silent');
		await sleep(200);
		await sql.query(`insert into live_event (channel, body) values ('silent', $1)`, [
			keys.seal('silent', JSON.stringify({ name: 'signal', data: 'found' })),
		]);
		await until(() => there.heard.length === 1);
		expect(there.said()).toEqual(['found']);
	});

	test('go on after the id one had, even in another process', async () => {
		const [a, b] = [openProcess(), openProcess()];
		const first = hear(a, 'resumed');
		for (const n of [1, 2, 3, 4]) await a.publish('resumed', { name: 'signal', data: n });
		await until(() => first.heard.length === 4);
		const again = hear(b, 'resumed', first.heard[1]?.id);
		await until(() => again.heard.length === 2);
		expect(again.said()).toEqual([3, 4]);
	});

	test('are not heard by who stopped, nor before who starts now', async () => {
		const a = openProcess();
		const early = hear(a, 'short');
		await a.publish('short', { name: 'signal', data: 1 });
		await until(() => early.heard.length === 1);
		early.stop();
		const late: LiveRow[] = [];
		a.subscribe('short', undefined, (event) => late.push(event));
		await a.publish('short', { name: 'signal', data: 2 });
		await until(() => late.length === 1);
		expect(late.map(({ data }) => data)).toEqual([2]);
		expect(early.said()).toEqual([1]);
	});

	test('a listener that throws harms no other', async () => {
		const a = openProcess();
		a.subscribe('throws', undefined, () => {
			throw new Error('mine alone');
		});
		const other = hear(a, 'throws');
		await a.publish('throws', { name: 'signal', data: 1 });
		await a.publish('throws', { name: 'signal', data: 2 });
		await until(() => other.heard.length === 2);
	});

	test('are sealed in the table, to their channel', async () => {
		const a = openProcess();
		await a.publish('sealed', { name: 'signal', data: 'candidate 192.0.2.7' });
		const { rows } = await sql.query<{ body: Buffer }>(`select body from live_event where channel = 'sealed'`);
		expect(rows[0]?.body.toString('latin1')).not.toContain('192.0.2.7');
		expect(() => keys.open('another', rows[0]?.body ?? Buffer.alloc(0))).toThrow();
	});

	test('are swept after a minute', async () => {
		openProcess({ look: 60_000, sweep: 100 });
		await sql.query(
			`insert into live_event (channel, body, at) values ('old', '', now() - interval '61 seconds'), ('young', '', now())`,
		);
		await sleep(400);
		const { rows } = await sql.query<{ channel: string }>(
			`select channel from live_event where channel in ('old', 'young')`,
		);
		expect(rows).toEqual([{ channel: 'young' }]);
	});

	test('keep growing ids when the database has crashed and forgotten them', async () => {
		const a = openProcess();
		const heard = hear(a, 'crash');
		for (let n = 0; n < 5; n += 1) await a.publish('crash', { name: 'signal', data: n });
		await until(() => heard.heard.length === 5);
		const { rows } = await sql.query<{ pid: number }>('select pg_backend_pid() as pid');
		process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
		// Until it has noticed and begun anew, the server may still take events, and lose them: the table is unlogged.
		const empty = () =>
			sql.query<{ n: string }>('select count(*) as n from live_event').then(
				({ rows: [row] }) => Number(row?.n) === 0,
				() => false,
			);
		for (const end = Date.now() + 20_000; !(await empty()) && Date.now() < end; ) await sleep(50);
		expect(await empty()).toBe(true);
		await a.publish('crash', { name: 'signal', data: 'after' });
		await until(() => heard.heard.length === 6, 20_000);
		expect(heard.heard[5]?.id).toBeGreaterThan(heard.heard[4]?.id ?? 0n);
		expect(heard.said()).toEqual([0, 1, 2, 3, 4, 'after']);
	}, 60_000);
});
