import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Engine, migrate, poolOf } from '#server/platform/database.ts';
import { type Jobs, startJobs } from '#server/platform/jobs.ts';
import { openLog } from '#server/platform/log.ts';
import { startEmbedded } from '#server/platform/postgres/embedded.ts';
import { openFolder, testEngines } from './support/index.ts';

const servers = await testEngines();
const soon = { timeout: 20_000, interval: 20 };
/** Cut just as it was taken, a job is nobody's until it is no longer held: a minute. */
const withinTheHold = { timeout: 80_000, interval: 20 };
const never = 86_400_000;

/** The jobs of one process, and the log it writes. */
function started(engine: Engine, jobs: Jobs) {
	const lines: string[] = [];
	const pool = poolOf(engine, 3, 'owner');
	const { stop } = startJobs(pool, openLog({ level: 'trace', to: { write: (line) => void lines.push(line) } }), jobs);
	let stopped: Promise<void> | undefined;
	const stopOnce = () => (stopped ??= stop().then(() => pool.end()));
	onTestFinished(stopOnce, 60_000);
	return { stop: stopOnce, lines, pool };
}
const forget = (pool: pg.Pool) => pool.query('update job set due_at = 0');

describe.each(servers)('what comes round, on $name', (server) => {
	test('begins by itself, and again when its time has come', async () => {
		let [often, once] = [0, 0];
		started(await server.fresh(), {
			often: { every: 200, run: async () => void often++ },
			once: { every: never, run: async () => void once++ },
		});
		await expect.poll(() => often, soon).toBeGreaterThan(3);
		expect(once).toBe(1);
	});
	test('runs in one process at a time, and once a round', async () => {
		const engine = await server.fresh();
		let [now, most, runs] = [0, 0, 0];
		const run = async () => {
			most = Math.max(most, ++now);
			await sleep(30);
			now--;
			runs++;
		};
		const from = performance.now();
		const processes = [1, 2, 3].map(() => started(engine, { shared: { every: 150, run } }));
		await expect.poll(() => runs, soon).toBeGreaterThan(6);
		await Promise.all(processes.map(({ stop }) => stop()));
		expect(most).toBe(1);
		expect(runs).toBeLessThanOrEqual((performance.now() - from) / 150 + 1);
	});
	test('a failure is told without its words, and does not end it', async () => {
		let runs = 0;
		const { lines } = started(await server.fresh(), {
			failing: {
				every: 100,
				run: async () => {
					if (++runs < 3) throw new RangeError('elle a peur de rentrer');
				},
			},
		});
		await expect.poll(() => runs, soon).toBeGreaterThan(4);
		expect(lines.map((line) => JSON.parse(line))).toMatchObject([
			{ event: 'jobs.failed', task: 'failing', error: { type: 'RangeError' } },
			{ event: 'jobs.failed', task: 'failing' },
		]);
		expect(lines.join('')).not.toContain('peur');
	});
	test('a long round that fails is tried again before its next time', async () => {
		const { pool } = started(await server.fresh(), {
			daily: { every: never, run: () => Promise.reject(new Error('no')) },
		});
		const due = async () =>
			(await pool.query<{ due_at: number }>('select due_at from job')).rows[0]?.due_at ?? Number.NaN;
		await expect.poll(async () => (await due()) - Date.now(), soon).toBeLessThan(60_000);
	});
	test('closing asks what is running to end, waits for it, and begins nothing more', async () => {
		const seen: string[] = [];
		const run = async (signal: AbortSignal) => {
			seen.push('begun');
			await new Promise((done) => signal.addEventListener('abort', done));
			await sleep(100);
			seen.push('ended');
		};
		const { stop } = started(await server.fresh(), { patient: { every: 50, run } });
		await expect.poll(() => seen, soon).toEqual(['begun']);
		await stop();
		expect(seen).toEqual(['begun', 'ended']);
		await sleep(200);
		expect(seen).toEqual(['begun', 'ended']);
	});
	test('what a killed process held is free again when it has said nothing for a minute', async () => {
		const engine = await server.fresh();
		const { pool, stop } = started(engine, {});
		await pool.query(
			`insert into job values ('held', 1, 0, (extract(epoch from clock_timestamp()) * 1000)::bigint + 1500)`,
		);
		const from = performance.now();
		let ran = Number.NaN;
		const run = async () => {
			ran = performance.now() - from;
		};
		started(engine, { held: { every: 200, run } });
		await sleep(500);
		expect(ran).toBeNaN();
		await expect.poll(() => ran, soon).toBeGreaterThan(1000);
		await stop();
	});
	test('every connection is cut, again and again: it goes on', { timeout: 500_000 }, async () => {
		const engine = await server.fresh();
		let runs = 0;
		started(engine, { often: { every: 50, run: async () => void runs++ } });
		const admin = poolOf(engine, 1, 'owner');
		for (let round = 0; round < 5; round++) {
			const before = runs;
			await expect.poll(() => runs, withinTheHold).toBeGreaterThan(before + 2);
			await admin.query(
				'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
			);
		}
		const before = runs;
		await expect.poll(() => runs, withinTheHold).toBeGreaterThan(before + 2);
		await forget(admin);
		await admin.end();
	});
});

describe('what comes round', () => {
	const folder = openFolder();
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('goes on after the database was killed under it, three times', { timeout: 400_000 }, async () => {
		const dataDir = join(folder, 'data');
		const { stop, ...engine } = await startEmbedded({ dataDir, log: () => undefined });
		onTestFinished(stop, 60_000);
		await migrate(engine);
		let runs = 0;
		const { pool } = started(engine, {
			often: {
				every: 50,
				run: async () => {
					await pool.query('select pg_sleep(0.02)');
					runs++;
				},
			},
		});
		for (let round = 0; round < 3; round++) {
			const before = runs;
			await expect.poll(() => runs, withinTheHold).toBeGreaterThan(before + 3);
			process.kill(Number.parseInt(readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8'), 10), 'SIGKILL');
		}
		const before = runs;
		await expect.poll(() => runs, withinTheHold).toBeGreaterThan(before + 3);
	});
});
