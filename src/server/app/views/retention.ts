import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import type { Certificate, DestructionEntry } from '#server/capabilities/retention/facts.ts';
import { openBriefs, type StoredBrief } from '#server/journal/brief.ts';
import { readEntries } from '#server/journal/read.ts';
import type { World } from '#server/journal/world.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { type Instant, startOf } from '#server/kernel/time.ts';
import { keptYears } from '#server/norms/intake.ts';
import { keptUntil } from '#server/norms/retention.ts';
import { inPractice } from '#server/platform/database.ts';
import type { Brief } from '../brief.ts';

/** How long a file is kept, what keeps it longer, and how far it is towards its end. */
export function retentionOf(facts: Facts, now: Instant, account: string | undefined) {
	const { retention, dossier } = facts.dossier.joint;
	const { members } = facts.practice.practice;
	const nameOf = (by: string): string => members[by]?.name ?? '';
	const ending = (of: string, name?: string) => {
		const until = keptUntil(facts, now, of);
		const [review, approved] = [retention.reviewed[of], retention.approved[of]];
		return {
			of,
			...(name !== undefined && { name }),
			...(until !== undefined && { until, past: now >= startOf(until) }),
			...(review && { reviewed: { by: nameOf(review.by), at: review.evidence.at, mine: review.by === account } }),
			...(approved && { approved: { by: nameOf(approved.by), at: approved.evidence.at } }),
		};
	};
	const gone = Object.values(dossier.persons).filter((p) => p.leftAt !== undefined && !retention.ordered[p.id]);
	const years = keptYears(facts, now);
	return {
		...(years !== undefined && { years }),
		holds: Object.entries(retention.holds).map(([id, { reason, evidence }]) => ({ id, reason, at: evidence.at })),
		ends: [ending('whole'), ...gone.map(({ id, name }) => ending(id, name))],
	};
}

/** A certificate, and when the machine confirmed it. */
export interface Destroyed extends Certificate {
	readonly orderedAt: Instant;
	readonly done?: { readonly at: Instant; readonly keys: number };
}

const PAGE = 1000;

/** The certificates of a practice, the newest first: read from its journal, line by line. */
export async function destroyedIn(world: World<Facts>, practice: string): Promise<readonly Destroyed[]> {
	const found: Destroyed[] = [];
	const done = new Map<string, { at: Instant; keys: number }>();
	for (let before: number | undefined; ; ) {
		const page = await readEntries(
			world,
			practice,
			{ kind: 'practice', id: practice },
			{ parts: [JOINT], limit: PAGE, ...(before !== undefined && { before }) },
		);
		for (const entry of page.entries.toReversed() as readonly DestructionEntry[]) {
			if (entry.kind === 'record.destroyed') done.set(entry.data.id, { at: entry.at, keys: entry.data.keys });
			if (entry.kind !== 'record.destroying') continue;
			const end = done.get(entry.data.id);
			found.push({ ...entry.data, orderedAt: entry.at, ...(end && { done: end }) });
		}
		if (page.before === undefined) return found;
		before = page.before;
	}
}

/** What was read again before its destruction and waits for the agreement of somebody else. */
export const toApprove = (world: World<Facts>, practice: string) =>
	inPractice(world.db, practice, async (tx) => {
		const { rows } = await sql<StoredBrief>`select journal_id, seq, key_id, sealed from brief
			where practice_id = ${practice}`.execute(tx);
		const opened = await openBriefs<Brief, StoredBrief, Facts>(world, tx, practice, rows);
		return opened.flatMap(({ row, brief }) =>
			(brief.ends ?? []).map((of) => ({ dossier: row.journal_id, label: brief.label, of })),
		);
	});
