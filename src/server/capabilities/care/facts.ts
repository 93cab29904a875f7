import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Mode } from '#server/kernel/field.ts';
import type { Instant, LocalDate } from '#server/kernel/time.ts';

/** Where one goes from writing when somebody is not well: a voice, a face, a room; or nowhere, and why (nb-caution-d). */
export const escalations = ['telephone', 'video', 'inPerson', 'none'] as const;
export type Escalation = (typeof escalations)[number];

/** What somebody needs to be understood here: no interpreter, or one at every meeting (qc-1.03-b). */
export interface Context {
	readonly interpreter: 'none' | 'needed';
	/** The language of everything that is sent to this person. */
	readonly language: 'fr' | 'en';
	readonly evidence: Evidence;
}

/** One moment at which somebody was not well, and what was done then. */
export interface Distress {
	readonly from: Mode;
	readonly by: 'person' | 'practitioner';
	readonly session?: string;
	readonly thread?: string;
	readonly evidence: Evidence;
	readonly answer?: { readonly to: Escalation; readonly evidence: Evidence };
}

/** What came of a goal, as a review finds it. */
export const goalStates = ['reached', 'partly', 'notYet', 'left'] as const;
export type GoalState = (typeof goalStates)[number];

/** One goal, in the words of whoever pursues it, and by what one will know. */
export interface Goal {
	readonly id: string;
	readonly goal: string;
	readonly sign?: string;
}

/** Which line says a goal, and what its last review found. */
export interface GoalFacts {
	readonly written: number;
	readonly state?: GoalState;
}

/** The plan of intervention in force: its version, when it is looked at again, whether it was. */
export interface InterventionPlan {
	readonly version: number;
	readonly methods: number;
	readonly reviewOn: LocalDate;
	readonly evidence: Evidence;
	readonly reviewed?: Evidence;
	readonly ended?: true;
}

export interface CareFacts {
	readonly context?: Context;
	/** Talked alone about safety and violence, before any meeting together; what was said stays in the person's own part. */
	readonly safetyTalk?: {
		readonly held: 'yes' | 'declined';
		readonly together: 'ok' | 'notOk' | 'later';
		readonly evidence: Evidence;
	};
	/** The instruments used last; without an id, one that is on no list (nb-intro-e). */
	readonly used: readonly { readonly instrument?: string; readonly evidence: Evidence }[];
	readonly plan?: InterventionPlan;
	/** The goals of this plan and of those before it, the last few. */
	readonly goals: Readonly<Record<string, GoalFacts>>;
	readonly distress: Readonly<Record<string, Distress>>;
}

/** One way of working, and how it is done by this means (nb-3-d). */
export interface Method {
	readonly method: string;
	readonly adapted: string;
}

export type CareEntry =
	| Entry<
			'context.assessed',
			{
				person: string;
				culture: string;
				context: string;
				language: 'fr' | 'en';
				spoken?: string;
				interpreter: 'none' | 'needed';
				adjustments?: string;
			}
	  >
	| Entry<
			'safetyTalk.recorded',
			{ person: string; held: 'yes' | 'declined'; together: 'ok' | 'notOk' | 'later'; note?: string }
	  >
	| Entry<'instrument.used', { person: string; instrument?: string; name: string; summary: string }>
	| Entry<
			'interventionPlan.written',
			{
				/** Absent: the goals stand line by line. */
				goals?: string;
				lines?: readonly Goal[];
				methods: readonly Method[];
				outcome: string;
				reviewOn: LocalDate;
			}
	  >
	| Entry<
			'interventionPlan.reviewed',
			{
				outcome: string;
				/** What came of each goal. */
				results?: Readonly<Record<string, { readonly state: GoalState; readonly came?: string }>>;
				/** What the person says of it, in their words; or why it was not asked. */
				view?: string;
				viewBecause?: string;
				next: 'goesOn' | 'changes' | 'ends';
				reviewOn?: LocalDate;
			}
	  >
	| Entry<'distress.flagged', { id: string; person: string; from: Mode; session?: string; thread?: string }>
	| Entry<
			'contact.escalated',
			{ person: string; flag: string; from: Mode; to: Escalation; when?: Instant; reason?: string }
	  >;

const GOALS = 16;
const USED = 10;
const FLAGS = 5;

/** The flags that still matter: those without an answer, and the last few. */
function kept(all: Readonly<Record<string, Distress>>): Readonly<Record<string, Distress>> {
	const newest = Object.entries(all).sort(([, a], [, b]) => b.evidence.seq - a.evidence.seq);
	return Object.fromEntries(newest.filter(([, d], i) => i < FLAGS || !d.answer));
}

/** The goals that this line writes or looks back at; what was found of a goal stays when it is written again. */
function foldGoals(f: CareFacts, e: CareEntry): CareFacts['goals'] {
	const all: Record<string, GoalFacts> = { ...f.goals };
	if (e.kind === 'interventionPlan.written')
		for (const { id } of e.data.lines ?? []) all[id] = { ...all[id], written: e.seq };
	if (e.kind === 'interventionPlan.reviewed')
		for (const [id, { state }] of Object.entries(e.data.results ?? {})) {
			const goal = all[id];
			if (goal) all[id] = { ...goal, state };
		}
	const newest = Object.entries(all).toSorted(([, a], [, b]) => b.written - a.written);
	return Object.fromEntries(newest.slice(0, GOALS));
}

/** The goals of the plan in force that are still pursued. */
export const openGoals = ({ plan, goals }: CareFacts): readonly string[] =>
	Object.entries(goals).flatMap(([id, { written, state }]) =>
		written === plan?.evidence.seq && state !== 'reached' && state !== 'left' ? [id] : [],
	);

function foldPlan(f: CareFacts, e: CareEntry): CareFacts | undefined {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'interventionPlan.written': {
			const { methods, reviewOn } = e.data;
			return {
				...f,
				plan: { version: (f.plan?.version ?? 0) + 1, methods: methods.length, reviewOn, evidence },
				goals: foldGoals(f, e),
			};
		}
		case 'interventionPlan.reviewed':
			return f.plan
				? {
						...f,
						goals: foldGoals(f, e),
						plan: {
							...f.plan,
							reviewed: evidence,
							reviewOn: e.data.reviewOn ?? f.plan.reviewOn,
							...(e.data.next === 'ends' && { ended: true }),
						},
					}
				: f;
	}
	return undefined;
}

function foldDistress(f: CareFacts, e: CareEntry): CareFacts | undefined {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'distress.flagged': {
			const { id, from, session, thread } = e.data;
			const flag: Distress = {
				from,
				by: e.by.as === 'practitioner' ? 'practitioner' : 'person',
				evidence,
				...(session !== undefined && { session }),
				...(thread !== undefined && { thread }),
			};
			return { ...f, distress: kept({ ...f.distress, [id]: flag }) };
		}
		case 'contact.escalated': {
			const flag = f.distress[e.data.flag];
			const answered = flag && { ...flag, answer: { to: e.data.to, evidence } };
			return answered ? { ...f, distress: { ...f.distress, [e.data.flag]: answered } } : f;
		}
	}
	return undefined;
}

function fold(f: CareFacts, e: CareEntry): CareFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'context.assessed': {
			const { interpreter, language } = e.data;
			return { ...f, context: { interpreter, language, evidence } };
		}
		case 'safetyTalk.recorded':
			return { ...f, safetyTalk: { held: e.data.held, together: e.data.together, evidence } };
		case 'instrument.used': {
			const { instrument } = e.data;
			const one = { evidence, ...(instrument !== undefined && { instrument }) };
			return { ...f, used: [...f.used, one].slice(-USED) };
		}
	}
	return foldPlan(f, e) ?? foldDistress(f, e) ?? f;
}

export const careFold = foldOf('dossier', 2, { used: [], goals: {}, distress: {} } as CareFacts, fold);
