import { expect, test } from 'vitest';
import { excerptOf, matchOf, termsOf } from './query.ts';

const told = (text: string, typed: string) =>
	excerptOf(text, termsOf(typed))
		.map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
		.join('');

test('what was typed becomes terms: accents, ligatures and capitals are folded, a lone letter is left out', () => {
	expect(matchOf(termsOf('L’école de sa Sœur'))).toBe('"ecole"* AND "de"* AND "sa"* AND "soeur"*');
	expect(matchOf(termsOf('«\u00a0garde partagée\u00a0» mère'))).toBe('"garde partagee" AND "mere"*');
	expect(matchOf(termsOf('q'))).toBe('"q"*');
	expect(matchOf(termsOf('  -- "" *'))).toBeUndefined();
});

test('nothing that was typed is read as an order to the index', () => {
	expect(matchOf(termsOf('peur" OR words:x NEAR(a b) *'))).toBe('"peur"* AND "or"* AND "words"* AND "near"*');
});

test('an excerpt shows what surrounds the first hit, with every hit marked as it was written', () => {
	expect(told('Elle évoque sa SŒUR, puis ses sœurs aînées.', 'soeur')).toBe(
		'Elle évoque sa [SŒUR], puis ses [sœurs] aînées.',
	);
	expect(told('La garde partagée, et la garde seule.', '"garde partagée"')).toBe(
		'La [garde partagée], et la garde seule.',
	);
	const long = `${'avant '.repeat(60)}la colère${' après'.repeat(60)}`;
	const shown = told(long, 'colere');
	expect(shown).toMatch(/^… (avant )+la \[colère\]( après)+ …$/);
	expect(shown.length).toBeLessThan(240);
});

test('a text in which nothing stands that was looked for shows how it begins', () => {
	expect(told('Rien de tel ici.', 'colère')).toBe('Rien de tel ici.');
});
