import type { Facts } from '#server/capabilities/index.ts';
import {
	type DraftClause,
	noDocument,
	type PolicyDocument,
	type Published,
} from '#server/capabilities/policies/facts.ts';
import type { World } from '#server/journal/world.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { dayOf, type Instant, type LocalDate } from '#server/kernel/time.ts';
import { type DutyId, dutyById } from '#server/norms/catalogue.ts';
import { ordersOf } from '#server/norms/judge.ts';
import { canonical } from '#server/platform/hash.ts';
import { proseOf } from '#words/clauses/clause.ts';
import { type ClauseKey, type DocumentKey, documentKeys, documentOf } from '#words/clauses/documents.ts';
import { clauseName } from '#words/clauses/names.ts';
import { type OwnWords, writtenBySystem } from '#words/clauses/own.ts';
import type { Locale } from '#words/i18n.ts';
import { easeOf } from '#words/readability.ts';
import {
	type BothWords,
	clauseFacts,
	libraryWords,
	type PublishedOwn,
	publication,
	territoryOf,
} from '../documents.ts';
import { factsOf } from '../facts.ts';
import { bodiesOf, bodyAt } from './bodies.ts';

/** The words behind the facts of a practice's documents: what it wrote itself, and what it published. */
export interface PolicyWords {
	/** Drafts in the practice's own words, by document and clause. */
	readonly own: Readonly<Record<string, OwnWords>>;
	readonly published: Readonly<
		Record<string, { readonly clauses: Readonly<Record<string, BothWords>>; readonly by?: string }>
	>;
}

type Written = OwnWords[string];

const documentIn = ({ practice }: Facts, key: string): PolicyDocument => practice.policies.documents[key] ?? noDocument;

const ownDrafts = (facts: Facts, key: string): readonly (readonly [string, DraftClause])[] =>
	Object.entries(documentIn(facts, key).draft).filter(([, d]) => d.own);

/** Open the lines that hold those words; only these documents' when some are named. */
export async function policyWords(
	world: World<Facts>,
	practice: string,
	facts: Facts,
	keys: readonly DocumentKey[] = documentKeys,
): Promise<PolicyWords> {
	const seqs = keys.flatMap((key) => [
		...ownDrafts(facts, key).map(([, d]) => d.evidence.seq),
		documentIn(facts, key).published?.evidence.seq,
	]);
	const bodies = await bodiesOf(world, { practice, dossier: practice, parts: [JOINT], seqs });
	return {
		own: Object.fromEntries(keys.map((key) => [key, ownWordsIn(facts, key, bodies)])),
		published: Object.fromEntries(keys.flatMap((key) => publishedIn(facts, key, bodies))),
	};
}

const wordsIn = ({ fr, en, easyFr, easyEn }: Written): Written => ({
	fr,
	en,
	...(easyFr !== undefined && { easyFr }),
	...(easyEn !== undefined && { easyEn }),
});

const ownWordsIn = (facts: Facts, key: string, bodies: ReadonlyMap<number, Entry>): OwnWords =>
	Object.fromEntries(
		ownDrafts(facts, key).flatMap(([clause, { evidence }]) => {
			const body = bodyAt<Written>(bodies, evidence.seq, 'clause.written');
			return body && !writtenBySystem.includes(clause) ? [[clause, wordsIn(body)]] : [];
		}),
	);

function publishedIn(facts: Facts, key: string, bodies: ReadonlyMap<number, Entry>) {
	const seq = documentIn(facts, key).published?.evidence.seq;
	const body = bodyAt<{ readonly clauses: Readonly<Record<string, BothWords>> }>(bodies, seq, 'policy.published');
	const by = seq === undefined ? undefined : bodies.get(seq)?.by.account;
	return body ? [[key, { clauses: body.clauses, ...(by !== undefined && { by }) }] as const] : [];
}

/** The clauses that are published in the practice's own words: what a package hands over in place of the library's. */
export async function publishedOwn(world: World<Facts>, practice: string, facts: Facts): Promise<PublishedOwn> {
	const ownOf = (key: string) =>
		(documentIn(facts, key).published?.own ?? []).filter((clause) => !writtenBySystem.includes(clause));
	const keys = documentKeys.filter((key) => ownOf(key).length > 0);
	if (keys.length === 0) return {};
	const { published } = await policyWords(world, practice, facts, keys);
	return Object.fromEntries(
		keys.map((key) => {
			const own = ownOf(key);
			return [
				key,
				Object.fromEntries(Object.entries(published[key]?.clauses ?? {}).filter(([clause]) => own.includes(clause))),
			];
		}),
	);
}

/** The clauses whose published words are not what would be published now: a fact changed, or the draft did. */
export function changedClauses(
	now: Readonly<Record<string, BothWords>>,
	published: Readonly<Record<string, BothWords>>,
): readonly string[] {
	const keys = new Set([...Object.keys(now), ...Object.keys(published)]);
	return [...keys].filter((key) => canonical(now[key] ?? null) !== canonical(published[key] ?? null));
}

const clausesNow = (
	facts: Facts,
	key: DocumentKey,
	day: LocalDate,
	words: PolicyWords,
): Readonly<Record<string, BothWords>> =>
	(publication(facts, key, day, words.own[key])?.clauses ?? {}) as Readonly<Record<string, BothWords>>;

/** How one document stands. */
export interface DocumentState {
	readonly key: DocumentKey;
	readonly title: string;
	readonly is: 'none' | 'draft' | 'published';
	readonly version?: number;
	readonly publishedAt?: Instant;
	readonly changed: readonly string[];
	/** The day from which it waits to be read again, and whether that day has come. */
	readonly reviewOn?: LocalDate;
	readonly reviewDue: boolean;
	/** The section that protects those who work here is not published, or a part of it was left out (nb-2-e). */
	readonly lacksSafety: boolean;
	/** How many duties ask for one of its clauses. */
	readonly asked: number;
}

/** A document is compared as the one who published it would publish it now: it names who meets the clients. */
async function asPublisher(
	world: World<Facts>,
	practice: string,
	facts: Facts,
	by: string | undefined,
): Promise<Facts> {
	if (by === undefined) return facts;
	const seen = await factsOf(world, practice, { kind: 'practice', id: practice }, by);
	return seen?.facts.practitioner.practitioner.profile ? seen.facts : facts;
}

interface Looking {
	readonly world: World<Facts>;
	readonly practice: string;
	readonly facts: Facts;
	readonly words: PolicyWords;
	readonly lang: Locale;
}

const isSafe = (published: Published | undefined): boolean =>
	published?.clauses.includes('staffSafety') === true &&
	!published.omitted.some((part) => part.startsWith('staffSafety.'));

/** The state of one document: what is published, and what changed since. */
export async function documentState(
	{ world, practice, facts, words, lang }: Looking,
	key: DocumentKey,
): Promise<DocumentState> {
	const { draft, published } = documentIn(facts, key);
	const before = words.published[key];
	const publisher = before && (await asPublisher(world, practice, facts, before.by));
	return {
		key,
		title: documentOf(key).titles[lang],
		is: published ? 'published' : Object.keys(draft).length > 0 ? 'draft' : 'none',
		...(published && {
			version: published.version,
			publishedAt: published.evidence.at,
			reviewOn: published.reviewOn,
		}),
		reviewDue: published !== undefined && published.reviewOn <= dayOf(world.now()),
		lacksSafety: key === 'workplace' && !isSafe(published),
		changed:
			before && publisher ? changedClauses(clausesNow(publisher, key, dayOf(world.now()), words), before.clauses) : [],
		asked: new Set(Object.values(documentOf(key).requiredBy).flatMap((ids) => binding(facts, ids))).size,
	};
}

const binding = (facts: Facts, ids: readonly string[] = []): readonly DutyId[] =>
	(ids as readonly DutyId[]).filter((id) => ordersOf(facts).includes(dutyById(id).applies.order));

/** One clause on the page of its document. */
export interface ClauseRow {
	readonly key: string;
	readonly name: string;
	readonly is: 'absent' | 'library' | 'own';
	readonly duties: readonly { readonly id: string; readonly words: string }[];
	/** It changed since it was published, or is not published yet though in the draft. */
	readonly differs: boolean;
	readonly bySystem: boolean;
	/** What would be published; absent while something is missing to write it. */
	readonly words?: BothWords;
	readonly missing?: 'terms' | 'tools' | 'law';
	readonly own?: Written & { readonly ease: Readonly<Record<Locale, number>> };
	readonly parts: readonly { readonly key: string; readonly title: string }[];
	readonly omitted: readonly string[];
}

const regulatorClauses: readonly string[] = ['regulatorNotice', 'complaint'];
const lawClauses: readonly string[] = ['limits', 'exceptions'];
const lackOf = (clause: string): 'terms' | 'tools' | 'law' =>
	regulatorClauses.includes(clause) ? 'tools' : lawClauses.includes(clause) ? 'law' : 'terms';

const easeIn = ({ fr, en }: BothWords): Readonly<Record<Locale, number>> => ({
	fr: easeOf(proseOf(fr as Prose), 'fr'),
	en: easeOf(proseOf(en as Prose), 'en'),
});
type Prose = Parameters<typeof proseOf>[0];

/** The clauses of one document: those of the draft, those on offer, those that cannot be written yet. */
export function clausesOf(
	{ facts, words, lang }: Omit<Looking, 'world' | 'practice'>,
	key: DocumentKey,
	day: LocalDate,
): readonly ClauseRow[] {
	const { draft } = documentIn(facts, key);
	const library = libraryWords(facts, key, day) ?? {};
	const now = clausesNow(facts, key, day, words);
	const published = words.published[key]?.clauses ?? {};
	const changed = changedClauses(now, published);
	const row = (clause: ClauseKey): ClauseRow => {
		const drafted = draft[clause];
		const shown = now[clause] ?? library[clause];
		const own = words.own[key]?.[clause];
		return {
			key: clause,
			name: clauseName(clause, lang),
			is: drafted ? (own ? 'own' : 'library') : 'absent',
			duties: binding(facts, documentOf(key).requiredBy[clause]).map((id) => ({ id, words: dutyById(id).words[lang] })),
			differs: words.published[key] !== undefined && changed.includes(clause),
			bySystem: writtenBySystem.includes(clause),
			...(shown && { words: shown }),
			...(!library[clause] && { missing: lackOf(clause) }),
			...(own && shown && { own: { ...own, ease: easeIn(shown) } }),
			parts: (library[clause]?.[lang].parts ?? []).map(({ key: part, title }) => ({ key: part, title })),
			omitted: drafted?.omitted ?? [],
		};
	};
	return documentOf(key).clauses.map(row);
}

/** Can anything be written at all: are the services described, and is it known who meets the clients? */
export function lackOfFacts(facts: Facts, day: LocalDate): 'terms' | 'nobody' | undefined {
	if (!facts.practitioner.practitioner.profile) return 'nobody';
	return clauseFacts(facts, { territory: territoryOf(facts.practice.practice.profile?.territory), day })
		? undefined
		: 'terms';
}

/** The clauses of the library that can be written today and are not in the draft yet. */
export const onOffer = (facts: Facts, key: DocumentKey, day: LocalDate): readonly string[] => {
	const { draft } = documentIn(facts, key);
	return Object.keys(libraryWords(facts, key, day) ?? {}).filter((clause) => !draft[clause]);
};
