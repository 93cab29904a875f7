import { expect, test } from 'vitest';
import { locales } from './i18n.ts';
import {
	aroundNumbers,
	directionOf,
	furtherLanguages,
	isFurther,
	languageName,
	ownName,
	readingLanguages,
} from './languages.ts';

test('each language is a real one, named by its own readers and in French and in English', () => {
	expect(furtherLanguages.length).toBeGreaterThan(15);
	for (const code of furtherLanguages) {
		expect(new Intl.Locale(code).toString()).toBe(code);
		expect(ownName(code), code).not.toBe(code);
		for (const lang of locales) expect(languageName(code, lang), code).not.toBe(code);
		expect(isFurther(code)).toBe(true);
	}
	expect(new Set(furtherLanguages.map(ownName)).size).toBe(furtherLanguages.length);
});

test('those written in Arabic or Hebrew letters are read from right to left, and they alone', () => {
	const rtl = furtherLanguages.filter((code) => /[\u0590-\u08ff]/.test(ownName(code)));
	expect(rtl.toSorted()).toEqual(['ar', 'fa', 'he', 'ps', 'ur']);
	for (const code of readingLanguages) expect(directionOf(code)).toBe((rtl as string[]).includes(code) ? 'rtl' : 'ltr');
});

test('French and English are no further languages; a word that is none is shown as it was typed', () => {
	for (const code of ['fr', 'en', '', 'constructor', undefined, null]) expect(isFurther(code)).toBe(false);
	expect(languageName('en', 'fr')).toBe('anglais');
	expect(ownName('fr')).toBe('Français');
	expect(languageName('basque', 'fr')).toBe('basque');
	expect(directionOf('toString')).toBe('ltr');
});

test('numbers are kept apart, whole: a telephone, an amount, a date, a time', () => {
	for (const kept of ['418-555-0142', '125,00 $', '22/11/2026', '14:30', '+1 (418) 555-0142', '9', '100%'])
		expect(aroundNumbers(`اتصل ${kept}. نعم`), kept).toEqual(['اتصل ', kept, '. نعم']);
	expect(aroundNumbers('نعم')).toEqual(['نعم']);
});
