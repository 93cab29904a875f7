import { describe, expect, test } from 'vitest';
import { bench, lea, uid } from '../acts.harness.ts';
import { type IntakeEntry, type IntakeFacts, intakeFold } from './facts.ts';
import { recordMandate } from './mandate.ts';

const { given } = bench<IntakeFacts, IntakeEntry>(intakeFold);

describe('[def-nb-client-b] a mandate', () => {
	const agency = {
		kind: 'person.added',
		data: { id: uid(61), name: 'DPJ', language: 'fr', roles: ['requester'] },
	} as const;
	const mandate = { requester: uid(61), kind: 'agency', issuer: 'DPJ du Bas-Saint-Laurent', on: '2026-11-02' };
	test('is put on file, with what it asks', () => {
		const plain = { ...mandate, reporting: false };
		expect(given(agency).when(recordMandate, plain)).toEqual({ did: [{ kind: 'mandate.recorded', data: plain }] });
		const asks = { ...mandate, reporting: true, asks: 'Un rapport de présence par mois.' };
		expect(given(agency).when(recordMandate, asks)).toEqual({ did: [{ kind: 'mandate.recorded', data: asks }] });
	});
	test('has two parties, and says which report it asks for', () => {
		expect(given(agency).when(recordMandate, { ...mandate, requester: lea.person, reporting: false })).toEqual({
			refused: 'mandate.twoParties',
		});
		expect(given(agency).when(recordMandate, { ...mandate, reporting: true })).toEqual({
			refused: 'mandate.whatReporting',
		});
		expect(given().when(recordMandate, { ...mandate, reporting: false })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(recordMandate, { ...mandate, reporting: false, on: 'hier' })).toEqual({
			wrong: { on: 'field.day' },
		});
	});
});
