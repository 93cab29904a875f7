import {
	closeSync,
	existsSync,
	fstatSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	readSync,
	writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import type { Tx } from '#server/platform/database.ts';
import { type Root, rootFrom, type StoredRoot } from './root.ts';

/** The append-only file of a practice's roots, in the data folder, beside the database: one line each, synced. */
export const rootsFile = (data: string, practice: string): string => join(data, 'roots', `${practice}.jsonl`);

/** Append the roots that the file does not have yet: also those of a process that was killed before it wrote them. */
export async function keepRoots(tx: Tx, practice: string, folder: string): Promise<void> {
	const path = rootsFile(folder, practice);
	const after = lastKept(path);
	const { rows } = await sql<StoredRoot>`select seq, at, size, root, signature from checkpoint
		where practice_id = ${practice} and seq > ${after} order by seq`.execute(tx);
	if (rows.length > 0)
		appendLines(
			path,
			rows.map((row) => JSON.stringify(rootFrom(practice, row))),
		);
}

/** Every root in the file, in order; a line cut short by a crash is not one. */
export function* rootsKept(path: string): Generator<Root> {
	if (!existsSync(path)) return;
	for (const line of readFileSync(path, 'utf8').split('\n')) {
		const root = rootIn(line);
		if (root) yield root;
	}
}

function rootIn(line: string): Root | undefined {
	try {
		return JSON.parse(line) as Root;
	} catch {
		return undefined;
	}
}

const TAIL = 8192;

function lastKept(path: string): number {
	if (!existsSync(path)) return 0;
	const fd = openSync(path, 'r');
	try {
		const { size } = fstatSync(fd);
		const tail = Buffer.alloc(Math.min(size, TAIL));
		readSync(fd, tail, 0, tail.length, size - tail.length);
		return Math.max(
			0,
			...tail
				.toString()
				.split('\n')
				.map((line) => rootIn(line)?.seq ?? 0),
		);
	} finally {
		closeSync(fd);
	}
}

function appendLines(path: string, lines: readonly string[]): void {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const isNew = !existsSync(path);
	const fd = openSync(path, 'a', 0o600);
	// The empty line first ends one that a crash may have cut short.
	writeSync(fd, `${isNew ? '' : '\n'}${lines.join('\n')}\n`);
	fsyncSync(fd);
	closeSync(fd);
	if (isNew) syncFolder(dirname(path));
}

function syncFolder(folder: string): void {
	if (process.platform === 'win32') return; // no folder can be synced there
	const fd = openSync(folder, 'r');
	fsyncSync(fd);
	closeSync(fd);
}
