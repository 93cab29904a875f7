import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { ClauseWords } from '#server/kernel/field.ts';
import { DAY, dayOf, type Instant, type LocalDate, monthsLater } from '#server/kernel/time.ts';

/** A clause as it stands in a draft: from the library, or the practice's own words. */
export interface DraftClause {
	readonly own: boolean;
	/** Parts of the clause left out on purpose, each with a reason (qc-2.02-d). */
	readonly omitted: readonly string[];
	readonly evidence: Evidence;
}

/** A published version: which clauses it holds, and which facts of the running system it states. */
export interface Published {
	readonly version: number;
	readonly clauses: readonly string[];
	/** Those that the practice wrote itself: no library composes them. */
	readonly own: readonly string[];
	/** Canonical text of the storage, retention and third-party facts it states (qc-5.03-a). */
	readonly states: Readonly<Record<string, string>>;
	readonly material: boolean;
	/** Parts of its clauses that were left out on purpose (`staffSafety.threats`). */
	readonly omitted: readonly string[];
	/** The day from which it waits to be read again (nb-2-e). */
	readonly reviewOn: LocalDate;
	/** It was read again and kept without change. */
	readonly reviewed?: Evidence;
	readonly evidence: Evidence;
}

/** A material change, and the instant until which what was agreed to before it still counts. */
export interface MaterialChange {
	readonly version: number;
	readonly until: Instant;
}

/** A clause as somebody rendered it in a further language: the version it renders, and the place whose rules that one states. */
export interface Translation {
	readonly clause: string;
	readonly language: string;
	readonly version: number;
	readonly territory: string;
	readonly evidence: Evidence;
}

export interface PolicyDocument {
	readonly draft: Readonly<Record<string, DraftClause>>;
	readonly published?: Published;
	/** The last version whose change was material: consents older than it are asked again. */
	readonly materialVersion: number;
	/** The last material changes, the oldest first. */
	readonly material: readonly MaterialChange[];
	/** One for each clause and language, the latest. */
	readonly translations: readonly Translation[];
	/** What follows a no to a clause, where the practice says it in its own words. */
	readonly consequences: Readonly<Record<string, Evidence>>;
	/** What a missed meeting may cost, from which version on; told anew whenever it changed. */
	readonly missed: readonly { readonly version: number; readonly rule?: string }[];
}

/** What a practice looks at again from time to time. */
export const rhythms = ['consent', 'policy'] as const;
export type Rhythm = (typeof rhythms)[number];

export interface PolicyFacts {
	readonly documents: Readonly<Record<string, PolicyDocument>>;
	/** Every how many months each thing is looked at again. */
	readonly months: Readonly<Record<Rhythm, number>>;
}

export type PolicyEntry =
	| Entry<'policy.adopted', { document: string; clauses: readonly string[] }>
	| Entry<
			'clause.written',
			{
				document: string;
				clause: string;
				fr: string;
				en: string;
				/** The easy-read version, one idea a line. */
				easyFr?: string;
				easyEn?: string;
				omitted: readonly string[];
				reason?: string;
			}
	  >
	| Entry<'clause.removed', { document: string; clause: string }>
	| Entry<
			'policy.published',
			{
				document: string;
				version: number;
				material: boolean;
				states: Readonly<Record<string, string>>;
				clauses: Readonly<Record<string, { readonly fr: ClauseWords; readonly en: ClauseWords }>>;
				/** For how many days what was agreed to before a material change still counts. */
				graceDays?: number;
				reviewOn?: LocalDate;
			}
	  >
	| Entry<'policy.reviewed', { document: string; version: number; reviewOn: LocalDate }>
	| Entry<'rhythm.set', { of: Rhythm; months: number }>
	| Entry<
			'translation.added',
			{
				document: string;
				clause: string;
				/** The version of the French and English text that it renders. */
				version: number;
				territory: string;
				language: string;
				title: string;
				body: string;
				translatedBy: string;
				reviewedBy: string;
			}
	  >
	| Entry<'translation.removed', { document: string; clause: string; language: string }>
	| Entry<'consequence.written', { document: string; clause: string; fr: string; en: string }>;

export const noDocument: PolicyDocument = {
	draft: {},
	materialVersion: 0,
	material: [],
	translations: [],
	consequences: {},
	missed: [],
};

/** How long an earlier agreement counts after a material change, where nothing else was chosen. */
export const GRACE_DAYS = 30;
const YEAR = 12;
const KEPT_CHANGES = 12;

/** The day that comes so many months after an instant. */
export const monthsAfter = (at: Instant, months: number): LocalDate => monthsLater(dayOf(at), months);

/** Until when somebody's version of a document still counts; undefined while no material change came after it. */
export const countsUntil = (document: PolicyDocument | undefined, version: number): Instant | undefined =>
	document?.material.find((change) => change.version > version)?.until;

/** Does a translation still render the text in force? A material change after its version makes it stale. */
export const rendersNow = ({ materialVersion }: PolicyDocument, { version }: Translation): boolean =>
	version >= materialVersion;

const change = (
	facts: PolicyFacts,
	document: string,
	edit: (before: PolicyDocument) => Partial<PolicyDocument>,
): PolicyFacts => {
	const { documents } = facts;
	const before = documents[document] ?? noDocument;
	return { ...facts, documents: { ...documents, [document]: { ...before, ...edit(before) } } };
};

type Translated = Extract<PolicyEntry, { kind: 'translation.added' | 'translation.removed' }>;

/** A clause has one text in each language: a new one takes the place of the one before. */
function translate(f: PolicyFacts, e: Translated): PolicyFacts {
	const { document, clause, language } = e.data;
	const added =
		e.kind === 'translation.added'
			? [{ clause, language, version: e.data.version, territory: e.data.territory, evidence: proofOf(e) }]
			: [];
	return change(f, document, ({ translations }) => ({
		translations: [...translations.filter((t) => t.clause !== clause || t.language !== language), ...added],
	}));
}

type Publication = Extract<PolicyEntry, { kind: 'policy.published' }>;

type Ruled = PolicyDocument['missed'];
const ruled = (before: Ruled, version: number, rule: string | undefined): Ruled =>
	before.at(-1)?.rule === rule
		? before
		: [...before, { version, ...(rule !== undefined && { rule }) }].slice(-KEPT_CHANGES);

/** What a missed meeting may cost, as that version of a document says it. */
export const ruleIn = (document: PolicyDocument | undefined, version: number): string | undefined =>
	document?.missed.findLast((m) => m.version <= version)?.rule;

/** What becomes of a document when its draft is published. */
function publish(f: PolicyFacts, e: Publication): PolicyFacts {
	const { document, version, material, states, clauses, graceDays = GRACE_DAYS, reviewOn } = e.data;
	const keys = Object.keys(clauses);
	const omittedIn = (draft: PolicyDocument['draft']) => keys.flatMap((k) => draft[k]?.omitted ?? []);
	return change(f, document, ({ draft, materialVersion, material: before, missed }) => ({
		published: {
			version,
			material,
			states,
			clauses: keys,
			own: keys.filter((k) => draft[k]?.own),
			omitted: omittedIn(draft),
			reviewOn: reviewOn ?? monthsAfter(e.at, f.months.policy),
			evidence: proofOf(e),
		},
		materialVersion: material ? version : materialVersion,
		material: material ? [...before, { version, until: e.at + graceDays * DAY }].slice(-KEPT_CHANGES) : before,
		missed: ruled(missed, version, states.missed),
	}));
}

function fold(f: PolicyFacts, e: PolicyEntry): PolicyFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'policy.adopted': {
			const clauses = e.data.clauses.map((key) => [key, { own: false, omitted: [], evidence }] as const);
			return change(f, e.data.document, ({ draft }) => ({ draft: { ...draft, ...Object.fromEntries(clauses) } }));
		}
		case 'clause.written': {
			const clause: DraftClause = { own: true, omitted: e.data.omitted, evidence };
			return change(f, e.data.document, ({ draft }) => ({ draft: { ...draft, [e.data.clause]: clause } }));
		}
		case 'clause.removed':
			return change(f, e.data.document, ({ draft }) => ({
				draft: Object.fromEntries(Object.entries(draft).filter(([key]) => key !== e.data.clause)),
			}));
		case 'policy.published':
			return publish(f, e);
		case 'policy.reviewed':
			return change(f, e.data.document, ({ published }) =>
				published?.version === e.data.version
					? { published: { ...published, reviewOn: e.data.reviewOn, reviewed: evidence } }
					: {},
			);
		case 'translation.added':
		case 'translation.removed':
			return translate(f, e);
		case 'consequence.written':
			return change(f, e.data.document, ({ consequences }) => ({
				consequences: { ...consequences, [e.data.clause]: evidence },
			}));
		case 'rhythm.set':
			return { ...f, months: { ...f.months, [e.data.of]: e.data.months } };
	}
	return f;
}

const noPolicies: PolicyFacts = { documents: {}, months: { consent: YEAR, policy: YEAR } };

export const policyFold = foldOf('practice', 4, noPolicies, fold);
