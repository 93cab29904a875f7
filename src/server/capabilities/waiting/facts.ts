import { foldOf } from '#server/kernel/capability.ts';
import type { DossierEntry } from '#server/kernel/dossier.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Mode } from '#server/kernel/field.ts';
import type { LocalDate } from '#server/kernel/time.ts';

/** How pressing a wait is, in the practice's own words; the first of the list is served first. */
export interface Level {
	readonly id: string;
	readonly fr: string;
	readonly en: string;
}

/** How a practice keeps its waiting list: a few levels, and after how many days each wait is looked at again. */
export interface WaitingListFacts {
	readonly levels: readonly Level[];
	readonly days: number;
	readonly evidence?: Evidence;
}

/** Somebody whose request is right and for whom there is no place yet. */
export interface Wait {
	readonly since: LocalDate;
	readonly level: string;
	/** Whom they wait for; absent: anybody of the team. */
	readonly practitioner?: string;
	readonly modes: readonly Mode[];
	readonly reviewOn: LocalDate;
	/** Its line holds the words that were told: how long about, what to do meanwhile. */
	readonly evidence: Evidence;
	readonly reviewed?: Evidence;
}

export interface WaitingFacts {
	readonly wait?: Wait;
}

/** How somebody was told that they wait. */
export const tellings = ['oral', 'portal', 'letter'] as const;
/** Why a wait is over: they left, a place was taken, helped elsewhere, not to be reached, the request changed. */
export const endings = ['left', 'placed', 'elsewhere', 'notReached', 'changed'] as const;
export type Ending = (typeof endings)[number];

export type WaitingEntry =
	| Entry<
			'waiting.entered',
			{
				since: LocalDate;
				level: string;
				practitioner?: string;
				modes: readonly Mode[];
				/** The times that suit. */
				times?: string;
				/** How long about, as it was told. */
				about: string;
				/** What to do, and whom to call, if it gets worse meanwhile. */
				meanwhile: string;
				told: (typeof tellings)[number];
				reviewOn: LocalDate;
				reason?: string;
			}
	  >
	| Entry<'waiting.reviewed', { reviewOn: LocalDate; level: string; about?: string; note?: string }>
	| Entry<'waiting.ended', { why: Ending; note?: string }>
	| Entry<'waitingList.defined', { levels: readonly Level[]; days: number }>;

const gone = ({ wait, ...f }: WaitingFacts): WaitingFacts => f;

function fold(f: WaitingFacts, e: WaitingEntry | DossierEntry): WaitingFacts {
	switch (e.kind) {
		case 'waiting.entered': {
			const { since, level, practitioner, modes, reviewOn } = e.data;
			const whom = practitioner !== undefined && { practitioner };
			return { wait: { since, level, ...whom, modes, reviewOn, evidence: proofOf(e) } };
		}
		case 'waiting.reviewed': {
			const { reviewOn, level } = e.data;
			return f.wait ? { wait: { ...f.wait, reviewOn, level, reviewed: proofOf(e) } } : f;
		}
		case 'waiting.ended':
		case 'client.declined':
		case 'dossier.closed':
			return f.wait ? gone(f) : f;
	}
	return f;
}

export const waitingFold = foldOf('dossier', 1, {} as WaitingFacts, fold);

const usual: WaitingListFacts = {
	levels: [
		{ id: 'soon', fr: 'Dès que possible', en: 'As soon as possible' },
		{ id: 'usual', fr: 'À son tour', en: 'In turn' },
		{ id: 'later', fr: 'Peut attendre', en: 'Can wait' },
	],
	days: 30,
};

export const waitingListFold = foldOf('practice', 1, usual, (f: WaitingListFacts, e: WaitingEntry) =>
	e.kind === 'waitingList.defined' ? { ...e.data, evidence: proofOf(e) } : f,
);
