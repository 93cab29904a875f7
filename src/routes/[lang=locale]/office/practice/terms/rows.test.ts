import { expect, test } from 'vitest';
import { typedRows, withSpare } from './rows.ts';

test('rows are shown again in the places under which they were sent', () => {
	const values = {
		'fees.0.label.fr': '',
		'fees.0.amount:c': ' ',
		'fees.1.label.fr': 'Rencontre',
		'fees.1.amount:c': '125',
		'fees.3.label.fr': 'Appel',
		'alternatives.0.territory': 'QC',
		'alternatives.0.fr': '',
		number: '418',
	};
	expect(typedRows(values, 'fees')).toEqual([{ 'label.fr': 'Rencontre', amount: '125' }, { 'label.fr': 'Appel' }]);
	expect(typedRows(values, 'alternatives')).toEqual([]);
	expect(typedRows(undefined, 'fees')).toBeUndefined();
});

test('there is always room for more', () => {
	expect(withSpare([{ fr: 'a' }])).toEqual([{ fr: 'a' }, {}]);
	expect(withSpare([])).toEqual([{}, {}]);
});
