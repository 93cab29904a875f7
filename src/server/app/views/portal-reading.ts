import type { ConsentFacts, Question, Versions } from '#server/capabilities/consent/facts.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { ClauseWords } from '#server/kernel/field.ts';
import type { Instant } from '#server/kernel/time.ts';
import { knownVersion } from '#server/norms/support.ts';
import { documents } from '#words/clauses/documents.ts';
import { isLocale, type Locale } from '#words/i18n.ts';
import { bodyAt } from './bodies.ts';
import type { OpenPortal } from './portal.ts';

/** One document that was handed, in a list. */
export interface HandedDocument {
	readonly key: string;
	readonly title: string;
	readonly version: number;
	readonly sentAt: Instant;
	readonly read: boolean;
	/** The latest earlier version that they read, were told or agreed to, where the one handed is not that one. */
	readonly before?: number;
	readonly explained: boolean;
	/** Questions about it that wait for an answer, and those whose answer waits for the person. */
	readonly waiting: number;
	readonly answered: number;
}

/** A document's title in a language; its key where the library does not know it any more. */
export const documentTitle = (key: string, lang: Locale): string =>
	documents.find((d) => d.key === key)?.titles[lang] ?? key;

const order: ReadonlyMap<string, number> = new Map(documents.map((d, i) => [d.key, i]));
const byOrder = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
	(order.get(a) ?? 99) - (order.get(b) ?? 99);

/** Everything this person was handed, in the order one reads it. */
export function handedDocuments(consent: ConsentFacts, lang: Locale): readonly HandedDocument[] {
	const questions = Object.values(consent.questions).filter((q) => !q.settled);
	return Object.entries(consent.sent)
		.toSorted(byOrder)
		.map(([key, { version, evidence }]) => {
			const open = questions.filter((q) => q.document === key);
			const known = knownVersion(consent, key)?.version;
			return {
				key,
				title: documentTitle(key, lang),
				version,
				sentAt: evidence.at,
				read: consent.read[key]?.version === version,
				...(known !== undefined && known < version && { before: known }),
				explained: consent.explained[key]?.version === version,
				waiting: open.filter((q) => !q.answered).length,
				answered: open.filter((q) => q.answered).length,
			};
		});
}

/** A question and what came of it, with its words. */
export interface AskedQuestion {
	readonly id: string;
	readonly document: string;
	readonly clause: string;
	readonly text: string;
	readonly askedAt: Instant;
	readonly answer?: { readonly text: string; readonly orally: boolean; readonly at: Instant };
	readonly settled: boolean;
}

const questionOf = (id: string, q: Question, bodies: ReadonlyMap<number, Entry>): AskedQuestion => {
	const answer = bodyAt<{ text: string; orally: boolean }>(bodies, q.answered?.seq, 'question.answered');
	return {
		id,
		document: q.document,
		clause: q.clause,
		text: bodyAt<{ text: string }>(bodies, q.asked.seq, 'question.asked')?.text ?? '',
		askedAt: q.asked.at,
		...(q.answered && { answer: { text: answer?.text ?? '', orally: answer?.orally ?? false, at: q.answered.at } }),
		settled: q.settled !== undefined,
	};
};

/** The person's questions with their words and answers, oldest first. */
export async function askedQuestions(
	{ own, bodies }: OpenPortal,
	document?: string,
): Promise<readonly AskedQuestion[]> {
	const asked = Object.entries(own.consent.questions).filter(
		([, q]) => document === undefined || q.document === document,
	);
	const opened = await bodies(asked.flatMap(([, q]) => [q.asked.seq, q.answered?.seq]));
	return asked.map(([id, q]) => questionOf(id, q, opened)).toSorted((a, b) => a.askedAt - b.askedAt);
}

/** How a person is informed: as usual, easy to read, by ear, or by voice. */
export type Variant = NonNullable<ConsentFacts['needs']>['variant'];

/** What a person was handed at once. */
export interface PackageSent {
	readonly person: string;
	readonly documents: Versions;
	readonly language: string;
	readonly texts: Readonly<Record<string, Readonly<Record<string, ClauseWords>>>>;
}

/** A document as it was handed: its words, in the language they were handed in. */
export interface HandedText {
	readonly key: string;
	readonly title: string;
	readonly language: Locale;
	readonly version: number;
	readonly sentAt: Instant;
	readonly clauses: readonly (ClauseWords & { readonly key: string })[];
}

/** The words of documents as they were last handed; those that were not, or whose line was destroyed, are not there. */
export async function handedTexts(
	{ own, bodies, lang }: OpenPortal,
	keys: readonly string[],
): Promise<ReadonlyMap<string, HandedText>> {
	const sent = keys.flatMap((key) => {
		const found = Object.hasOwn(own.consent.sent, key) ? own.consent.sent[key] : undefined;
		return found ? [{ key, ...found }] : [];
	});
	const opened = await bodies(sent.map((s) => s.evidence.seq));
	return new Map(
		sent.flatMap(({ key, version, evidence }) => {
			const body = bodyAt<PackageSent>(opened, evidence.seq, 'package.sent');
			return body ? [[key, textFrom(body, { key, version, sentAt: evidence.at, lang })] as const] : [];
		}),
	);
}

/** One document out of a package, as it was handed. */
export function textFrom(
	body: PackageSent,
	{ key, version, sentAt, lang }: Pick<HandedText, 'key' | 'version' | 'sentAt'> & { readonly lang: Locale },
): HandedText {
	const language = isLocale(body.language) ? body.language : lang;
	const clauses = Object.entries(body.texts[key] ?? {}).map(([clause, words]) => ({ key: clause, ...words }));
	return { key, title: documentTitle(key, language), language, version, sentAt, clauses };
}
