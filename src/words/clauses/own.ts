import type { Locale } from '../i18n.ts';
import { clauseName } from './names.ts';

/** What a practice wrote in place of the library's clause, in both languages. */
export interface OwnClause {
	readonly fr: string;
	readonly en: string;
	/** The easy-read version, one idea a line. */
	readonly easyFr?: string;
	readonly easyEn?: string;
}

/** The clauses of one document that a practice wrote itself. */
export type OwnWords = Readonly<Record<string, OwnClause>>;

/** What these say is read from the running system or from the settings: they write themselves, so that they stay true. */
export const writtenBySystem: readonly string[] = ['storage', 'retention', 'security', 'privacyFacts'];

interface Titled {
	readonly title: string;
	readonly question?: string | undefined;
}

const blocks = 60;
const easyLine = 1000;

const easyOf = ({ easyFr, easyEn }: OwnClause, locale: Locale): string[] | undefined =>
	(locale === 'fr' ? easyFr : easyEn)
		?.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);

/** A practice's own text as a clause: its paragraphs under the library's title, with the library's open question. */
export function inOwnWords(clause: string, own: OwnClause, locale: Locale, library?: Titled) {
	const paragraphs = own[locale]
		.split(/\n\s*\n/)
		.map((p) => p.trim())
		.filter(Boolean);
	const text = paragraphs.length > blocks ? [own[locale]] : paragraphs;
	return {
		title: library?.title ?? clauseName(clause, locale),
		summary: [],
		text,
		easy: easyOf(own, locale) ?? (text.every((p) => p.length <= easyLine) ? text : []),
		...(library?.question !== undefined && { question: library.question }),
	};
}
