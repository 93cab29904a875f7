import type { ConsentFacts } from '#server/capabilities/consent/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { noDocument, rendersNow, type Translation } from '#server/capabilities/policies/facts.ts';
import type { World } from '#server/journal/world.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { directionOf, isFurther, ownName } from '#words/languages.ts';
import { bodiesOf, bodyAt } from './bodies.ts';

const documentIn = ({ practice }: Facts, key: string) =>
	Object.hasOwn(practice.policies.documents, key) ? (practice.policies.documents[key] ?? noDocument) : noDocument;

/**
 * The translations of a document that render what this person was handed: still true of the text in force, with no
 * material change between their version and the one that was rendered, and for the place whose rules they were handed.
 */
function rendering(facts: Facts, { sent }: ConsentFacts, key: string): readonly Translation[] {
	const handed = Object.hasOwn(sent, key) ? sent[key] : undefined;
	if (!handed) return [];
	const document = documentIn(facts, key);
	const same = ({ version }: Translation): boolean => {
		const [from, to] = [Math.min(version, handed.version), Math.max(version, handed.version)];
		return !document.material.some((m) => from < m.version && m.version <= to);
	};
	return document.translations.filter(
		(t) => rendersNow(document, t) && same(t) && t.territory === handed.territory && handed.clauses.includes(t.clause),
	);
}

/** A language on offer, named as its readers name it. */
export interface Offered {
	readonly code: string;
	readonly name: string;
	readonly dir: 'ltr' | 'rtl';
}

/** The further languages in which some of a handed document can be read. */
export const languagesFor = (facts: Facts, consent: ConsentFacts, key: string): readonly Offered[] =>
	[...new Set(rendering(facts, consent, key).map((t) => t.language))]
		.toSorted()
		.map((code) => ({ code, name: ownName(code), dir: directionOf(code) }));

/** Every further language in which something that this person holds can be read, each with the first document that has it. */
export function languagesHeld(
	facts: Facts,
	consent: ConsentFacts,
): readonly (Offered & { readonly document: string })[] {
	const held = Object.keys(consent.sent).flatMap((document) =>
		languagesFor(facts, consent, document).map((language) => ({ ...language, document })),
	);
	return held.filter((l, i) => held.findIndex(({ code }) => code === l.code) === i);
}

/** Clauses in a further language, beside the words that bind. */
export interface Rendered extends Offered {
	readonly clauses: Readonly<Record<string, { readonly title: string; readonly paragraphs: readonly string[] }>>;
}

type Body = {
	readonly title: string;
	readonly body: string;
	readonly translatedBy: string;
	readonly reviewedBy: string;
};
const paragraphsOf = (body: string): readonly string[] => body.split(/\n\s*\n/).filter((p) => p.trim() !== '');

const wordsOf = (world: World<Facts>, practice: string, translations: readonly Translation[]) =>
	bodiesOf(world, { practice, dossier: practice, parts: [JOINT], seqs: translations.map((t) => t.evidence.seq) });

interface Reading {
	readonly world: World<Facts>;
	readonly practice: string;
	readonly facts: Facts;
}

/** A handed document in one further language; undefined when it is not offered in it. */
export async function renderedIn(
	{ world, practice, facts }: Reading,
	consent: ConsentFacts,
	{ key, language }: { readonly key: string; readonly language: string | null | undefined },
): Promise<Rendered | undefined> {
	const found = rendering(facts, consent, key).filter((t) => t.language === language);
	const [first] = found;
	if (!first) return undefined;
	const bodies = await wordsOf(world, practice, found);
	const clauses = found.flatMap(({ clause, evidence }) => {
		const body = bodyAt<Body>(bodies, evidence.seq, 'translation.added');
		return body ? [[clause, { title: body.title, paragraphs: paragraphsOf(body.body) }] as const] : [];
	});
	const code = first.language;
	return { code, name: ownName(code), dir: directionOf(code), clauses: Object.fromEntries(clauses) };
}

/** One translation as the practice keeps it. */
export interface KeptTranslation {
	readonly clause: string;
	readonly language: string;
	readonly dir: 'ltr' | 'rtl';
	readonly version: number;
	readonly stale: boolean;
	readonly title: string;
	readonly paragraphs: readonly string[];
	readonly translatedBy: string;
	readonly reviewedBy: string;
}

/** Every translation of one document, those that no longer render its text included. */
export async function translationsOf(
	{ world, practice, facts }: Reading,
	key: string,
): Promise<readonly KeptTranslation[]> {
	const document = documentIn(facts, key);
	const bodies = await wordsOf(world, practice, document.translations);
	return document.translations.flatMap((t) => {
		const body = bodyAt<Body>(bodies, t.evidence.seq, 'translation.added');
		if (!body) return [];
		const { title, translatedBy, reviewedBy } = body;
		const { clause, language, version } = t;
		const paragraphs = paragraphsOf(body.body);
		const kept = { clause, language, version, title, paragraphs, translatedBy, reviewedBy };
		return [{ ...kept, dir: directionOf(language), stale: !rendersNow(document, t) }];
	});
}

/**
 * In which language somebody asks to read: what the address says; else what the page they come from said, so that it
 * follows them from one document to the next and through every form without a script.
 */
export function languageAsked({ url, request }: { readonly url: URL; readonly request: Request }): string | undefined {
	const said = url.searchParams.get('in') ?? languageBefore(request.headers.get('referer'), url);
	return said ?? undefined;
}

function languageBefore(referer: string | null, url: URL): string | null {
	const before = referer !== null && URL.canParse(referer) ? new URL(referer) : undefined;
	return before?.origin === url.origin ? before.searchParams.get('in') : null;
}

/** The same, or the language in which this person read last. */
export function languageToRead(
	event: { readonly url: URL; readonly request: Request },
	{ read }: ConsentFacts,
): string | undefined {
	const last = Object.values(read).toSorted((a, b) => b.evidence.at - a.evidence.at)[0]?.language;
	return languageAsked(event) ?? last;
}

/** An address that keeps the language one reads in. */
export const keepingLanguage = (
	event: { readonly url: URL; readonly request: Request },
	path: string,
	hash = '',
): string => {
	const language = languageAsked(event);
	return `${path}${isFurther(language) ? `?in=${language}` : ''}${hash}`;
};
