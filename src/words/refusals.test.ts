import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Locale, locales } from './i18n.ts';
import { readingEase } from './readability.ts';
import { mendWords, refusalText, spokenKeys, whyText } from './refusals.ts';

const server = join(import.meta.dirname, '../server');
const sourcesIn = (folder: string): readonly string[] =>
	readdirSync(join(server, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts') && !/\.test\.ts$|harness/.test(name))
		.map((name) => readFileSync(join(server, folder, name), 'utf8'));

const unique = (keys: readonly string[]): readonly string[] => [...new Set(keys)].sort();
const dotted = (text: string): readonly string[] =>
	[...text.matchAll(/'([a-zA-Z]+\.[a-zA-Z]+)'/g)].map((m) => m[1] ?? '');
const argumentsOf = (call: string, text: string): readonly string[] =>
	[...text.matchAll(new RegExp(`\\b${call}\\(([^(),]*)`, 'g'))].flatMap((m) => dotted(m[1] ?? ''));

/** What is given to `refuse`, there or by the choice just above it, and what a constraint of the database means. */
const codes = unique(
	sourcesIn('').flatMap((text) => [
		...argumentsOf('refuse', text),
		...(/refuse\((bad|code)\)/.test(text)
			? [...text.matchAll(/\? ('[a-z]+\.[a-zA-Z]+')/g)].flatMap((m) => dotted(m[1] ?? ''))
			: []),
		...[...text.matchAll(/constraints: \{([^}]*)\}/g)].flatMap((m) => dotted(m[1] ?? '')),
	]),
);
const norms = sourcesIn('norms').filter((text) => /\b(unmet|shown|due|dueOrLate)\(/.test(text));
const whys = unique(
	norms.flatMap((text) => [
		...[...text.matchAll(/'((?:qc|nb|def)-[a-z0-9.-]+)'/g)].map((m) => m[1] ?? ''),
		...[...text.matchAll(/consented\(own, p, '([^']+)'/g)].flatMap((m) =>
			['withdrawn', 'own', 'again', 'clause', 'means', 'body'].map((how) => `${m[1]}.${how}`),
		),
	]),
);
const mends = unique([
	...norms.flatMap((text) => argumentsOf('mend', text)),
	...[...readFileSync(join(server, 'app/mends.ts'), 'utf8').matchAll(/^\t'([a-zA-Z]+\.[a-zA-Z]+)':/gm)].map(
		(m) => m[1] ?? '',
	),
]);

const never: Readonly<Record<Locale, RegExp>> = {
	fr: /(?<!\p{L})(refus\p{L}*|tentatives?|actes?|conformes?|inscri\p{L}*|enregistr\p{L}*|patiente?s?|usag[eè]re?s?|bénéficiaires?|fichiers?|demandeurs?|gardiens?|thérapeutes?|licences?|tickets?|tests?|quiz|brèches?|bris|purg\p{L}*|pannes?|réclamations?|factures?|SMS|audits?|crypt\p{L}*|dérogations?|renonc\p{L}*|forcer|outrepass\p{L}*|échue?s?|violations?|manquements?|défauts?|admissib\p{L}*|éligib\p{L}*|révoqu\p{L}*|admettre|erreurs?|invalides?|incorrecte?s?|faute|échou\p{L}*|échecs?|oubli\p{L}*)(?!\p{L})/iu,
	en: /\b(refus\w*|attempts?|charts?|patients?|override\w*|guardians?|lobby|check-in|complian\w*|violat\w*|tests?|quiz|tickets?|errors?|invalid|wrong|fail\w*|faults?|forg[eo]t\w*)\b/i,
};

const given = [
	...codes.map((key) => ['refusal', key, refusalText] as const),
	...whys.map((key) => ['duty', key, whyText] as const),
];
const every = given.flatMap(([kind, key, text]) => locales.map((lang) => [kind, key, lang, text(lang, key)] as const));

test('the program gives many keys, and each has words of its own', () => {
	expect(codes.length).toBeGreaterThan(70);
	expect(whys.length).toBeGreaterThan(90);
	expect(mends.length).toBeGreaterThan(35);
	expect(codes.filter((key) => !spokenKeys.codes.includes(key))).toEqual([]);
	expect(whys.filter((key) => !spokenKeys.whys.includes(key))).toEqual([]);
	expect(mends.filter((key) => !spokenKeys.mends.includes(key))).toEqual([]);
});

test('no words wait for a key that nothing gives', () => {
	expect(spokenKeys.codes.filter((key) => !codes.includes(key))).toEqual([]);
	expect(spokenKeys.whys.filter((key) => !whys.includes(key))).toEqual([]);
	expect(spokenKeys.mends.filter((key) => !mends.includes(key))).toEqual([]);
});

test('a key without words is never shown as it is', () => {
	for (const lang of locales) {
		for (const { title, why } of [refusalText(lang, 'some.code'), whyText(lang, 'qc-9.99-z')]) {
			expect(`${title} ${why}`).not.toMatch(/some\.code|qc-9/);
			expect(title.length).toBeGreaterThan(10);
		}
		expect(mendWords(lang, 'some.act')).not.toContain('.');
	}
});

describe.each(every)('%s %s in %s', (_, __, lang, { title, why }) => {
	test('goes on after « Pas encore possible : » and says why in one sentence', () => {
		expect(title).toMatch(/^\p{Ll}/u);
		expect(title).not.toMatch(/[.!?…;:]$/);
		expect(title.length).toBeLessThan(90);
		expect(why).toMatch(/^\p{Lu}.*\.$/u);
		expect(why.slice(0, -1)).not.toMatch(/[.!?] /);
		expect(why.length).toBeLessThan(125);
	});
	test('uses none of the words that mislead, hurt or blame', () => {
		expect(`${title} ${why}`).not.toMatch(never[lang]);
		expect(`${title} ${why}`).not.toMatch(/\b(qc|nb|def)-/);
	});
	test('is written as its language is printed', () => {
		expect(`${title} ${why}`).not.toMatch(/'|"|\.\.\.|\s{2}/);
		if (lang === 'fr') expect(`${title} ${why}`).not.toMatch(/ [:;?!]|[^\u00a0]:/);
		else expect(`${title} ${why}`).not.toMatch(/\u00a0|\s[:;?!]/);
	});
	test('reads without effort', () => {
		expect(readingEase(`${title}.\n${why}`, lang)).toBeGreaterThanOrEqual(lang === 'fr' ? 60 : 45);
	});
});

test.each(locales)('all of them together are plain in %s', (lang) => {
	const mine = every.filter(([, , l]) => l === lang).map(([, , , { title, why }]) => `${title}.\n${why}`);
	expect(readingEase(mine.join('\n'), lang)).toBeGreaterThanOrEqual(70);
});

test('no two duties that one page mends are told in the same words', () => {
	for (const lang of locales) {
		const titles = whys.map((key) => whyText(lang, key).title);
		expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
	}
});

test.each(mends)('the button of %s is a verb and at most five words', (act) => {
	const [fr, en] = [mendWords('fr', act), mendWords('en', act)];
	for (const label of [fr, en]) {
		expect(label.split(/\s/).length).toBeLessThanOrEqual(5);
		expect(label).toMatch(/^\p{Lu}[^.!?:]*$/u);
	}
	expect(fr).toMatch(/^\p{L}+(er|ir|re)(?!\p{L})/u);
	expect(fr).not.toMatch(never.fr);
	expect(en).not.toMatch(never.en);
	expect(fr).not.toBe(en);
});
