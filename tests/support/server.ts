import { execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Engine, migrate, poolOf } from '#server/platform/database.ts';
import { startEmbedded } from '#server/platform/postgres/embedded.ts';

/** A PostgreSQL of the test's own, with a fresh, migrated database for whoever asks. */
export interface TestServer {
	readonly name: string;
	readonly fresh: () => Promise<Engine>;
	/** Ends something (a pool) before the server itself is stopped. */
	readonly before: (stop: () => Promise<unknown>) => void;
	readonly stop: () => Promise<void>;
}

/** A folder that the database's own user may pass through, made for one test. */
export function openFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'balise-test-'));
	chmodSync(folder, 0o755);
	return folder;
}

type At = (database: string) => Engine;

/** A new database, migrated. */
async function migrated(at: At, database: string): Promise<Engine> {
	await asOwner(at, `create database ${database}`);
	await migrate(at(database));
	return at(database);
}

async function asOwner(at: At, statement: string): Promise<void> {
	const pool = poolOf(at('postgres'), 1, 'owner');
	await pool.query(statement);
	await pool.end();
}

/** Databases on a server that somebody started, and how all of it ends. */
export function served(name: string, at: At, end: () => Promise<void>, make = migrated): TestServer {
	const closing: (() => Promise<unknown>)[] = [];
	let made = 0;
	return {
		name,
		before: (stop) => void closing.push(stop),
		fresh: () => make(at, `test_${++made}`),
		stop: async () => {
			for (const stop of closing.splice(0).reverse()) await stop();
			await end();
		},
	};
}

/** The embedded server, as `npm start` runs it. */
export async function embeddedServer(): Promise<TestServer> {
	const folder = openFolder();
	const { stop, ...address } = await startEmbedded({ dataDir: join(folder, 'data'), log: () => {} });
	const end = () => stop().finally(() => rmSync(folder, { recursive: true, force: true }));
	return served('embedded', (database) => ({ ...address, database }), end);
}

/** A server that many test files share, and the database in it that is migrated already. */
export interface Shared {
	readonly host: string;
	readonly port: number;
	readonly user: string;
	readonly ready: string;
}

/** A share of one server: its databases are copies of the one that is ready, and go when the file is done. */
export function sharedServer({ ready, ...address }: Shared): TestServer {
	const at: At = (database) => ({ ...address, database });
	const made: string[] = [];
	const copy = async (_: At, name: string): Promise<Engine> => {
		const database = `${name}_${process.pid}`;
		await asOwner(at, `create database ${database} template ${ready}`);
		made.push(database);
		return at(database);
	};
	const end = async () => {
		for (const database of made) await asOwner(at, `drop database if exists ${database} with (force)`);
	};
	return served('embedded', at, end, copy);
}

/** Start the server that the files of a run share; answers where it is, and how to end it. */
export async function startShared(): Promise<{ readonly shared: Shared; readonly stop: () => Promise<void> }> {
	const folder = openFolder();
	const start = () => startEmbedded({ dataDir: join(folder, 'data'), log: () => {} });
	const ready = 'balise_ready';
	const first = await start();
	await migrated((database) => ({ ...first, database }), ready);
	// Several apps at once, each with its own pool.
	await asOwner((database) => ({ ...first, database }), 'alter system set max_connections = 400');
	await first.stop();
	const { stop, host, port, user } = await start();
	const end = () => stop().finally(() => rmSync(folder, { recursive: true, force: true }));
	return { shared: { host, port, user, ready }, stop: end };
}

const debian = '/usr/lib/postgresql';

/** The programs of the machine's own PostgreSQL, when it has one. */
export const systemPostgres = (): string | undefined =>
	existsSync(debian)
		? readdirSync(debian)
				.sort((a, b) => Number(b) - Number(a))
				.map((version) => join(debian, version, 'bin'))
				.find((folder) => existsSync(join(folder, 'initdb')))
		: undefined;

/** Below the ports that a system gives to outgoing connections: such a one would take it before it is listened on. */
export async function freePort(): Promise<number> {
	const port = randomInt(20_000, 32_000);
	return (await isFree(port)) ? port : freePort();
}

const isFree = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const probe = createServer().once('error', () => resolve(false));
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
	});

/** A server of the machine's own PostgreSQL, reached over TCP with a password, as by DATABASE_URL. */
export async function remoteServer(programs: string): Promise<TestServer> {
	const folder = openFolder();
	const root = process.getuid?.() === 0;
	const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	const runAs = root ? { uid: id('-u'), gid: id('-g') } : {};
	if (root) chownSync(folder, id('-u'), id('-g'));
	writeFileSync(join(folder, 'password'), 'only-for-this-test\n');
	const made = ['-D', join(folder, 'pg'), '-U', 'balise', '-E', 'UTF8', '--locale=C', '-A', 'scram-sha-256'];
	const as = { ...runAs, cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' } };
	execFileSync(join(programs, 'initdb'), [...made, '--pwfile', join(folder, 'password')], { ...as, stdio: 'ignore' });
	const port = await freePort();
	const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`];
	const args = ['-D', join(folder, 'pg'), '-p', String(port), ...settings];
	const child = spawn(join(programs, 'postgres'), args, { ...as, stdio: 'ignore' });
	const ended = new Promise<void>((done) => child.once('exit', () => done()));
	const at = (database: string) => ({ url: `postgresql://balise:only-for-this-test@127.0.0.1:${port}/${database}` });
	await answers(at('postgres').url);
	return served('DATABASE_URL', at, async () => {
		child.kill('SIGINT');
		await ended;
		rmSync(folder, { recursive: true, force: true });
	});
}

async function answers(url: string): Promise<void> {
	for (const end = Date.now() + 30_000; ; await sleep(50)) {
		const client = new pg.Client({ connectionString: url });
		client.on('error', () => {});
		try {
			await client.connect();
			return await client.end();
		} catch (error) {
			if (Date.now() > end) throw error;
		}
	}
}
