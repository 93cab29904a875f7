import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';

/** What happened to a meeting: nobody came, somebody came late, it was called off late. */
export const mishaps = ['missed', 'late', 'cancelledLate'] as const;
export type Mishap = (typeof mishaps)[number];

/** What the agreement says of it: something may be asked, nobody agreed in writing beforehand, never. */
export type Weight = 'mayApply' | 'notAgreed' | 'never';

/** Why nothing is asked, in a closed list: the joint part is read by all who share it, and no word says what happened. */
export const mercies = ['grace', 'kindness', 'doubt'] as const;

/** One meeting that was not kept, against what was agreed. */
export interface Weighed {
	readonly appointment: string;
	readonly how: Mishap;
	readonly outcome: Weight;
	/** In cents of Canadian dollars, as it stood in the version that was agreed to. */
	readonly amount?: number;
	/** Of whom it may be asked. */
	readonly persons: readonly string[];
	readonly evidence: Evidence;
	readonly answer?: 'applied' | 'waived';
}

/** What one person owes after a meeting that was not kept: in their own part alone. */
export interface Owed {
	readonly appointment: string;
	readonly how: Mishap;
	readonly amount: number;
	readonly evidence: Evidence;
}

export interface MissedFacts {
	readonly weighed: readonly Weighed[];
	readonly owed: readonly Owed[];
}

export type MissedEntry =
	| Entry<
			'missedFee.weighed',
			{ appointment: string; how: Mishap; outcome: Weight; amount?: number; persons: readonly string[] }
	  >
	| Entry<'missedFee.answered', { appointment: string; answer: 'applied' | 'waived'; why?: (typeof mercies)[number] }>
	| Entry<'missedFee.owed', { person: string; appointment: string; how: Mishap; amount: number }>;

const KEPT = 6;
const KEPT_OWED = 20;

function fold(f: MissedFacts, e: MissedEntry): MissedFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'missedFee.weighed': {
			const others = f.weighed.filter((w) => w.appointment !== e.data.appointment);
			return { ...f, weighed: [...others, { ...e.data, evidence }].slice(-KEPT) };
		}
		case 'missedFee.answered': {
			const { appointment, answer } = e.data;
			return { ...f, weighed: f.weighed.map((w) => (w.appointment === appointment ? { ...w, answer } : w)) };
		}
		case 'missedFee.owed': {
			const { person: _, ...data } = e.data;
			return { ...f, owed: [...f.owed, { ...data, evidence }].slice(-KEPT_OWED) };
		}
	}
	return f;
}

export const missedFold = foldOf('dossier', 1, { weighed: [], owed: [] } as MissedFacts, fold);
