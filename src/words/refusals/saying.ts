import type { Locale } from '../i18n.ts';

/** A « not yet » in one language: what is missing, as it follows « Pas encore possible : », then why. */
export interface NotYet {
	readonly title: string;
	readonly why: string;
}

/** The same « not yet » in both languages. */
type Saying = Readonly<Record<Locale, readonly [title: string, why: string]>>;

/** Sayings by the key that the program gives. */
export type Sayings = Readonly<Record<string, Saying>>;

/** One saying in a language. */
export function say(lang: Locale, { [lang]: [title, why] }: Saying): NotYet {
	return { title, why };
}
