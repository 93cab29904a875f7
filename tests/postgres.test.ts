import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { type Embedded, type EmbeddedAddress, startEmbedded } from '#server/platform/postgres/embedded.ts';

const open: { stop(): Promise<void> }[] = [];
const folders: string[] = [];
const children: ChildProcess[] = [];

afterEach(async () => {
	for (const child of children.splice(0)) child.kill('SIGKILL');
	for (const server of open.splice(0)) await server.stop();
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function dataFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'balise-test-'));
	// As made by people: root's service user may pass through it.
	execFileSync('chmod', ['755', folder]);
	folders.push(folder);
	return join(folder, 'data');
}

async function start(dataDir: string, onExit = () => {}): Promise<Embedded> {
	const server = await startEmbedded({ dataDir, log: () => {}, onExit });
	open.push(server);
	return server;
}

async function query(address: EmbeddedAddress, sql: string): Promise<unknown[]> {
	const client = new pg.Client({ ...address, connectionTimeoutMillis: 5_000 });
	// Told of the server's end while idle, an unheard client would end the process.
	client.on('error', () => {});
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
}

const serverPid = (dataDir: string) => Number.parseInt(readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8'), 10);
const refusal = (dataDir: string) =>
	start(dataDir).then(
		() => 'it started',
		(error: Error) => `${error.name}: ${error.message}`,
	);

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
	for (const end = Date.now() + 30_000; ; await sleep(100)) {
		try {
			return await attempt();
		} catch (error) {
			if (Date.now() > end) throw error;
		}
	}
}

/** Another Balise, in a process of its own. */
async function startElsewhere(dataDir: string): Promise<ChildProcess> {
	const module = resolve('src/server/platform/postgres/embedded.ts');
	const script = `const { startEmbedded } = await import(${JSON.stringify(module)});
		await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log() {} });
		console.log('up'); setInterval(() => {}, 1000);`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	children.push(child);
	await once(child.stdout as NodeJS.ReadableStream, 'data');
	return child;
}

describe('the embedded PostgreSQL', () => {
	test('keeps what was written when it is stopped and started again', async () => {
		const dataDir = dataFolder();
		const first = await start(dataDir);
		await query(first, 'create table kept as select 7 as n');
		await first.stop();
		const second = await start(dataDir);
		expect(await query(second, 'select n from kept')).toEqual([{ n: 7 }]);
	});

	test('listens on a socket in a closed folder and nowhere else', async () => {
		const server = await start(dataFolder());
		expect(statSync(server.host).mode & 0o777).toBe(0o700);
		expect(await query(server, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
	});

	test('puts its socket in a random closed folder, the same each time, when its own path is too long', async () => {
		const dataDir = join(dataFolder(), 'a'.repeat(120));
		mkdirSync(join(dataDir, '..'), { recursive: true });
		const first = await start(dataDir);
		expect(first.host.startsWith(dataDir)).toBe(false);
		expect(statSync(first.host).mode & 0o777).toBe(0o700);
		expect(await query(first, 'select 1 as n')).toEqual([{ n: 1 }]);
		await first.stop();
		expect((await start(dataDir)).host).toBe(first.host);
		folders.push(first.host);
	});

	test('is started again when it is killed, and says so; what was acknowledged is there', async () => {
		const dataDir = dataFolder();
		let ended = 0;
		const server = await start(dataDir, () => void ended++);
		await query(server, 'create table kept as select 7 as n');
		for (const round of [1, 2]) {
			process.kill(serverPid(dataDir), 'SIGKILL');
			await eventually(async () => expect(ended).toBe(round));
			expect(await eventually(() => query(server, 'select n from kept'))).toEqual([{ n: 7 }]);
		}
	});

	test('left alone by a Balise that was killed, it is stopped and its data served again', async () => {
		const dataDir = dataFolder();
		const other = await startElsewhere(dataDir);
		const orphan = serverPid(dataDir);
		other.kill('SIGKILL');
		await once(other, 'exit');
		const server = await start(dataDir);
		expect(serverPid(dataDir)).not.toBe(orphan);
		expect(await query(server, 'select 1 as n')).toEqual([{ n: 1 }]);
	});

	test('killed together with its Balise, it starts again', async () => {
		const dataDir = dataFolder();
		const other = await startElsewhere(dataDir);
		process.kill(serverPid(dataDir), 'SIGKILL');
		other.kill('SIGKILL');
		await once(other, 'exit');
		expect(await query(await start(dataDir), 'select 1 as n')).toEqual([{ n: 1 }]);
	});

	test('starts although its lock file names a living stranger', async () => {
		const dataDir = dataFolder();
		const server = await start(dataDir);
		const lock = readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8');
		await server.stop();
		const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
		children.push(stranger);
		writeFileSync(join(dataDir, 'pg/postmaster.pid'), lock.replace(/^\d+/, String(stranger.pid)));
		expect(await query(await start(dataDir), 'select 1 as n')).toEqual([{ n: 1 }]);
		expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
	});
});

describe('a data folder', () => {
	test('serves one Balise at a time: a second copy is refused in one line, in both languages', async () => {
		const dataDir = dataFolder();
		await start(dataDir);
		expect(await refusal(dataDir)).toMatch(/^StartError: Balise est déjà en marche .*\| Balise is already running .*$/);
	});

	test('refuses a second copy in another process, and is free again when the first is killed', async () => {
		const dataDir = dataFolder();
		const other = await startElsewhere(dataDir);
		expect(await refusal(dataDir)).toContain(`(process ${other.pid})`);
		other.kill('SIGKILL');
		await once(other, 'exit');
		await start(dataDir);
	});

	test('written by a newer PostgreSQL is refused in one line and left as it was', async () => {
		const dataDir = dataFolder();
		await (await start(dataDir)).stop();
		writeFileSync(join(dataDir, 'pg/PG_VERSION'), '99\n');
		expect(await refusal(dataDir)).toMatch(
			/^StartError: .*plus récente de PostgreSQL \(99, .*a newer PostgreSQL \(99, .*$/,
		);
		writeFileSync(join(dataDir, 'pg/PG_VERSION'), '18\n');
		await start(dataDir);
	});

	test('written by a newer Balise is refused in one line', async () => {
		const dataDir = dataFolder();
		mkdirSync(dataDir);
		writeFileSync(join(dataDir, 'balise.json'), '{"format":99}');
		expect(await refusal(dataDir)).toMatch(
			/^StartError: .*plus récente de Balise \(format 99, .*a newer Balise \(format 99, .*$/,
		);
	});

	test('whose first preparation was cut short is prepared anew', async () => {
		const dataDir = dataFolder();
		mkdirSync(join(dataDir, 'pg.init'), { recursive: true });
		execFileSync('chmod', ['755', dataDir]);
		writeFileSync(join(dataDir, 'pg.init/PG_VERSION'), '18');
		expect(await query(await start(dataDir), 'select 1 as n')).toEqual([{ n: 1 }]);
	});
});
