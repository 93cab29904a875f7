import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startError } from '../start-error.ts';

/** What holds a data folder for one Balise at a time. */
export type Lock = { readonly release: () => void };

const busy = 5;

/**
 * Takes the folder, or says who has it. SQLite's file lock is the system's own: it ends with the process, however it
 * dies, and cannot be left behind.
 */
export function lockFolder(folder: string): Lock {
	const holder = join(folder, 'lock.pid');
	const path = join(folder, 'lock');
	// Only when missing: closing a file drops every lock this process has on it.
	if (!existsSync(path)) writeFileSync(path, '', { mode: 0o600 });
	const file = new DatabaseSync(path);
	try {
		file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
	} catch (error) {
		file.close();
		throw (error as { errcode?: number }).errcode === busy ? alreadyRunning(folder, holder) : error;
	}
	writeFileSync(holder, String(process.pid), { mode: 0o600 });
	return { release: () => file.close() };
}

function alreadyRunning(folder: string, holder: string) {
	const pid = readFileSync(holder, { encoding: 'utf8', flag: 'a+' }) || '?';
	return startError(
		`Balise est déjà en marche sur les données de ${folder} (processus ${pid}) : arrêtez-la, ou choisissez un autre dossier avec BALISE_DATA.`,
		`Balise is already running on the data in ${folder} (process ${pid}): stop it, or choose another folder with BALISE_DATA.`,
	);
}
