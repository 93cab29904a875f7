import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { type Folders, ownFolder, port } from './folders.ts';
import { clearOrphan } from './processes.ts';

/** How a server ended. */
export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };
/** One running server process. */
export type Server = { readonly exited: Promise<Exit>; readonly stop: () => Promise<void> };
/** Takes one line of the server's own log. */
export type Log = (line: string) => void;

const environment = { LC_ALL: 'C', TZ: 'UTC' };

/** Makes the cluster once, beside its place, so that a torn one is thrown away and never opened. */
export async function makeCluster({ folder }: Binaries, { cluster, draft, runAs }: Folders): Promise<void> {
	if (existsSync(join(cluster, 'PG_VERSION'))) return;
	rmSync(draft, { recursive: true, force: true });
	ownFolder(draft, runAs);
	const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '-E', 'UTF8'];
	const access = ['-U', 'balise', '--auth-local=trust', '--auth-host=reject'];
	await promisify(execFile)(
		join(folder, 'bin/initdb'),
		['-D', draft, '--data-checksums', '--no-instructions', ...locale, ...access],
		{ ...runAs, cwd: '/', env: environment },
	);
	renameSync(draft, cluster);
}

/** Settings given at each start: a Unix socket only, every commit on disk, and no statement or value in the log. */
const settings = ({ socket }: Folders): readonly string[] =>
	Object.entries({
		listen_addresses: '',
		unix_socket_directories: socket,
		unix_socket_permissions: '0700',
		fsync: 'on',
		full_page_writes: 'on',
		log_error_verbosity: 'terse',
		log_min_error_statement: 'panic',
		log_statement: 'none',
	}).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** Starts the server and waits until it answers; rejects with its last words when it does not. */
export async function launchServer({ folder }: Binaries, folders: Folders, log: Log): Promise<Server> {
	const orphan = await clearOrphan(folders.cluster, join(folders.socket, `.s.PGSQL.${port}.lock`));
	if (orphan !== undefined) log(`stopped the server left by a Balise that was killed (process ${orphan})`);
	// Detached: Ctrl-C reaches Balise alone, which then stops the server after its last writer.
	const child = spawn(join(folder, 'bin/postgres'), ['-D', folders.cluster, '-p', String(port), ...settings(folders)], {
		...folders.runAs,
		cwd: '/',
		env: environment,
		detached: true,
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const exited = exitOf(child);
	await ready(child, exited, log);
	child.unref();
	(child.stderr as unknown as { unref(): void }).unref();
	return { exited, stop: () => stopServer(child, exited) };
}

function exitOf(child: ChildProcess): Promise<Exit> {
	const askToStop = () => child.kill('SIGINT');
	process.once('exit', askToStop);
	return new Promise((done) => {
		child.once('exit', (code, signal) => {
			process.off('exit', askToStop);
			done({ code, signal });
		});
	});
}

function ready(child: ChildProcess, exited: Promise<Exit>, log: Log): Promise<void> {
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	const said: string[] = [];
	if (!child.stderr) throw new Error('the server has no log');
	const lines = createInterface({ input: child.stderr });
	lines.on('line', (line) => {
		log(line);
		if (said.length < 200) said.push(line);
		if (line.includes('database system is ready to accept connections')) resolve();
	});
	child.once('error', reject);
	const end = new Promise<void>((done) => lines.once('close', done));
	void Promise.all([exited, end]).then(() => reject(new Error(said.join('\n') || 'no word from the server')));
	return promise;
}

/** Ends every session and writes everything down; harsher only when that takes too long (recovery then replays the log). */
async function stopServer(child: ChildProcess, exited: Promise<Exit>): Promise<void> {
	child.ref();
	for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
		child.kill(signal);
		const waiting = new AbortController();
		const late = sleep(15_000, 'late', { signal: waiting.signal }).catch(() => 'late');
		const outcome = await Promise.race([exited, late]);
		waiting.abort();
		if (outcome !== 'late') return;
	}
}
