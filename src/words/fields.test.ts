import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fieldWords } from './fields.ts';
import { locales } from './i18n.ts';
import { readingEase } from './readability.ts';

const server = join(import.meta.dirname, '../server');
const capabilities = join(server, 'capabilities');
const sources = [
	join(server, 'kernel/field.ts'),
	join(server, 'journal/perform.ts'),
	...readdirSync(capabilities, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('acts.ts'))
		.map((name) => join(capabilities, name)),
].map((file) => readFileSync(file, 'utf8'));
/** The message of a schema is its last argument, or `message:`. */
const keys = [
	...new Set(
		sources.flatMap((text) =>
			[...text.matchAll(/(?:'(field\.[a-zA-Z]+)'|z\.\w+\([^'()]*, '([a-zA-Z]+\.[a-zA-Z]+)'\))/g)].map(
				(m) => m[1] ?? m[2] ?? '',
			),
		),
	),
];

test('every answer that a schema may send back has words in both languages', () => {
	expect(keys.length).toBeGreaterThanOrEqual(17);
	for (const lang of locales) {
		const general = fieldWords(lang, 'nothing');
		for (const key of keys) expect(fieldWords(lang, key), key).not.toBe(general);
	}
});

test('what a schema says in its own words is never shown', () => {
	for (const raw of ['Invalid input: expected boolean, received undefined', 'field.unknown', 'toString', '']) {
		expect(fieldWords('fr', raw)).toBe('Il manque une réponse ici, ou elle n’a pas pu être lue.');
		expect(fieldWords('en', raw)).toBe('An answer is missing here, or it could not be read.');
	}
});

test.each(locales)('each is a short plain sentence in %s that blames nobody', (lang) => {
	for (const key of keys) {
		const words = fieldWords(lang, key);
		expect(words).toMatch(/^\p{Lu}.*\.$/u);
		expect(words.length).toBeLessThan(80);
		expect(words).not.toMatch(/'|field\.|invalid|erreur|incorrect|error|wrong/i);
		if (lang === 'fr') expect(words.replace('https:', '')).not.toMatch(/ [:;?!]|[^\u00a0]:/);
		expect(readingEase(words.replace(/, (par exemple|for example) .*$/, '.'), lang), words).toBeGreaterThanOrEqual(45);
	}
});
