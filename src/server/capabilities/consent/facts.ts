import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, type Means, proofOf } from '#server/kernel/entry.ts';
import type { Channel, ClauseWords, Mode } from '#server/kernel/field.ts';
import type { ReviewTrigger } from '#words/clauses/revisit.ts';
import { type AnswerEntry, type Answers, answer } from './answer-facts.ts';
import { type Together, type TogetherEntry, together } from './together-facts.ts';

/** Which version of which documents: document key → version. */
export type Versions = Readonly<Record<string, number>>;

export interface Question {
	readonly document: string;
	readonly clause: string;
	readonly asked: Evidence;
	readonly answered?: Evidence;
	/** The person said that the answer will do. */
	readonly settled?: Evidence;
}

/** A consent in force or ended: to which versions, given how, by whom. */
export interface Given {
	readonly id: string;
	readonly documents: Versions;
	readonly means: Means;
	/** Signed by the person, or by somebody who represents them. */
	readonly by: 'self' | 'representative';
	/** Somebody heard or saw it, where it was given aloud or on paper. */
	readonly witnessed?: true;
	/** The texts that were read in a further language, and the clauses that this yes leaves out. */
	readonly readIn?: Readonly<Record<string, string>>;
	readonly except?: readonly string[];
	readonly evidence: Evidence;
}

/** A document as it was handed: its version, the clauses it held, the place whose rules it states. */
export interface Sent {
	readonly version: number;
	readonly clauses: readonly string[];
	readonly territory: string;
	readonly evidence: Evidence;
}

/** How a written plan reaches a person: opened in their space, sent by post, read aloud, handed over. */
export const planWays = ['portal', 'post', 'voice', 'inPerson'] as const;
export type PlanWay = (typeof planWays)[number];

/** The version of a plan that is in force, and whether the person has it. */
export interface PlanCopy {
	readonly version: number;
	readonly had?: { readonly way: PlanWay; readonly evidence: Evidence };
}

export interface ConsentFacts {
	readonly sent: Readonly<Record<string, Sent>>;
	/** What the person read, and in which further language, where it was in one. */
	readonly read: Readonly<
		Record<string, { readonly version: number; readonly language?: string; readonly evidence: Evidence }>
	>;
	readonly explained: Readonly<Record<string, { readonly version: number; readonly evidence: Evidence }>>;
	readonly questions: Readonly<Record<string, Question>>;
	/** Questions were invited before signing (qc-2.03-b). */
	readonly questionsOffered?: Evidence;
	readonly capacity?: { readonly result: 'able' | 'notAble' | 'withSupport'; readonly evidence: Evidence };
	readonly discussion?: {
		readonly risks: boolean;
		readonly benefits: boolean;
		readonly voluntary: boolean;
		readonly evidence: Evidence;
	};
	/** The form of information this person needs, and what was done for it (qc-2.03-a). */
	readonly needs?: {
		readonly language: string;
		readonly variant: 'standard' | 'easyRead' | 'audio' | 'oral';
		readonly adapted: boolean;
		readonly evidence: Evidence;
	};
	readonly teachBack: Readonly<
		Record<string, { readonly understood: boolean; readonly inConversation: boolean; readonly evidence: Evidence }>
	>;
	readonly given?: Given;
	readonly withdrawn?: Evidence;
	/** Notices acknowledged: key → version. */
	readonly acknowledged: Readonly<Record<string, { readonly version: number; readonly evidence: Evidence }>>;
	readonly channels: Readonly<Record<string, { readonly on: boolean; readonly evidence: Evidence }>>;
	readonly plans: Readonly<Partial<Record<'emergency' | 'failure', Evidence>>>;
	/** Which version of each plan is in force, and how it reached the person (nb-3-j). */
	readonly copies: Readonly<Partial<Record<'emergency' | 'failure', PlanCopy>>>;
	readonly reviews: Reviews;
	readonly answers: Answers;
	readonly together: Together;
}

/** How the consent was gone over again (qc-2.03-d). */
export interface Reviews {
	/** The last time for each reason. */
	readonly by: Readonly<Partial<Record<ReviewTrigger, Evidence>>>;
	/** The means whose clauses were read again. */
	readonly modes: Readonly<Partial<Record<Mode, Evidence>>>;
	/** A review was asked for and waits. */
	readonly asked?: { readonly trigger: ReviewTrigger; readonly evidence: Evidence };
	/** The person would rather talk about it first. */
	readonly talk?: Evidence;
}

export type ConsentEntry =
	| Entry<
			'package.sent',
			{
				person: string;
				documents: Versions;
				language: string;
				territory: string;
				/** Exactly what was handed: document → clause → words. */
				texts: Readonly<Record<string, Readonly<Record<string, ClauseWords>>>>;
			}
	  >
	| AnswerEntry
	| TogetherEntry
	| Entry<'document.read', { person: string; document: string; version: number; language?: string }>
	| Entry<
			'document.explained',
			{ person: string; document: string; version: number; means: 'video' | 'telephone' | 'inPerson' | 'paper' }
	  >
	| Entry<'questions.offered', { person: string }>
	| Entry<'question.asked', { person: string; id: string; document: string; clause: string; text: string }>
	| Entry<'question.answered', { person: string; id: string; text: string; orally: boolean }>
	| Entry<'question.settled', { person: string; id: string }>
	| Entry<'capacity.assessed', { person: string; result: 'able' | 'notAble' | 'withSupport'; basis: string }>
	| Entry<'discussion.held', { person: string; risks: boolean; benefits: boolean; voluntary: boolean; note?: string }>
	| Entry<
			'information.adapted',
			{ person: string; language: string; variant: 'standard' | 'easyRead' | 'audio' | 'oral'; adaptation?: string }
	  >
	| Entry<
			'teachBack.given',
			{ person: string; clause: string; understood: boolean; inConversation: boolean; words?: string }
	  >
	| Entry<
			'consent.given',
			{
				person: string;
				id: string;
				documents: Versions;
				means: Means;
				by: 'self' | 'representative';
				witness?: string;
				/** The language in which it was read out or written. */
				language?: string;
				/** The texts that were read in a further language, beside the one that binds. */
				readIn?: Readonly<Record<string, string>>;
				/** The clauses of these texts that the person said no to. */
				except?: readonly string[];
			}
	  >
	| Entry<'consent.withdrawn', { person: string; reason?: string }>
	| Entry<'notice.acknowledged', { person: string; notice: string; version: number; means: Means }>
	| Entry<'channel.agreed', { person: string; channel: Channel; means: Means }>
	| Entry<'channel.withdrawn', { person: string; channel: Channel }>
	| Entry<
			'consent.reviewed',
			{
				person: string;
				trigger: ReviewTrigger;
				mode?: Mode;
				points: readonly string[];
				result: 'kept' | 'changed' | 'talk';
				means: Means;
			}
	  >
	| Entry<'review.asked', { person: string; trigger: ReviewTrigger; reason: string }>
	| Entry<
			'plan.given',
			{
				person: string;
				plan: 'emergency' | 'failure';
				details: Readonly<Record<string, string>>;
				version?: number;
				channel?: PlanWay;
			}
	  >
	| Entry<'plan.delivered', { person: string; plan: 'emergency' | 'failure'; version: number; channel: PlanWay }>;

const at = (f: ConsentFacts, id: string, change: Partial<Question>): ConsentFacts => {
	const question = f.questions[id];
	return question ? { ...f, questions: { ...f.questions, [id]: { ...question, ...change } } } : f;
};

function readOnce(e: Extract<ConsentEntry, { kind: 'document.read' }>): ConsentFacts['read'][string] {
	const { version, language } = e.data;
	return { version, ...(language !== undefined && { language }), evidence: proofOf(e) };
}

function foldInformation(f: ConsentFacts, e: ConsentEntry): ConsentFacts | undefined {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'package.sent': {
			const { documents, territory, texts } = e.data;
			const sent = Object.entries(documents).map(
				([key, version]) => [key, { version, clauses: Object.keys(texts[key] ?? {}), territory, evidence }] as const,
			);
			return { ...f, sent: { ...f.sent, ...Object.fromEntries(sent) } };
		}
		case 'document.read':
			return { ...f, read: { ...f.read, [e.data.document]: readOnce(e) } };
		case 'document.explained':
			return { ...f, explained: { ...f.explained, [e.data.document]: { version: e.data.version, evidence } } };
		case 'questions.offered':
			return { ...f, questionsOffered: evidence };
		case 'question.asked':
			return {
				...f,
				questions: {
					...f.questions,
					[e.data.id]: { document: e.data.document, clause: e.data.clause, asked: evidence },
				},
			};
		case 'question.answered':
			return at(f, e.data.id, { answered: evidence });
		case 'question.settled':
			return at(f, e.data.id, { settled: evidence });
		case 'information.adapted': {
			const { language, variant, adaptation } = e.data;
			return { ...f, needs: { language, variant, adapted: adaptation !== undefined, evidence } };
		}
		case 'clause.accepted':
		case 'clause.refused':
			return { ...f, answers: answer(f.answers, e) };
		case 'reading.begun':
		case 'reading.moved':
		case 'reading.ended':
			return { ...f, together: together(f.together, e) };
	}
	return undefined;
}

type Reviewed = Extract<ConsentEntry, { kind: 'consent.reviewed' }>['data'];

/** A wish to talk settles nothing; a yes, or a change agreed to, does. */
function reviewed({ asked, talk: _, ...f }: Reviews, { trigger, mode, result }: Reviewed, evidence: Evidence): Reviews {
	if (result === 'talk') return { ...f, ...(asked && { asked }), talk: evidence };
	return {
		by: { ...f.by, [trigger]: evidence },
		modes: mode === undefined ? f.modes : { ...f.modes, [mode]: evidence },
		...(asked && asked.trigger !== trigger && { asked }),
	};
}

/** A new text is a new version: until it has reached the person, they have the old one. */
function planGiven(f: ConsentFacts, e: Extract<ConsentEntry, { kind: 'plan.given' }>): ConsentFacts {
	const evidence = proofOf(e);
	const { plan, channel: way } = e.data;
	const version = (f.copies[plan]?.version ?? 0) + 1;
	const had = way === undefined || way === 'portal' ? undefined : { way, evidence };
	const copy: PlanCopy = { version, ...(had && { had }) };
	return { ...f, plans: { ...f.plans, [plan]: evidence }, copies: { ...f.copies, [plan]: copy } };
}

function given(
	{ withdrawn: _, ...f }: ConsentFacts,
	e: Extract<ConsentEntry, { kind: 'consent.given' }>,
): ConsentFacts {
	const { id, documents, means, by, witness, readIn, except } = e.data;
	const more = {
		...(witness !== undefined && ({ witnessed: true } as const)),
		...(readIn && { readIn }),
		...(except && { except }),
	};
	return { ...f, given: { id, documents, means, by, ...more, evidence: proofOf(e) } };
}

function foldAgreement(f: ConsentFacts, e: ConsentEntry): ConsentFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'capacity.assessed':
			return { ...f, capacity: { result: e.data.result, evidence } };
		case 'discussion.held':
			return {
				...f,
				discussion: { risks: e.data.risks, benefits: e.data.benefits, voluntary: e.data.voluntary, evidence },
			};
		case 'teachBack.given': {
			const { clause, understood, inConversation } = e.data;
			return { ...f, teachBack: { ...f.teachBack, [clause]: { understood, inConversation, evidence } } };
		}
		case 'consent.given':
			return given(f, e);
		case 'consent.withdrawn':
			return { ...f, withdrawn: evidence };
		case 'notice.acknowledged':
			return { ...f, acknowledged: { ...f.acknowledged, [e.data.notice]: { version: e.data.version, evidence } } };
		case 'channel.agreed':
			return { ...f, channels: { ...f.channels, [e.data.channel]: { on: true, evidence } } };
		case 'channel.withdrawn':
			return { ...f, channels: { ...f.channels, [e.data.channel]: { on: false, evidence } } };
		case 'consent.reviewed':
			return { ...f, reviews: reviewed(f.reviews, e.data, evidence) };
		case 'review.asked':
			return { ...f, reviews: { ...f.reviews, asked: { trigger: e.data.trigger, evidence } } };
		case 'plan.given':
			return planGiven(f, e);
		case 'plan.delivered': {
			const { plan, version, channel: way } = e.data;
			if (f.copies[plan]?.version !== version) return f;
			return { ...f, copies: { ...f.copies, [plan]: { version, had: { way, evidence } } } };
		}
	}
	return f;
}

const none: ConsentFacts = {
	sent: {},
	read: {},
	explained: {},
	questions: {},
	teachBack: {},
	acknowledged: {},
	channels: {},
	plans: {},
	reviews: { by: {}, modes: {} },
	copies: {},
	answers: {},
	together: { done: {} },
};

export const consentFold = foldOf(
	'dossier',
	4,
	none,
	(f: ConsentFacts, e: ConsentEntry) => foldInformation(f, e) ?? foldAgreement(f, e),
);

/** Is there a consent that was not withdrawn? */
export const inForce = (f: ConsentFacts): boolean => f.given !== undefined && f.withdrawn === undefined;
/** Questions still without an answer that the person settled for. */
export const openQuestions = (f: ConsentFacts): readonly [string, Question][] =>
	Object.entries(f.questions).filter(([, q]) => !q.settled);
/** The clauses that this person was handed among those to read again, in the versions they hold. */
export const pointsHeld = ({ sent }: ConsentFacts, points: readonly string[]): readonly string[] =>
	points.filter((p) => {
		const [document = '', clause = ''] = p.split('.');
		return Object.hasOwn(sent, document) && sent[document]?.clauses.includes(clause);
	});
