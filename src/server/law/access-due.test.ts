import { expect, test } from 'vitest';
import { accessDue } from './access-due.ts';

test('[qc-5.04-b] an answer is due thirty days after the request in Québec, thirty business days in New Brunswick', () => {
	expect(accessDue('2026-11-22', ['QC'])).toEqual({ due: '2026-12-22', territory: 'QC', days: 30, count: 'calendar' });
	expect(accessDue('2026-11-22', ['NB'])).toEqual({ due: '2027-01-01', territory: 'NB', days: 30, count: 'business' });
});

test('where two places have a rule, the earlier day counts; a place without one has no day', () => {
	expect(accessDue('2026-11-20', ['NB', 'QC'])?.territory).toBe('QC');
	expect(accessDue('2026-11-20', [undefined, 'US-NY', 'nowhere'])).toBeUndefined();
});
