import type { Facts } from '#server/capabilities/index.ts';
import { openLine, readLastLines } from '#server/journal/lines.ts';
import { readEntries } from '#server/journal/read.ts';
import type { World } from '#server/journal/world.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { PartId } from '#server/kernel/journal.ts';
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
