import type { Evidence } from './entry.ts';
import type { PersonId } from './journal.ts';
import type { Instant } from './time.ts';

/** The act that repairs, and for whom; pages turn it into one link. */
export interface Mend {
	readonly act: string;
	readonly person?: PersonId;
	/** Whatever else the link needs: a document key, a channel, a territory. */
	readonly about?: string;
}

/** How a thing is known: by the machine, by somebody's word, by a professional's judgement. */
export type Proof = 'machine' | 'attestation' | 'judgement';

/** What a norm says of the facts. `changesAt`: the instant at which it changes by itself. */
export type Verdict =
	| { readonly is: 'met'; readonly evidence: readonly Evidence[]; readonly proof: Proof; readonly changesAt?: Instant }
	| {
			readonly is: 'unmet';
			readonly why: string;
			readonly mend?: Mend;
			readonly changesAt?: Instant;
			/** It was due by then: a task that is late. */
			readonly since?: Instant;
	  }
	| { readonly is: 'waived'; readonly by: string; readonly reason: string; readonly evidence: readonly Evidence[] }
	| {
			readonly is: 'due';
			readonly by: Instant;
			readonly why: string;
			readonly mend?: Mend;
			readonly changesAt?: Instant;
	  }
	| { readonly is: 'notApplicable'; readonly why?: string }
	| { readonly is: 'notShown' }
	| { readonly is: 'notBuilt' };

export const met = (...evidence: readonly (Evidence | undefined)[]): Verdict => ({
	is: 'met',
	proof: 'machine',
	evidence: evidence.filter((e) => e !== undefined),
});
/** Met on somebody's word. */
export const attested = (...evidence: readonly (Evidence | undefined)[]): Verdict => ({
	is: 'met',
	proof: 'attestation',
	evidence: evidence.filter((e) => e !== undefined),
});
/** Met by a professional's signed judgement. */
export const judged = (...evidence: readonly (Evidence | undefined)[]): Verdict => ({
	is: 'met',
	proof: 'judgement',
	evidence: evidence.filter((e) => e !== undefined),
});
export const unmet = (why: string, mend?: Mend): Verdict => ({ is: 'unmet', why, ...(mend && { mend }) });
/** Due until its day, late from then on. */
export const dueOrLate = (by: Instant, now: Instant, why: string, fix?: Mend): Verdict =>
	now < by ? due(by, why, fix) : { is: 'unmet', why, since: by, ...(fix && { mend: fix }) };
export const waived = (by: string, reason: string, ...evidence: readonly Evidence[]): Verdict => ({
	is: 'waived',
	by,
	reason,
	evidence,
});
/** Passes until its date; after it the norm itself must answer unmet. */
export const due = (by: Instant, why: string, mend?: Mend): Verdict => ({
	is: 'due',
	by,
	why,
	changesAt: by,
	...(mend && { mend }),
});
export const notApplicable: Verdict = { is: 'notApplicable' };
export const notBuilt: Verdict = { is: 'notBuilt' };
/** Name the act that mends. */
export const mend = (act: string, person?: PersonId, about?: string): Mend => ({
	act,
	...(person !== undefined && { person }),
	...(about !== undefined && { about }),
});
