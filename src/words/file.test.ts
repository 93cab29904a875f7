import { describe, expect, test } from 'vitest';
import { assessmentWords } from './assessment.ts';
import { boundaryWords, officerWords } from './boundaries.ts';
import { officeConsentWords } from './consent-office.ts';
import { decisionWords, referralWords } from './decision.ts';
import { fileWords, overviewWords, stageWords, stepWords } from './file.ts';
import { type Locale, locales } from './i18n.ts';
import { newRequestWords, receivedWords, requestWords } from './intake.ts';
import { interviewWords } from './interview.ts';
import { packageWords } from './package.ts';
import { personWords } from './persons.ts';
import { planWords } from './plans.ts';
import { questionWords } from './questions.ts';
import { readingEase } from './readability.ts';

const office = {
	assessmentWords,
	boundaryWords,
	officerWords,
	officeConsentWords,
	decisionWords,
	referralWords,
	fileWords,
	overviewWords,
	stageWords,
	stepWords,
	newRequestWords,
	interviewWords,
	packageWords,
	personWords,
	planWords,
	questionWords,
};
const forClients = { requestWords, receivedWords };

/** A value for any phrase: it is a text, a number, and an object with the fields that phrases take. */
const sample = new Proxy(
	Object.assign(() => 'X', {}),
	{
		get: (_, name) => (name === Symbol.toPrimitive ? (hint: string) => (hint === 'number' ? 2 : 'X') : 'X'),
	},
);
const phrases = (words: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] =>
	Object.entries(words).map(([key, phrase]) => [
		key,
		typeof phrase === 'function' ? String((phrase as (value: unknown) => unknown)(sample)) : String(phrase),
	]);
const catalogs = Object.entries({ ...office, ...forClients }) as readonly (readonly [
	string,
	(locale: Locale) => Readonly<Record<string, unknown>>,
])[];

const never: Readonly<Record<Locale, RegExp>> = {
	fr: /(?<!\p{L})(inscri\p{L}*|tentatives?|refus\p{L}*|conformes?|bénéficiaires?|patiente?s?|fichiers?|gardiens?|tests?|quiz|enregistr\p{L}*|SMS|licences?|révoqu\p{L}*|éligib\p{L}*|admissib\p{L}*)(?!\p{L})/iu,
	en: /\b(patients?|charts?|complian\w*|override\w*|guardians?|lobby|check-in|tests?|quiz|tickets?)\b/i,
};

describe.each(catalogs)('%s', (_, catalog) => {
	test('says the same things in both languages, and nothing that would mislead or hurt', () => {
		expect(Object.keys(catalog('en'))).toEqual(Object.keys(catalog('fr')));
		for (const lang of locales)
			for (const [key, text] of phrases(catalog(lang))) expect(text, `${lang} ${key}`).not.toMatch(never[lang]);
	});

	test('is set as each language is: spaces that do not break in French, none before a sign in English', () => {
		for (const [key, text] of phrases(catalog('fr'))) expect(text, key).not.toMatch(/ [:;?!»]|« |[^\s\u00a0]\?$|'/);
		for (const [key, text] of phrases(catalog('en'))) expect(text, key).not.toMatch(/[\s\u00a0][:;?!]|'/);
	});
});

test.each(locales)('what a tired person reads to ask for help is easy in %s', (lang) => {
	for (const [name, catalog] of Object.entries(forClients)) {
		const text = phrases(catalog(lang))
			.map(([, phrase]) => phrase)
			.join('\n');
		expect(readingEase(text, lang), name).toBeGreaterThanOrEqual(60);
	}
});
