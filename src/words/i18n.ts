/** The languages a person may read Balise in; French is the source of truth. */
export const locales = ['fr', 'en'] as const;
export type Locale = (typeof locales)[number];
/** Is this text one of our languages? */
export const isLocale = (text: string | undefined): text is Locale => locales.includes(text as Locale);

/** What stands between a name and what is said of it. */
export const colon = (locale: Locale): string => (locale === 'fr' ? '\u00a0: ' : ': ');

type Phrase = string | ((...values: never[]) => string);
type Catalog<T> = { [K in keyof T]: T[K] extends (...values: infer A) => string ? (...values: A) => string : string };

/** One catalogue per capability, both languages side by side; a key missing in one language does not compile. */
export const catalog =
	<T extends Record<string, Phrase>>(fr: T, en: NoInfer<Catalog<T>>) =>
	(locale: Locale): Catalog<T> =>
		locale === 'en' ? en : (fr as unknown as Catalog<T>);
