import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** The keys of a key file as they stand in it, by name; none where there is no file (a key service keeps its own). */
export const keysHeld = (path: string): Readonly<Record<string, string>> =>
	existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { keys: Record<string, string> }).keys : {};

/** Write a key file where there is none; never over another. */
export function writeKeyFile(path: string, keys: Readonly<Record<string, string>>): void {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const fd = openSync(path, 'wx', 0o600);
	writeSync(fd, JSON.stringify({ version: 1, keys }));
	fsyncSync(fd);
	closeSync(fd);
}
