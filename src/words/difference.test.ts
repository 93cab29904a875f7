import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference } from './difference.ts';

const words = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');
const but = (is: string, all: ReturnType<typeof difference>): string =>
	words(
		all
			.filter((s) => s.is !== is)
			.map((s) => s.text)
			.join(' '),
	);

test('says which words came and which went', () => {
	expect(difference('Nous gardons le dossier 5 ans.', 'Nous gardons votre dossier 7 ans.')).toEqual([
		{ is: 'same', text: 'Nous gardons ' },
		{ is: 'removed', text: 'le ' },
		{ is: 'added', text: 'votre ' },
		{ is: 'same', text: 'dossier ' },
		{ is: 'removed', text: '5 ' },
		{ is: 'added', text: '7 ' },
		{ is: 'same', text: 'ans.' },
	]);
});

test('the same text has no change; a text from nothing is all new', () => {
	expect(difference('Rien ne change.', 'Rien ne change.')).toEqual([{ is: 'same', text: 'Rien ne change.' }]);
	expect(difference('', 'Tout est neuf.')).toEqual([{ is: 'added', text: 'Tout est neuf.' }]);
	expect(difference('Tout part.', '')).toEqual([{ is: 'removed', text: 'Tout part.' }]);
	expect(difference('', '')).toEqual([]);
});

test('without what came it is the old text, without what went the new one, whatever the texts', () => {
	const text = fc.array(fc.constantFrom('le', 'dossier', 'reste', 'ici', 'ans.', '5', '7'), { maxLength: 30 });
	fc.assert(
		fc.property(text, text, (a, b) => {
			const all = difference(a.join(' '), b.join(' '));
			expect(but('added', all)).toBe(a.join(' '));
			expect(but('removed', all)).toBe(b.join(' '));
		}),
	);
});

test('a very long text is told whole, at once', () => {
	const [long, other] = ['mot '.repeat(20_000), 'autre '.repeat(20_000)];
	expect(difference(long, other).map((s) => s.is)).toEqual(['removed', 'added']);
});
