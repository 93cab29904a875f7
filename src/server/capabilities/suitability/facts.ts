import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { LocalDate } from '#server/kernel/time.ts';

/** The questions of the preliminary assessment, each the matter of one duty. */
export const questions = [
	'techHabits', // qc-1.03-a
	'relevance', // qc-2.07-b
	'intellectual', // qc-2.07-c
	'emotional',
	'physical',
	'clinical', // qc-2.08-b
	'experience', // qc-2.08-c
	'disability', // qc-2.08-d
	'language', // qc-2.08-e
	'culture', // qc-2.08-f
	'safety', // qc-2.08-g
] as const;
export type Question = (typeof questions)[number];

/** What the practitioner found: nothing in the way, something to adapt, an obstacle. */
export const findings = ['noObstacle', 'adapt', 'obstacle'] as const;
export type Finding = (typeof findings)[number];

export interface Answer {
	readonly finding: Finding;
	/** An adjustment, or another means, was written down. */
	readonly adjusted: boolean;
	readonly evidence: Evidence;
	/** For `safety`: the town whose services were looked up. */
	readonly town?: string;
}

export interface Decision {
	readonly fit: 'yes' | 'partly' | 'no';
	/** Does the intervention suit, and do the means (nb-3-c)? */
	readonly interventionFits: boolean;
	readonly meansFit: boolean;
	/** Is a first meeting in person, by video or by telephone needed before an online service (qc-2.08-0a)? */
	readonly firstMeeting: 'inPerson' | 'video' | 'telephone' | 'none';
	readonly evidence: Evidence;
	readonly by: string;
}

export interface SuitabilityFacts {
	readonly answers: Readonly<Partial<Record<Question, Answer>>>;
	readonly age?: {
		readonly birthDate?: LocalDate;
		readonly band?: 'under14' | '14to17' | 'adult';
		readonly evidence: Evidence;
	};
	readonly decision?: Decision;
	readonly review?: { readonly stillFits: 'yes' | 'no' | 'deferred'; readonly evidence: Evidence };
	/** What asks for a review: a crisis, missed meetings, a new place… */
	readonly triggers: readonly { readonly why: string; readonly evidence: Evidence }[];
}

export type SuitabilityEntry =
	| Entry<
			'suitability.answered',
			{ person: string; question: Question; finding: Finding; note: string; adjustment?: string; town?: string }
	  >
	| Entry<'age.recorded', { person: string; birthDate?: LocalDate; band?: 'under14' | '14to17' | 'adult' }>
	| Entry<
			'suitability.finalised',
			{
				fit: 'yes' | 'partly' | 'no';
				interventionFits: boolean;
				meansFit: boolean;
				firstMeeting: 'inPerson' | 'video' | 'telephone' | 'none';
				reasons: string;
			}
	  >
	| Entry<'suitability.reviewed', { stillFits: 'yes' | 'no' | 'deferred'; reason?: string }>
	| Entry<
			'suitability.triggered',
			{ why: 'crisis' | 'missedMeetings' | 'newPlace' | 'newMode' | 'failedTechnology' | 'withdrawal' }
	  >;

function fold(f: SuitabilityFacts, e: SuitabilityEntry): SuitabilityFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'suitability.answered': {
			const { question, finding, adjustment, town } = e.data;
			const answer: Answer = {
				finding,
				adjusted: adjustment !== undefined,
				evidence,
				...(town !== undefined && { town }),
			};
			return { ...f, answers: { ...f.answers, [question]: answer } };
		}
		case 'age.recorded': {
			const { birthDate, band } = e.data;
			return {
				...f,
				age: { evidence, ...(birthDate !== undefined && { birthDate }), ...(band !== undefined && { band }) },
			};
		}
		case 'suitability.finalised': {
			const { reasons: _, ...decision } = e.data;
			return { ...f, decision: { ...decision, evidence, by: e.by.account ?? '' }, triggers: [] };
		}
		case 'suitability.reviewed':
			return { ...f, review: { stillFits: e.data.stillFits, evidence }, triggers: [] };
		case 'suitability.triggered':
			return { ...f, triggers: [...f.triggers, { why: e.data.why, evidence }].slice(-10) };
	}
	return f;
}

export const suitabilityFold = foldOf('dossier', 1, { answers: {}, triggers: [] } as SuitabilityFacts, fold);
