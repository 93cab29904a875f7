import { describe, expect, test } from 'vitest';
import { agreeing } from './agreeing.ts';
import { answerWords } from './answers.ts';
import { happened } from './happened.ts';
import { type Locale, locales } from './i18n.ts';
import { myFile } from './my-file.ts';
import { contactWords, portal } from './portal.ts';
import { readingEase } from './readability.ts';
import { reading, signedWords, withdrawWords } from './reading.ts';
import { orderWords, rights } from './rights.ts';
import { readAlong } from './together.ts';
import { translatingWords } from './translating.ts';
import { waitWords } from './waiting.ts';
import { writing } from './writing.ts';

const catalogs = {
	portal,
	contactWords,
	writing,
	reading,
	signedWords,
	withdrawWords,
	agreeing,
	answerWords,
	readAlong,
	translatingWords,
	myFile,
	orderWords,
	rights,
	waitWords,
};

/** Values that suit every phrase: a name, a day, numbers, and each code that some phrase knows. */
const codes = [
	['mode', ['inPerson', 'video', 'telephone', 'chat', 'message']],
	['purpose', ['care', 'appointment', 'administration', 'safety', 'rehearsal', 'initialInterview', 'service']],
	['variant', ['standard', 'easyRead', 'audio', 'oral']],
	['step', ['read', 'means', 'notices', 'words', 'sign']],
	['channel', ['video', 'telephone', 'voiceMail', 'portal', 'chat', 'email', 'textMessage']],
	['what', ['answer', 'explain', 'capacity', 'age', 'representative', 'discussion', 'adapt', 'conversation']],
	['means', ['signature', 'oral', 'paper']],
	['plan', ['emergency', 'failure']],
] as const;
const plain = {
	name: 'Ève',
	when: 'lundi',
	n: 2,
	amount: 2,
	unit: 'businessDay',
	number: '911',
	hours: 'jour',
	names: 'Ève',
	who: 'Ève',
	length: '50 min',
	verb: 'appeler',
	role: 'owner',
	view: 'notes',
	by: 'me',
};

type Phrase = string | ((values: object) => string);
const said = (phrase: Phrase): readonly string[] => {
	if (typeof phrase === 'string') return [phrase];
	const one = { ...plain, ...Object.fromEntries(codes.map(([key, values]) => [key, values[0]])) };
	return [phrase(one), ...codes.flatMap(([key, values]) => values.map((value) => phrase({ ...one, [key]: value })))];
};
const allOf = (catalog: (lang: Locale) => object, lang: Locale): readonly string[] => [
	...new Set(Object.values(catalog(lang) as Readonly<Record<string, Phrase>>).flatMap(said)),
];

const never: Readonly<Record<Locale, RegExp>> = {
	fr: /(?<!\p{L})(refus\p{L}*|tentatives?|actes?|conformes?|inscri\p{L}*|enregistr\p{L}*|patiente?s?|usag[eè]re?s?|bénéficiaires?|fichiers?|thérapeutes?|tests?|quiz|brèches?|pannes?|réclamations?|SMS|audits?|révoqu\p{L}*|conditions|erreurs?|invalides?|échou\p{L}*)(?!\p{L})/iu,
	en: /\b(refus\w*|attempts?|charts?|patients?|guardians?|lobby|check-in|complian\w*|tests?|quiz|errors?|invalid|fail\w*)\b/i,
};

describe.each(Object.entries(catalogs))('the words of %s', (_, catalog) => {
	test.each(locales)('read without effort in %s', (lang) => {
		const all = allOf(catalog, lang);
		expect(all.length).toBeGreaterThan(6);
		expect(readingEase(all.join('\n'), lang)).toBeGreaterThanOrEqual(60);
	});
	test.each(locales)('use none of the words that mislead or hurt in %s', (lang) => {
		expect(allOf(catalog, lang).filter((text) => never[lang].test(text))).toEqual([]);
	});
	test.each(locales)('are set as %s is printed', (lang) => {
		const ill = lang === 'fr' ? / [:;?!»]|'|"|\.\.\.|[^\u00a0]:/ : /\u00a0|\s[:;?!]|'|"|\.\.\./;
		expect(allOf(catalog, lang).filter((text) => ill.test(text))).toEqual([]);
	});
});

test('every kind of thing that is told has its sentence, in both languages', () => {
	const kinds = [
		'request.received',
		'package.sent',
		'question.answered',
		'consent.given',
		'consent.withdrawn',
		'appointment.cancelled',
		'message.sent',
	];
	for (const lang of locales)
		for (const kind of kinds)
			for (const by of ['me', 'practitioner', 'other', 'system'] as const)
				for (const n of [1, 3]) expect(happened(lang).what({ kind, by, n, name: 'Ève' })).toMatch(/^[\p{Lu}\d].*\.$/u);
});
