import { type Entry, type Evidence, type Means, proofOf } from '#server/kernel/entry.ts';
import type { Closing } from '#words/clauses/consequences.ts';

/** What somebody said of one clause, or of a part that is answered on its own, in the version they hold. */
export interface Answer {
	readonly version: number;
	readonly agreed: boolean;
	/** What their no closes, as it was said to them. */
	readonly closes: Closing;
	readonly evidence: Evidence;
}

/** By `document.clause`. A yes is to one version; a no stands until the person says otherwise. */
export type Answers = Readonly<Record<string, Answer>>;

interface Answered {
	readonly person: string;
	readonly document: string;
	readonly clause: string;
	readonly version: number;
	readonly means: Means;
}

export type AnswerEntry =
	| Entry<'clause.accepted', Answered>
	/** With what was said to follow, word for word, before the person answered. */
	| Entry<'clause.refused', Answered & { closes: Closing; consequence: string }>;

/** Keep what was answered. */
export function answer(before: Answers, e: AnswerEntry): Answers {
	const { document, clause, version } = e.data;
	const agreed = e.kind === 'clause.accepted';
	const closes = e.kind === 'clause.refused' ? e.data.closes : {};
	return { ...before, [`${document}.${clause}`]: { version, agreed, closes, evidence: proofOf(e) } };
}

interface Answering {
	readonly answers: Answers;
}

/** The clauses that this person says no to. */
export const refusedClauses = ({ answers }: Answering): readonly (readonly [point: string, answer: Answer])[] =>
	Object.entries(answers).filter(([, a]) => !a.agreed);

/** The no that closes whatever is not in person, if there is one. */
export const closesRemote = (f: Answering): Answer | undefined =>
	refusedClauses(f).find(([, { closes }]) => closes.remote)?.[1];

/** The no that closes this means alone, if there is one. */
export const closesMeans = (f: Answering, means: string): Answer | undefined =>
	refusedClauses(f).find(([, { closes }]) => closes.channels?.some((channel) => channel === means))?.[1];
