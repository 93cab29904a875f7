import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { startEmbedded } from '#server/platform/postgres/embedded.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
	for (const clean of cleanUp.splice(0).reverse()) await clean();
});

function ground(): { readonly dataDir: string; readonly keys: string } {
	const folder = mkdtempSync(join(tmpdir(), 'balise-test-'));
	// As made by people: root's service user may pass through it.
	execFileSync('chmod', ['755', folder]);
	cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
	return { dataDir: join(folder, 'data'), keys: join(folder, 'keys.json') };
}

async function takePort(): Promise<{ readonly port: number; readonly free: () => Promise<unknown> }> {
	const listener = createServer();
	await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
	const free = () => new Promise((done) => listener.close(done));
	cleanUp.push(free);
	return { port: (listener.address() as AddressInfo).port, free };
}

type Run = { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<number | null> };

function run(script: string, { dataDir, keys }: ReturnType<typeof ground>, env: Record<string, string>): Run {
	const { DATABASE_URL: _, ...own } = process.env;
	const child = spawn(process.execPath, [script], {
		env: { ...own, NODE_ENV: 'production', BALISE_DATA: dataDir, BALISE_KEYS: keys, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (text += part));
	const ended = once(child, 'close').then(([code]) => code as number | null);
	cleanUp.push(async () => {
		child.kill('SIGTERM');
		await ended;
	});
	return { child, said: () => text, ended };
}

async function until<T>(look: () => T | Promise<T>): Promise<NonNullable<T>> {
	for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
		const seen = await Promise.resolve(look()).catch(() => undefined);
		if (seen) return seen;
	}
	throw new Error(`not seen within a minute: ${look}`);
}

const oneLine = (text: string) => text.trim().split('\n');

describe('a start that cannot go on says why in one line and touches nothing', () => {
	test('the port is taken', async () => {
		const place = ground();
		const { port } = await takePort();
		const { said, ended } = run('server.mjs', place, { PORT: String(port) });
		expect(await ended).toBe(1);
		expect(oneLine(said())).toEqual([expect.stringMatching(new RegExp(`port ${port} .*PORT=3000 npm start.* \\| .*`))]);
		expect(existsSync(place.dataDir)).toBe(false);
	});

	test('the address is neither this machine’s nor https', async () => {
		const place = ground();
		const { said, ended } = run('server.mjs', place, { BALISE_ORIGIN: 'http://balise.example' });
		expect(await ended).toBe(1);
		expect(oneLine(said())).toEqual([expect.stringMatching(/https:\/\/ .*\|.*https:\/\//)]);
		expect(existsSync(place.dataDir)).toBe(false);
	});

	test('another Balise has the data', async () => {
		const place = ground();
		const { port, free } = await takePort();
		await free();
		const first = await startEmbedded({ dataDir: place.dataDir, log: () => {} });
		cleanUp.push(first.stop);
		const { said, ended } = run('server.mjs', place, { PORT: String(port) });
		expect(await ended).toBe(1);
		expect(oneLine(said())).toEqual([expect.stringContaining(`(process ${process.pid})`)]);
	});
});

describe('npm start', () => {
	test('serves, comes back when its server is killed, and leaves nothing running when it is stopped', async () => {
		const place = ground();
		const { port, free } = await takePort();
		await free();
		const page = () => fetch(`http://localhost:${port}/`).then(({ status }) => status < 500);
		const { child, said, ended } = run('start.mjs', place, { PORT: String(port) });
		await until(() => said().includes(`http://localhost:${port}`) || child.exitCode !== null);
		expect(await page()).toBe(true);
		const server = Number(readFileSync(join(place.dataDir, 'lock.pid'), 'utf8'));
		process.kill(server, 'SIGKILL');
		await until(() => said().match(/http:\/\/localhost:\d+ \(Ctrl-C to stop\)/g)?.length === 2);
		expect(await page()).toBe(true);
		const database = Number.parseInt(readFileSync(join(place.dataDir, 'pg/postmaster.pid'), 'utf8'), 10);
		child.kill('SIGTERM');
		expect(await ended).toBe(0);
		expect(() => process.kill(database, 0)).toThrow('ESRCH');
		await expect(page()).rejects.toThrow();
	});
});
