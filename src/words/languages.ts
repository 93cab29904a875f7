import { isLocale, type Locale } from './i18n.ts';

interface Named extends Readonly<Record<Locale, string>> {
	/** The name its own readers give it. Written here: a device that lacks a language would name it in another. */
	readonly own: string;
	/** Read from right to left. */
	readonly rtl?: true;
}

/** The languages, beside French and English, in which a practice may give its texts to be read; keys are BCP 47. */
const further = {
	ar: { own: 'العربية', fr: 'arabe', en: 'Arabic', rtl: true },
	cr: { own: 'ᓀᐦᐃᔭᐍᐏᐣ', fr: 'cri', en: 'Cree' },
	es: { own: 'Español', fr: 'espagnol', en: 'Spanish' },
	fa: { own: 'فارسی', fr: 'persan', en: 'Persian', rtl: true },
	fil: { own: 'Filipino', fr: 'filipino', en: 'Filipino' },
	he: { own: 'עברית', fr: 'hébreu', en: 'Hebrew', rtl: true },
	ht: { own: 'Kreyòl ayisyen', fr: 'créole haïtien', en: 'Haitian Creole' },
	iu: { own: 'ᐃᓄᒃᑎᑐᑦ', fr: 'inuktitut', en: 'Inuktitut' },
	mic: { own: 'Mi’kmawi’simk', fr: 'mi’kmaq', en: 'Mi’kmaq' },
	moe: { own: 'Innu-aimun', fr: 'innu', en: 'Innu' },
	oj: { own: 'Anishinaabemowin', fr: 'ojibwé', en: 'Ojibwe' },
	pa: { own: 'ਪੰਜਾਬੀ', fr: 'pendjabi', en: 'Punjabi' },
	ps: { own: 'پښتو', fr: 'pachto', en: 'Pashto', rtl: true },
	pt: { own: 'Português', fr: 'portugais', en: 'Portuguese' },
	ro: { own: 'Română', fr: 'roumain', en: 'Romanian' },
	ru: { own: 'Русский', fr: 'russe', en: 'Russian' },
	uk: { own: 'Українська', fr: 'ukrainien', en: 'Ukrainian' },
	ur: { own: 'اردو', fr: 'ourdou', en: 'Urdu', rtl: true },
	vi: { own: 'Tiếng Việt', fr: 'vietnamien', en: 'Vietnamese' },
	'zh-Hans': { own: '简体中文', fr: 'chinois simplifié', en: 'simplified Chinese' },
	'zh-Hant': { own: '繁體中文', fr: 'chinois traditionnel', en: 'traditional Chinese' },
} as const satisfies Readonly<Record<string, Named>>;

/** One of those languages. */
export type FurtherLanguage = keyof typeof further;
const all: Readonly<Record<string, Named>> = further;
const bound: Readonly<Record<Locale, Named>> = {
	fr: { own: 'Français', fr: 'français', en: 'French' },
	en: { own: 'English', fr: 'anglais', en: 'English' },
};

/** Every one of them. */
export const furtherLanguages = Object.keys(further) as readonly FurtherLanguage[];
/** Is this one of them? */
export const isFurther = (code: string | null | undefined): code is FurtherLanguage =>
	typeof code === 'string' && Object.hasOwn(all, code);
/** Every language in which somebody may have read a text. */
export const readingLanguages = ['fr', 'en', ...furtherLanguages] as const;

const find = (code: string): Named | undefined =>
	isFurther(code) ? all[code] : isLocale(code) ? bound[code] : undefined;

/** What its own readers call a language. */
export const ownName = (code: string): string => find(code)?.own ?? code;
/** What a language is called in French or in English; as it was typed where it is none of these. */
export const languageName = (code: string, locale: Locale): string => find(code)?.[locale] ?? code;
/** In which direction it is read. */
export const directionOf = (code: string): 'ltr' | 'rtl' => (find(code)?.rtl ? 'rtl' : 'ltr');

/** A number as people dial, pay or date it; in a text read from right to left its groups would change places. */
const number = /(\+?\d(?:[\d .,:/()\u00a0\u202f-]*\d)?(?:[ \u00a0]?[$%])?)/;

/** A text cut where its numbers begin and end: every second piece is one, to be kept apart. */
export const aroundNumbers = (text: string): readonly string[] => text.split(number);
