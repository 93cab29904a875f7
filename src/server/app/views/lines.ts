import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import { openLine, readLastLines } from '#server/journal/lines.ts';
import { readEntries } from '#server/journal/read.ts';
import type { World } from '#server/journal/world.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { PartId } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';

/** Which file, and what the reader may see of it. */
export interface ReadFile {
	readonly practice: string;
	readonly dossier: string;
	readonly parts: readonly PartId[];
}

const MOST = 1500;

/** What was written after a line, oldest first, opened where the reader may see the part. */
export const linesAfter = (
	world: World<Facts>,
	{ practice, dossier, parts, after }: ReadFile & { readonly after: number },
): Promise<readonly Entry[]> =>
	inPractice(world.db, practice, async (tx) => {
		const page = { before: Number.MAX_SAFE_INTEGER, after, limit: MOST };
		const stored = await readLastLines(tx, practice, dossier, page);
		const opened: Entry[] = [];
		for (const line of stored) {
			if (!parts.includes(line.header.part)) continue;
			const key = await world.keyring.byId(tx, practice, line.header.key);
			if (key) opened.push(openLine(key, line));
		}
		return opened;
	});

/** Where to walk back from, and when one has seen enough. */
interface Walk extends ReadFile {
	readonly before?: number | undefined;
	/** Asked after each page with all that was found so far, oldest first. */
	readonly enough: (found: readonly Entry[]) => boolean;
	/** Lines looked at before giving up; what is older is left for the next page. */
	readonly most?: number;
}

/** Walk back through a file, page by page, until enough was found; `before` opens what lies further back. */
export async function walkBack(
	world: World<Facts>,
	{ practice, dossier, parts, before, enough, most = 5000 }: Walk,
): Promise<{ readonly entries: readonly Entry[]; readonly before: number | undefined }> {
	let entries: readonly Entry[] = [];
	let next = before;
	for (let looked = 0; looked < most; looked += PAGE) {
		const ask = { parts, limit: PAGE, ...(next !== undefined && { before: next }) };
		const page = await readEntries(world, practice, { kind: 'dossier', id: dossier }, ask);
		entries = [...page.entries, ...entries];
		next = page.before;
		if (next === undefined || enough(entries)) break;
	}
	return { entries, before: next };
}

const PAGE = 250;

/** The number of the first line written at that instant or later; one more than the last where there is none. */
export const seqAt = (
	{ db }: World<Facts>,
	{ practice, dossier }: Pick<ReadFile, 'practice' | 'dossier'>,
	instant: Instant,
): Promise<number> =>
	inPractice(db, practice, async (tx) => {
		const here = sql`practice_id = ${practice} and journal_id = ${dossier}`;
		const last = await sql<{ seq: number | null }>`select max(seq) as seq from entry where ${here}`.execute(tx);
		// Lines follow one another in time: seventeen looks find one among a hundred thousand, and no index is kept for it.
		let [from, to] = [1, (last.rows[0]?.seq ?? 0) + 1];
		while (from < to) {
			const middle = Math.floor((from + to) / 2);
			const { rows } = await sql<{ at: Instant }>`select at from entry where ${here} and seq = ${middle}`.execute(tx);
			if ((rows[0]?.at ?? instant) >= instant) to = middle;
			else from = middle + 1;
		}
		return from;
	});
