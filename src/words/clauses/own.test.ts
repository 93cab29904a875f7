import { expect, test } from 'vitest';
import { clauseKeys } from './documents.ts';
import { clauseName } from './names.ts';
import { inOwnWords, writtenBySystem } from './own.ts';

const own = { fr: 'Un.\n\n  Deux.\n \nTrois.', en: 'One.' };

test('own words are paragraphs under the library’s title, with its open question', () => {
	const library = { title: 'Les honoraires', question: 'Redites-le dans vos mots : que payez-vous ?' };
	expect(inOwnWords('fees', own, 'fr', library)).toEqual({
		title: 'Les honoraires',
		summary: [],
		text: ['Un.', 'Deux.', 'Trois.'],
		easy: ['Un.', 'Deux.', 'Trois.'],
		question: library.question,
	});
});

test('where the library cannot write the clause, its own name stands above', () => {
	expect(inOwnWords('limits', own, 'en')).toMatchObject({ title: 'The limits of confidentiality', text: ['One.'] });
});

test('a text too long for its places is kept whole', () => {
	const long = Array.from({ length: 80 }, (_, i) => `Ligne ${i}.`).join('\n\n');
	expect(inOwnWords('fees', { fr: long, en: '' }, 'fr').text).toEqual([long]);
	expect(inOwnWords('fees', { fr: 'a'.repeat(1500), en: '' }, 'fr').easy).toEqual([]);
});

test('every clause has a short name in both languages; those that write themselves exist', () => {
	for (const key of clauseKeys)
		for (const lang of ['fr', 'en'] as const) expect(clauseName(key, lang), key).not.toBe(key);
	for (const key of writtenBySystem) expect(clauseKeys).toContain(key);
});

test('an easy-read version of one’s own is one idea a line, in its own language', () => {
	const easy = { ...own, easyFr: 'Un.\n\n Deux. ', easyEn: 'One.' };
	expect(inOwnWords('fees', easy, 'fr').easy).toEqual(['Un.', 'Deux.']);
	expect(inOwnWords('fees', easy, 'en').easy).toEqual(['One.']);
});
