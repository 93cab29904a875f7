import { foldOf } from '#server/kernel/capability.ts';
import type { DossierEntry } from '#server/kernel/dossier.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';

/** What a closing summary says in words, in order. */
export const summaryHeadings = ['reason', 'work', 'state', 'advice'] as const;
export type SummaryHeading = (typeof summaryHeadings)[number];

/** How it was given to a person, or that they want none. */
export const givings = ['portal', 'handed', 'posted', 'notWanted'] as const;
export type Giving = (typeof givings)[number];

export interface ClosingFacts {
	/** When the work ended. */
	readonly closed?: Evidence;
	/** The last summary that was signed. */
	readonly summary?: { readonly version: number; readonly evidence: Evidence };
	/** Who has it, or wants none. */
	readonly given: Readonly<Record<string, { readonly means: Giving; readonly evidence: Evidence }>>;
}

export type ClosingEntry =
	| Entry<
			'closing.summarised',
			{
				body: Readonly<Partial<Record<SummaryHeading, string>>>;
				/** Read from the file when it was signed. */
				happened: Readonly<Record<string, string>>;
				/** When the work had ended: a late summary says so. */
				closedAt?: Instant;
			}
	  >
	| Entry<'closing.given', { person: string; means: Giving }>;

function fold(f: ClosingFacts, e: ClosingEntry | DossierEntry): ClosingFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'dossier.closed':
			return { ...f, closed: evidence };
		case 'closing.summarised':
			// Whoever had the one before has not this one.
			return { ...f, summary: { version: (f.summary?.version ?? 0) + 1, evidence }, given: {} };
		case 'closing.given':
			return { ...f, given: { ...f.given, [e.data.person]: { means: e.data.means, evidence } } };
	}
	return f;
}

export const closingFold = foldOf('dossier', 1, { given: {} } as ClosingFacts, fold);
