import { sql } from 'kysely';
import type { Entry } from '#server/kernel/entry.ts';
import type { JournalKind, JournalRef } from '#server/kernel/journal.ts';
import { genesis, headerText, link } from '../chain.ts';
import { foldEntry, noFacts } from '../facts.ts';
import { type Line, openLine, readLines } from '../lines.ts';
import type { JournalFacts } from '../world.ts';
import type { At, Finding, FindingCode } from './finding.ts';

/** A journal's head as it is stored. */
export interface HeadRow {
	readonly id: string;
	readonly kind: JournalKind;
	readonly seq: number;
	readonly hash: Buffer;
	readonly practitioner_id: string | null;
	readonly created_at: number;
}

/** Called with the facts after each line, and the line when it could be opened. */
export type EachLine = (facts: JournalFacts, entry: Entry | undefined) => void;

const PAGE = 1000;

/** Follow one chain from its first line to its head; answers the first thing that is not as it was written. */
export async function walk<F>(at: At<F>, head: HeadRow, each: EachLine): Promise<Finding | undefined> {
	const { tx, practice, read } = at;
	const finding = (code: FindingCode, seq: number): Finding => ({ practice, journal: head.id, code, seq });
	const keys = await keysOf(at, head.id);
	const step = stepOf(at, head, each);
	let previous = genesis(head.kind);
	let seq = 0;
	read.journals++;
	for (;;) {
		const lines = await readLines(tx, practice, head.id, { after: seq, limit: PAGE });
		for (const line of lines) {
			seq++;
			read.lines++;
			if (line.header.seq !== seq) return finding('lineMissing', seq);
			if (seq > head.seq) return finding('lineBeyondHead', seq);
			if (!link(previous, headerText(line.header), line.sealed).equals(line.hash)) return finding('lineChanged', seq);
			if (seq === 1 && line.header.at !== head.created_at) return finding('journalChanged', seq);
			const key = keys.get(line.header.key);
			if (!key || key.part !== line.header.part) return finding('keyMissing', seq);
			const code = await step(line, key.destroyed);
			if (code) return finding(code, seq);
			previous = line.hash;
		}
		if (lines.length < PAGE) break;
	}
	if (seq < head.seq) return finding('cutShort', seq + 1);
	return previous.equals(head.hash) ? undefined : finding('headChanged', seq);
}

/** With keys: open each line and fold it. Without: nothing more can be asked of it. */
function stepOf<F>({ tx, practice, world, read }: At<F>, head: HeadRow, each: EachLine) {
	let facts = world && noFacts(world.model, head.kind);
	return async (line: Line, destroyed: boolean): Promise<FindingCode | undefined> => {
		if (destroyed) read.destroyed++;
		if (!world || !facts) return undefined;
		const entry = destroyed ? undefined : await opened(() => world.keyring.byId(tx, practice, line.header.key), line);
		if (!destroyed && !entry) return 'lineUnreadable';
		facts = entry
			? foldEntry(world.model, head.kind, facts, entry, line.hash)
			: { ...facts, seq: line.header.seq, hash: line.hash };
		if (entry) read.opened++;
		each(facts, entry);
		return undefined;
	};
}

type KeyOf = () => ReturnType<NonNullable<At<unknown>['world']>['keyring']['byId']>;

/** The line, opened; undefined when its key does not unwrap or does not fit. */
async function opened(keyOf: KeyOf, line: Line): Promise<Entry | undefined> {
	try {
		const key = await keyOf();
		return key && openLine(key, line);
	} catch {
		return undefined;
	}
}

/** The keys that lines of a journal may name: those of its parts, held or destroyed on purpose. */
async function keysOf<F>({ tx, practice }: At<F>, journal: string) {
	const { rows } = await sql<{ id: string; part: string; destroyed: boolean }>`
		select id, part, false as destroyed from key_ledger where practice_id = ${practice} and journal_id = ${journal}
		union all select id, part, true from destroyed_key d where practice_id = ${practice} and journal_id = ${journal}
			and not exists (select from key_ledger k where k.practice_id = d.practice_id and k.id = d.id)`.execute(tx);
	return new Map(rows.map((row) => [row.id, row]));
}

/** Which journal a head is of. */
export const refOf = ({ kind, id }: HeadRow): JournalRef => ({ kind, id });
