import { describe, expect, test } from 'vitest';
import { inNewBrunswick, inQuebec } from '#words/clauses/believable.ts';
import { proseOf } from '#words/clauses/clause.ts';
import { compose } from '#words/clauses/compose.ts';
import { documentKeys } from '#words/clauses/documents.ts';
import type { ClauseFacts } from '#words/clauses/facts.ts';
import { locales } from '#words/i18n.ts';
import { readingEase } from '#words/readability.ts';
import { lawFacts } from './clause-facts.ts';

const onDate = '2026-11-22';
const facts = (base: ClauseFacts, order: 'QC' | 'NB', place: 'QC' | 'NB' | 'ON' = order): ClauseFacts => {
	const { regulator: _r, breachAuthority: _b, accessReply: _a, ...practice } = base;
	return { ...practice, ...lawFacts({ order, place, onDate, regulatorEmail: 'info@exemple.example' }) };
};

describe('the rule packs’ own words can be read, inside the clauses they fill', () => {
	for (const [order, base] of [
		['QC', inQuebec],
		['NB', inNewBrunswick],
	] as const)
		for (const locale of locales)
			test(`${order}, ${locale}`, () => {
				const clauses = documentKeys.flatMap((key) => compose(key, facts(base, order), locale).clauses);
				expect(clauses).toHaveLength(39);
				for (const c of clauses) expect(readingEase(proseOf(c), locale), c.key).toBeGreaterThanOrEqual(60);
			});
});

test('the crisis numbers are those of the place where the client is', () => {
	expect(JSON.stringify(compose('plans', facts(inQuebec, 'QC', 'NB'), 'fr'))).toContain('1-866-355-5550');
	expect(JSON.stringify(compose('plans', facts(inQuebec, 'QC', 'NB'), 'fr'))).not.toContain('Info-Social');
});

test('the exceptions are those of the client’s place; a professional duty is told by New Brunswick’s members only', () => {
	const bases = (order: 'QC' | 'NB', place: 'QC' | 'NB' | 'ON') =>
		lawFacts({ order, place, onDate }).exceptions.map((e) => e.basis);
	expect(bases('QC', 'QC')).toEqual(['danger', 'law', 'order']);
	expect(bases('QC', 'NB')).toEqual(['danger', 'law', 'order']);
	expect(bases('NB', 'QC')).toEqual(['danger', 'law', 'order', 'professionalDuty']);
	expect(bases('QC', 'ON')).toEqual(['danger', 'law', 'order']);
	const inNB = lawFacts({ order: 'QC', place: 'NB', onDate }).exceptions[0];
	expect(inNB?.clause).not.toEqual(lawFacts({ order: 'QC', place: 'QC', onDate }).exceptions[0]?.clause);
});

test('an e-mail address nobody verified does not reach the client: the notice waits for it', () => {
	const unverified = lawFacts({ order: 'QC', place: 'QC', onDate });
	expect(unverified.regulator).toBeUndefined();
	const { regulator: _, ...practice } = inQuebec;
	expect(compose('regulator', { ...practice, ...unverified }, 'fr').missing).toEqual(['regulatorNotice', 'complaint']);
	expect(lawFacts({ order: 'QC', place: 'QC', onDate, regulatorEmail: 'x@ordre.example' }).regulator?.email).toBe(
		'x@ordre.example',
	);
});

test('out of date, the law tells a client nothing but 911', () => {
	const late = lawFacts({ order: 'QC', place: 'QC', onDate: '2030-01-01' });
	expect(late.crisis.map((l) => l.number)).toEqual(['911']);
	expect(late.exceptions).toEqual([]);
	expect(late.regulator).toBeUndefined();
	expect(late.breachAuthority).toBeUndefined();
});

test('a place whose rules nobody wrote cannot be a practitioner’s own', () => {
	expect(() => lawFacts({ order: 'ON', place: 'QC', onDate })).toThrow('ON');
});
