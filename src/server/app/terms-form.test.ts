import { expect, test } from 'vitest';
import { inputOf } from './form.ts';
import { rowsOf, termsInput } from './terms-form.ts';

test('rows of a form become a list, in order, those left empty left out', () => {
	const typed = inputOf({
		'fees.10.label.fr': 'b',
		'fees.2.label.fr': 'a',
		'fees.2.amount:c': '125,00 $',
		'fees.3.label.fr': ' ',
	}) as Record<string, unknown>;
	expect(rowsOf(typed.fees)).toEqual([{ label: { fr: 'a' }, amount: 12500 }, { label: { fr: 'b' } }]);
	expect(rowsOf(undefined)).toEqual([]);
});

test('other help goes under its place; a row with a place and no words is not sent', () => {
	const typed = inputOf({
		'alternatives.0.territory': 'QC',
		'alternatives.0.fr': 'Le CLSC',
		'alternatives.0.en': 'The CLSC',
		'alternatives.1.territory': 'QC',
		'alternatives.1.fr': 'Le 811',
		'alternatives.2.territory': 'NB',
	}) as Record<string, unknown>;
	expect(termsInput(typed)).toMatchObject({
		fees: [],
		alternatives: { QC: [{ fr: 'Le CLSC', en: 'The CLSC' }, { fr: 'Le 811' }] },
	});
});

test('a group left empty is there, so that each of its fields says what it lacks', () => {
	expect(termsInput(inputOf({ 'fees.0.amount:c': '5' }) as Record<string, unknown>)).toMatchObject({
		fees: [{ label: {}, amount: 500 }],
		hours: {},
		interruption: {},
		replyWithin: {},
	});
});
