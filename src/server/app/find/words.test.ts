import { expect, test } from 'vitest';
import { lineWords } from '#words/timeline.ts';
import { familyOf, isSorted, wordsOf } from './words.ts';

test('every kind of line that the timeline can tell is sorted, so that a filter never hides one', () => {
	const kinds = Object.keys(lineWords('fr'));
	expect(kinds.length).toBeGreaterThan(150);
	expect(kinds.filter((kind) => !isSorted(kind))).toEqual([]);
	expect(familyOf('note.signed')).toBe('notes');
	expect(familyOf('contact.logged')).toBe('contacts');
	expect(familyOf('contact.set')).toBe('file');
});

test('what people wrote is found in a line; ids, codes, instants and what Balise wrote itself are not words', () => {
	const id = '0b0f6a55-1f5f-4e3c-9a53-0d4f7d9f2c11';
	const data = {
		session: id,
		body: { reason: 'Conflits', course: 'Écoute, reformulation.', plan: 'Mardi' },
		happened: { place: 'Rimouski, Québec' },
		stillFits: 'yes',
		on: '2026-11-18',
		zone: 'America/Toronto',
		phone: '418 555-0142',
		persons: [{ name: 'Zoé', as: 'client' }],
		tags: ['au bureau', 'video'],
	};
	expect(wordsOf({ data })).toEqual(['Conflits', 'Écoute, reformulation.', 'Mardi', 'Zoé', 'au bureau']);
	expect(wordsOf({ data: undefined })).toEqual([]);
});
