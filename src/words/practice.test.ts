import { describe, expect, test } from 'vitest';
import { awayWords } from './away.ts';
import { drillSteps, drillText } from './drill.ts';
import { hostWords } from './host.ts';
import { type Locale, locales } from './i18n.ts';
import { channelWords, meWords, permitWords } from './me.ts';
import { outboxWords } from './outbox.ts';
import { policyWords } from './policies.ts';
import { practiceWords, publicWords } from './practice.ts';
import { readingEase } from './readability.ts';
import { termsWords } from './terms.ts';
import { todayWords } from './today.ts';
import { readingWords, toolsWords } from './tools.ts';

const screens = {
	awayWords,
	channelWords,
	meWords,
	outboxWords,
	permitWords,
	policyWords,
	practiceWords,
	publicWords,
	readingWords,
	termsWords,
	todayWords,
	toolsWords,
};

/** A value for any phrase: a text, a number, an object with whatever fields it takes. */
const sample = new Proxy(
	Object.assign(() => 'X', {}),
	{ get: (_, name) => (name === Symbol.toPrimitive ? (hint: string) => (hint === 'number' ? 2 : 'X') : 'X') },
);
const phrases = (words: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] =>
	Object.entries(words).map(([key, phrase]) => [
		key,
		typeof phrase === 'function'
			? String((phrase as (...values: unknown[]) => unknown)(sample, sample))
			: String(phrase),
	]);
const catalogs = Object.entries({ ...screens, hostWords }) as readonly (readonly [
	string,
	(locale: Locale) => Readonly<Record<string, unknown>>,
])[];

const never: Readonly<Record<Locale, RegExp>> = {
	fr: /(?<!\p{L})(inscri\p{L}*|tentatives?|refus\p{L}*|conformes?|bénéficiaires?|patiente?s?|fichiers?|gardiens?|tests?|quiz|enregistr\p{L}*|SMS|licences?|révoqu\p{L}*)(?!\p{L})/iu,
	en: /\b(patients?|charts?|complian\w*|override\w*|guardians?|lobby|check-in|tests?|quiz|tickets?)\b/i,
};

describe.each(catalogs)('%s', (_, catalog) => {
	test('says nothing that would mislead or hurt, and no name of a program where words belong', () => {
		for (const lang of locales)
			for (const [key, text] of phrases(catalog(lang))) {
				expect(text, `${lang} ${key}`).not.toMatch(never[lang]);
				expect(text, `${lang} ${key}`).not.toMatch(/undefined|NaN|\[object/);
			}
	});

	test('is set as each language is: spaces that do not break in French, none before a sign in English', () => {
		for (const [key, text] of phrases(catalog('fr'))) expect(text, key).not.toMatch(/ [:;?!»]|« |[^\s\u00a0]\?$|'/);
		for (const [key, text] of phrases(catalog('en'))) expect(text, key).not.toMatch(/[\s\u00a0][:;?!]|'/);
	});
});

test.each(Object.entries(screens))('%s is easy to read for somebody who meets six people a day', (name, catalog) => {
	for (const lang of locales) {
		const text = phrases(catalog(lang))
			.map(([, phrase]) => phrase)
			.join('\n');
		expect(readingEase(text, lang), `${name} ${lang}`).toBeGreaterThanOrEqual(60);
	}
});

test('a drill has its five steps for every way to talk, in both languages', () => {
	for (const channel of ['video', 'telephone', 'chat', 'portal', 'email', 'textMessage', 'voiceMail'])
		for (const lang of locales) {
			const told = drillText(channel, lang);
			expect(told.map((t) => t.step)).toEqual([...drillSteps]);
			for (const { text } of told) expect(readingEase(text, lang), text).toBeGreaterThanOrEqual(40);
		}
});
