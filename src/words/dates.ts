import type { Locale } from './i18n.ts';

const tags: Readonly<Record<Locale, string>> = { fr: 'fr-CA', en: 'en-CA' };
const NBSP = '\u00a0';

const held = new Map<string, Intl.DateTimeFormat>();
/** Making a formatter costs a hundred times its use. */
function formatter(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const name = `${locale} ${zone} ${JSON.stringify(options)}`;
	const known = held.get(name) ?? new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: zone });
	held.set(name, known);
	return known;
}
const partOf = (format: Intl.DateTimeFormat, at: number, type: Intl.DateTimeFormatPartTypes): string =>
	format.formatToParts(at).find((part) => part.type === type)?.value ?? '';

/** « lundi 9 mars 2026 », "Monday, March 9, 2026". `at` in milliseconds; `zone` as in 'America/Toronto'. */
export const dateText = (locale: Locale, at: number, zone: string): string =>
	formatter(locale, zone, { dateStyle: 'full' })
		.format(at)
		.replace(/(?<=^\p{L}+ )1(?= )/u, '1er');

/** The same for a calendar day, '2026-03-09'. */
export const dayText = (locale: Locale, day: string): string => dateText(locale, Date.parse(day), 'UTC');

/** « novembre 2026 », "November 2026", of '2026-11'. */
export const monthText = (locale: Locale, month: string): string =>
	formatter(locale, 'UTC', { month: 'long', year: 'numeric' }).format(Date.parse(month));

/** « 14 h 30 », « 9 h »; "2:30 p.m.", "9 a.m.". Its spaces do not break. */
export function timeText(locale: Locale, at: number, zone: string): string {
	const minute = partOf(formatter('fr', zone, { timeStyle: 'short' }), at, 'minute');
	if (locale === 'fr') {
		const hour = Number(partOf(formatter('fr', zone, { timeStyle: 'short' }), at, 'hour'));
		return [hour, 'h', ...(minute === '00' ? [] : [minute])].join(NBSP);
	}
	const text = formatter('en', zone, { timeStyle: 'short' }).format(at);
	return text.replace(':00', '').replace(/\s/g, NBSP);
}

/** « heure de l’Est », "Eastern Time": the zone as people name it. */
export function zoneText(locale: Locale, at: number, zone: string): string {
	const generic = partOf(formatter(locale, zone, { timeZoneName: 'longGeneric' }), at, 'timeZoneName');
	return /\d/.test(generic) ? partOf(formatter(locale, zone, { timeZoneName: 'long' }), at, 'timeZoneName') : generic;
}

/** A sentence that ends in a time ends once: "2:30 p.m." already carries its point. */
export const ended = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`);

const at = { fr: ' à ', en: ' at ' } as const;
const dated = (locale: Locale, instant: number, zone: string): string =>
	`${dateText(locale, instant, zone)}${at[locale]}${timeText(locale, instant, zone)}`;

/** « lundi 9 mars 2026 à 14 h 30 (heure de l’Est) ». */
export const momentText = (locale: Locale, instant: number, zone: string): string =>
	`${dated(locale, instant, zone)} (${zoneText(locale, instant, zone)})`;

/** « lundi 9 mars 2026, de 14 h 30 à 15 h 20 (heure de l’Est) »; both days are named when they differ. */
export function spanText(locale: Locale, span: { readonly start: number; readonly end: number }, zone: string): string {
	const { start, end } = span;
	const day = dateText(locale, start, zone);
	const where = `(${zoneText(locale, start, zone)})`;
	if (day !== dateText(locale, end, zone)) {
		const [from, to] = locale === 'fr' ? ['du', 'au'] : ['from', 'to'];
		return `${from} ${dated(locale, start, zone)} ${to} ${dated(locale, end, zone)} ${where}`;
	}
	const [from, to] = locale === 'fr' ? ['de', 'à'] : ['from', 'to'];
	return `${day}, ${from} ${timeText(locale, start, zone)} ${to} ${timeText(locale, end, zone)} ${where}`;
}

/** « 50 min », « 1 h 20 min »; written alike in both languages. */
export function durationText(minutes: number): string {
	const whole = Math.round(minutes);
	const parts = [Math.floor(whole / 60), 'h', whole % 60, 'min'];
	const shown = whole < 60 ? parts.slice(2) : whole % 60 === 0 ? parts.slice(0, 2) : parts;
	return shown.join(NBSP);
}

/** « 1 125,00 $ », "$1,125.00". Money is kept in cents. */
export const moneyText = (locale: Locale, cents: number): string =>
	new Intl.NumberFormat(tags[locale], { style: 'currency', currency: 'CAD', currencyDisplay: 'narrowSymbol' }).format(
		cents / 100,
	);
