import { foldOf } from '#server/kernel/capability.ts';
import { type Dossier, present } from '#server/kernel/dossier.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Of } from '#server/kernel/journal.ts';
import type { LocalDate } from '#server/kernel/time.ts';

/** Somebody the persons speak of, who is not in the file: a former spouse, an employer. */
export interface NamedOther {
	readonly name: string;
	readonly evidence: Evidence;
}

export interface BoundaryFacts {
	/** In the part of whoever spoke of them; conflict searches compare them too. */
	readonly others: Readonly<Record<string, NamedOther>>;
	/** The practitioner's declaration of other relations (qc-4.01, qc-4.11). */
	readonly relation?: {
		readonly link: 'none' | 'other' | 'personal';
		readonly decision: 'proceed' | 'refer';
		readonly analysed: boolean;
		readonly safeguards: boolean;
		readonly reviewOn?: LocalDate;
		readonly evidence: Evidence;
	};
	/** The blinded search was made for the names then in the dossier (qc-4.02). */
	readonly searched?: { readonly persons: number; readonly evidence: Evidence };
	readonly conflict?: {
		readonly decision: 'none' | 'managed' | 'conflict';
		readonly evidence: Evidence;
		readonly by: string;
	};
}

export type BoundaryEntry =
	| Entry<
			'relation.declared',
			{
				link: 'none' | 'other' | 'personal';
				decision: 'proceed' | 'refer';
				analysis?: string;
				safeguards?: string;
				reviewOn?: LocalDate;
				communityConsidered: boolean;
			}
	  >
	| Entry<'other.named', { person: string; id: string; name: string; phone?: string; relation: string }>
	| Entry<'conflict.searched', { persons: number }>
	| Entry<'conflict.decided', { decision: 'none' | 'managed' | 'conflict'; reason: string }>;

function fold(f: BoundaryFacts, e: BoundaryEntry): BoundaryFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'relation.declared': {
			const { link, decision, analysis, safeguards, reviewOn } = e.data;
			const relation = {
				link,
				decision,
				analysed: analysis !== undefined,
				safeguards: safeguards !== undefined,
				evidence,
			};
			return { ...f, relation: { ...relation, ...(reviewOn !== undefined && { reviewOn }) } };
		}
		case 'other.named':
			return { ...f, others: { ...f.others, [e.data.id]: { name: e.data.name, evidence } } };
		case 'conflict.searched': {
			// New names were searched: an older decision no longer covers them.
			const { conflict: _, ...rest } = f;
			return { ...rest, searched: { persons: e.data.persons, evidence } };
		}
		case 'conflict.decided':
			return { ...f, conflict: { decision: e.data.decision, evidence, by: e.by.account ?? '' } };
	}
	return f;
}

export const boundaryFold = foldOf('dossier', 2, { others: {} } as BoundaryFacts, fold);

/** Everyone whose name a conflict search compares: those who are in the file, and those they speak of. */
export const namesIn = (
	of: Of<BoundaryFacts>['of'],
	dossier: Dossier,
): readonly { readonly id: string; readonly name: string }[] =>
	present(dossier).flatMap(({ id, name }) => [
		{ id, name },
		...Object.entries(of(id).others).map(([other, { name: theirs }]) => ({ id: other, name: theirs })),
	]);
