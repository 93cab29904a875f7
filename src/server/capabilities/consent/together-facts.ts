import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';

/** How people read together. */
export const readingMeans = ['video', 'telephone', 'inPerson'] as const;
type ReadingMeans = (typeof readingMeans)[number];

/** A document that is being read together: where they stand, and what they have gone over. */
export interface Reading {
	readonly id: string;
	readonly document: string;
	readonly version: number;
	readonly means: ReadingMeans;
	readonly with?: string;
	readonly clause: string;
	readonly gone: readonly string[];
	readonly begun: Evidence;
	readonly evidence: Evidence;
}

/** A document that was read together: from when to when, which clauses, and whether the person understood. */
export interface ReadTogether {
	readonly version: number;
	readonly clauses: readonly string[];
	/** To its last clause. */
	readonly whole: boolean;
	readonly understood: boolean;
	readonly means: ReadingMeans;
	readonly with?: string;
	readonly from: Instant;
	readonly evidence: Evidence;
}

/** What one person and the practitioner read together; for each document the last time. */
export interface Together {
	readonly now?: Reading;
	readonly done: Readonly<Record<string, ReadTogether>>;
}

export type TogetherEntry =
	| Entry<
			'reading.begun',
			{ person: string; id: string; document: string; version: number; means: ReadingMeans; clause: string }
	  >
	| Entry<'reading.moved', { person: string; id: string; clause: string }>
	| Entry<
			'reading.ended',
			{
				person: string;
				id: string;
				document: string;
				clauses: readonly string[];
				whole: boolean;
				/** The practitioner’s finding, of what the person said along the way. */
				understood: boolean;
			}
	  >;

function begun(e: Extract<TogetherEntry, { kind: 'reading.begun' }>): Reading {
	const { id, document, version, means, clause } = e.data;
	const evidence = proofOf(e);
	const { account } = e.by;
	return {
		id,
		document,
		version,
		means,
		clause,
		gone: [clause],
		begun: evidence,
		evidence,
		...(account !== undefined && { with: account }),
	};
}

/** Keep where they stand; once it has ended, what was read. */
export function together(before: Together, e: TogetherEntry): Together {
	if (e.kind === 'reading.begun') return { ...before, now: begun(e) };
	const { now, done } = before;
	if (now?.id !== e.data.id) return before;
	if (e.kind === 'reading.moved') {
		const { clause } = e.data;
		return { done, now: { ...now, clause, gone: [...new Set([...now.gone, clause])], evidence: proofOf(e) } };
	}
	const { clauses, whole, understood } = e.data;
	const { version, means, begun: from } = now;
	const read: ReadTogether = {
		version,
		clauses,
		whole,
		understood,
		means,
		from: from.at,
		evidence: proofOf(e),
		...(now.with !== undefined && { with: now.with }),
	};
	return { done: { ...done, [e.data.document]: read } };
}
