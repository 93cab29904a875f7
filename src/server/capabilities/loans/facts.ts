import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { LocalDate } from '#server/kernel/time.ts';

/** A device of the practice that somebody has: what, until when, who answers for it, and whether it was lost. */
export interface Loan {
	readonly what: string;
	readonly from: LocalDate;
	readonly until: LocalDate;
	readonly answers: string;
	readonly lost?: { readonly how: 'lost' | 'stolen'; readonly evidence: Evidence };
	readonly evidence: Evidence;
}

/** What is lent to one person of a dossier, in their own part, or to somebody who works here, on their own journal. */
export interface LoanFacts {
	readonly out: Readonly<Record<string, Loan>>;
	/** The last one that came back, or whose loss was dealt with. */
	readonly ended?: { readonly outcome: 'returned' | 'settled'; readonly evidence: Evidence };
}

/** `person` is absent on the journal of somebody who works here: the loan is theirs. */
export type LoanEntry =
	| Entry<
			'loan.made',
			{
				id: string;
				person?: string;
				what: string;
				from: LocalDate;
				until: LocalDate;
				answers: string;
				/** What was agreed, in the words it was told in. */
				terms: string;
			}
	  >
	| Entry<'loan.lost', { id: string; person?: string; how: 'lost' | 'stolen'; note?: string }>
	| Entry<
			'loan.ended',
			{
				id: string;
				person?: string;
				outcome: 'returned' | 'settled';
				wiped?: boolean;
				checked?: boolean;
				note?: string;
			}
	  >;

const changed = (f: LoanFacts, id: string, loan: Loan): LoanFacts => ({ ...f, out: { ...f.out, [id]: loan } });

function fold(f: LoanFacts, e: LoanEntry): LoanFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'loan.made': {
			const { id, what, from, until, answers } = e.data;
			return changed(f, id, { what, from, until, answers, evidence });
		}
		case 'loan.lost': {
			const loan = f.out[e.data.id];
			return loan ? changed(f, e.data.id, { ...loan, lost: { how: e.data.how, evidence } }) : f;
		}
		case 'loan.ended': {
			const out = Object.fromEntries(Object.entries(f.out).filter(([id]) => id !== e.data.id));
			return { out, ended: { outcome: e.data.outcome, evidence } };
		}
	}
	return f;
}

const none: LoanFacts = { out: {} };

/** What is lent to the persons of a dossier. */
export const loanFold = foldOf('dossier', 1, none, fold);
/** What is lent to somebody who works here. */
export const ownLoanFold = foldOf('practitioner', 1, none, fold);
