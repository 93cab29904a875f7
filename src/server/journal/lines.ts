import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { Entry } from '#server/kernel/entry.ts';
import type { Tx } from '#server/platform/database.ts';
import { openJson } from '#server/platform/seal.ts';
import { type Header, headerText, type Sealed } from './chain.ts';

/** One stored line, still sealed. */
export interface Line {
	readonly header: Header;
	readonly sealed: Buffer;
	readonly hash: Buffer;
}

interface Stored {
	readonly seq: number;
	readonly part: string;
	readonly key_id: string;
	readonly at: number;
	readonly attempt: string;
	readonly sealed: Buffer;
	readonly hash: Buffer;
}

const lineOf = (practice: string, journal: string, r: Stored): Line => ({
	header: { practice, journal, seq: r.seq, part: r.part, key: r.key_id, at: r.at, attempt: r.attempt },
	sealed: r.sealed,
	hash: r.hash,
});

/** Stored lines in order, after a seq. */
export async function readLines(
	tx: Tx,
	practice: string,
	journal: string,
	page: { readonly after: number; readonly limit: number },
): Promise<readonly Line[]> {
	const { rows } = await sql<Stored>`select seq, part, key_id, at, attempt, sealed, hash from entry
		where practice_id = ${practice} and journal_id = ${journal} and seq > ${page.after} order by seq limit ${page.limit}`.execute(
		tx,
	);
	return rows.map((r) => lineOf(practice, journal, r));
}

/** The last lines before a seq (exclusive), oldest first; one more than asked, so that the caller can check the link. */
export async function readLastLines(
	tx: Tx,
	practice: string,
	journal: string,
	page: { readonly before: number; readonly limit: number; readonly after?: number },
): Promise<readonly Line[]> {
	const { rows } = await sql<Stored>`select seq, part, key_id, at, attempt, sealed, hash from entry
		where practice_id = ${practice} and journal_id = ${journal} and seq < ${page.before} and seq > ${page.after ?? 0}
		order by seq desc limit ${page.limit}`.execute(tx);
	return rows.reverse().map((r) => lineOf(practice, journal, r));
}

/** The stored lines at these seqs: facts name a line, its words stand in it. */
export async function readLinesAt(
	tx: Tx,
	practice: string,
	journal: string,
	seqs: readonly number[],
): Promise<readonly Line[]> {
	const { rows } = await sql<Stored>`select seq, part, key_id, at, attempt, sealed, hash from entry
		where practice_id = ${practice} and journal_id = ${journal} and seq = any(${seqs}) order by seq`.execute(tx);
	return rows.map((r) => lineOf(practice, journal, r));
}

/** The lines that one attempt wrote in one journal. */
export async function linesOfAttempt(tx: Tx, practice: string, attempt: string): Promise<readonly Line[]> {
	const { rows } = await sql<
		Stored & { journal_id: string }
	>`select journal_id, seq, part, key_id, at, attempt, sealed, hash
		from entry where practice_id = ${practice} and attempt = ${attempt} order by journal_id, seq`.execute(tx);
	return rows.map((r) => lineOf(practice, r.journal_id, r));
}

/** Open a line with its part's key; throws when header or ciphertext were changed. */
export function openLine(key: KeyObject, line: Line): Entry {
	const { kind, data, by } = openJson<Sealed>(key, headerText(line.header), line.sealed);
	return { kind, data, by, part: line.header.part, seq: line.header.seq, at: line.header.at };
}
