import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';

/** The first thing that is not as it was written: in which file, at which line. */
export interface Broken {
	readonly code: string;
	readonly journal?: string;
	readonly seq?: number;
}

/** Whether everything that is stored is still as it was written, at the last look (nb-6-c). */
export interface IntegrityFacts {
	readonly last?: {
		readonly lines: number;
		readonly findings: number;
		readonly first?: Broken;
		readonly evidence: Evidence;
	};
}

export type IntegrityEntry =
	| Entry<'integrity.asked', Record<never, never>>
	| Entry<'integrity.checked', { lines: number; findings: number; first?: Broken }>;

export const integrityFold = foldOf('practice', 1, {} as IntegrityFacts, (f: IntegrityFacts, e: IntegrityEntry) =>
	e.kind === 'integrity.checked' ? { last: { ...e.data, evidence: proofOf(e) } } : f,
);
