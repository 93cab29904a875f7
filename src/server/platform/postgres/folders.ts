import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openGround } from './binaries.ts';
import { readRecord, writeRecord } from './records.ts';
import { chooseRunAs, mayEnter, type RunAs } from './run-as.ts';

/** Where everything of one embedded server lies, and who owns it. */
export type Folders = {
	readonly data: string;
	readonly cluster: string;
	readonly draft: string;
	readonly socket: string;
	readonly runAs: RunAs;
};

/** The port is only a name inside our private socket folder: nothing listens on TCP. */
export const port = 5432;

/** The longest folder whose socket path still fits the system's limit (103 bytes on macOS, 107 on Linux). */
const longestSocketFolder = 103 - `/.s.PGSQL.${port}`.length;

/** Makes the folders that are missing; data already there stay where they are. */
export function prepareFolders(data: string): Folders {
	const home = engineHome(data);
	const cluster = join(home, 'pg');
	const runAs = chooseRunAs(cluster);
	return { data, cluster, draft: `${cluster}.init`, socket: socketFolder(data, home, runAs), runAs };
}

/** Makes a folder of the server's own, closed to everybody else. */
export function ownFolder(folder: string, runAs: RunAs): void {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	if (runAs) chownSync(folder, runAs.uid, runAs.gid);
	chmodSync(folder, 0o700);
}

/** The data folder itself; a random folder on open ground when root's data are where the service user cannot go. */
function engineHome(data: string): string {
	const record = join(data, 'engine-folder');
	const known = readRecord(record);
	if (known) return known;
	if (existsSync(join(data, 'pg')) || mayEnter(data, chooseRunAs(join(data, 'pg')))) return data;
	mkdirSync(openGround, { recursive: true, mode: 0o755 });
	const home = mkdtempSync(join(openGround, 'data-'));
	chmodSync(home, 0o711);
	writeRecord(record, home);
	return home;
}

/** A private folder for the socket: beside the cluster when its path is short enough, else a random one, recorded. */
function socketFolder(data: string, home: string, runAs: RunAs): string {
	const beside = join(home, 'run');
	if (Buffer.byteLength(beside) <= longestSocketFolder) {
		ownFolder(beside, runAs);
		return beside;
	}
	const record = join(data, 'socket-folder');
	const known = readRecord(record);
	if (known && isPrivate(known, runAs)) return known;
	const made = mkdtempSync(join(shortTemp(), 'balise-'));
	ownFolder(made, runAs);
	writeRecord(record, made);
	return made;
}

const shortTemp = (): string => (Buffer.byteLength(tmpdir()) <= longestSocketFolder - 16 ? tmpdir() : '/tmp');

/** A recorded folder may have been swept away, or taken by somebody else, since. */
function isPrivate(folder: string, runAs: RunAs): boolean {
	const found = lstatSync(folder, { throwIfNoEntry: false });
	const owner = runAs?.uid ?? process.getuid?.();
	return found?.isDirectory() === true && found.uid === owner && (found.mode & 0o077) === 0;
}

/** Root's service user must be able to pass through; everything inside is closed by itself. */
export function makeDataFolder(data: string): void {
	mkdirSync(dirname(data), { recursive: true });
	if (!existsSync(data)) mkdirSync(data, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}
