import type { Locale } from '../i18n.ts';
import type { Channel, ClauseFacts, CrisisLine, ReplyWithin } from './facts.ts';

const region: Readonly<Record<Locale, string>> = { fr: 'fr-CA', en: 'en-CA' };

/** An amount as it is written here: 125,00 $ · $125.00. */
export const money = (amount: number, currency: string, locale: Locale): string =>
	new Intl.NumberFormat(region[locale], { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
		amount,
	);

/** « a, b et c » · “a, b, and c”. */
export const all = (items: readonly string[], locale: Locale): string =>
	new Intl.ListFormat(region[locale], { type: 'conjunction' }).format(items);

/** « a, b ou c » · “a, b, or c”. */
export const any = (items: readonly string[], locale: Locale): string =>
	new Intl.ListFormat(region[locale], { type: 'disjunction' }).format(items);

const byChannel: Readonly<Record<Channel, Readonly<Record<Locale, string>>>> = {
	video: { fr: 'par vidéo', en: 'by video' },
	phone: { fr: 'par téléphone', en: 'by phone' },
	chat: { fr: 'par clavardage', en: 'by chat' },
	email: { fr: 'par courriel', en: 'by e-mail' },
	text: { fr: 'par texto', en: 'by text' },
};

/** The means offered: « par vidéo, par téléphone ou par clavardage ». */
export const means = (channels: readonly Channel[], locale: Locale): string =>
	any(
		channels.map((c) => byChannel[c][locale]),
		locale,
	);

/** « dans les 2 jours ouvrables » · “within 2 business days”. */
export function within({ amount, unit }: ReplyWithin, locale: Locale): string {
	const one = amount === 1;
	const units = {
		hour: {
			fr: one ? 'dans l’heure' : `dans les ${amount} heures`,
			en: one ? 'within the hour' : `within ${amount} hours`,
		},
		businessDay: {
			fr: one ? 'en un jour ouvrable' : `en ${amount} jours ouvrables`,
			en: one ? 'within one business day' : `within ${amount} business days`,
		},
	};
	return units[unit][locale];
}

/** The same words with a capital, to open a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** « 5 ans » · “5 years”. */
export const years = (n: number, locale: Locale): string =>
	locale === 'fr' ? (n === 1 ? '1 an' : `${n} ans`) : n === 1 ? '1 year' : `${n} years`;

/** « 5 minutes ». */
export const minutes = (n: number): string => (n === 1 ? '1 minute' : `${n} minutes`);

const crisisLine = ({ name, number, text, hours }: CrisisLine, locale: Locale): string => {
	const byText = text === undefined ? '' : locale === 'fr' ? `, texto ${text}` : `, text ${text}`;
	return `${name[locale]} : ${number}${byText}${hours === undefined ? '' : ` (${hours[locale]})`}`;
};

const elsewhere: Readonly<Record<Locale, (known: boolean) => string>> = {
	fr: (known) => `${known ? 'Ailleurs : le' : 'Le'} numéro d’urgence de l’endroit où vous êtes`,
	en: (known) => `${known ? 'Elsewhere: the' : 'The'} emergency number of the place where you are`,
};

/** The numbers to call now, one a line; where none is known for sure, the way to find it. */
export const crisisLines = ({ crisis }: ClauseFacts, locale: Locale): readonly string[] => [
	...crisis.map((line) => crisisLine(line, locale)),
	elsewhere[locale](crisis.length > 0),
];

/** Hard spaces where French wants them, and a colon set as the language sets it. */
export const typeset = (text: string, locale: Locale): string =>
	locale === 'fr'
		? text
				.replace(/ (?=[:?!»$%])/g, '\u00a0')
				.replace(/« /g, '«\u00a0')
				.replace(/(?<=\d) (?=\d|h\b|ans?\b|jours?\b|heures?\b|minutes?\b)/g, '\u00a0')
		: text.replace(/ (?=[:?!;])/g, '');
