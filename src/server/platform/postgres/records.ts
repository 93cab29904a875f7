import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What a small file of the data folder says; nothing when it is missing or was left empty by a full disk. */
export const readRecord = (file: string): string | undefined =>
	existsSync(file) ? readFileSync(file, 'utf8').trim() || undefined : undefined;

/** Writes it whole or not at all. */
export function writeRecord(file: string, text: string): void {
	writeFileSync(`${file}.new`, `${text}\n`);
	renameSync(`${file}.new`, file);
}
