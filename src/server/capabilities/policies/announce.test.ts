import { describe, expect, test } from 'vitest';
import { bench, lea, uid } from '../acts.harness.ts';
import { announceChange } from './announce.ts';
import { type PolicyEntry, type PolicyFacts, policyFold } from './facts.ts';
import { type ToldEntry, type ToldFacts, toldFold } from './told-facts.ts';

const practice = bench<PolicyFacts, PolicyEntry>(policyFold);
const dossier = bench<ToldFacts, ToldEntry>(toldFold);
const published = (version: number, material: boolean) =>
	({ kind: 'policy.published', data: { document: 'privacy', version, material, states: {}, clauses: {} } }) as const;
const asked = {
	document: 'privacy',
	version: 2,
	means: 'posted',
	on: '2026-11-20',
	people: [
		{ dossier: uid(100), person: lea.person },
		{ dossier: uid(200), person: uid(201) },
	],
};
const { people: _, ...told } = asked;

describe('[nb-6-h] a material change told to many at once', () => {
	const given = () => practice.given(published(1, false), published(2, true));
	test('writes one line in each person’s own part, and a count on the practice’s journal', () => {
		expect(given().when(announceChange, asked)).toEqual({
			did: [
				{ kind: 'change.announced', data: { ...told, count: 2 } },
				...asked.people.map(({ dossier: id, person }) => ({
					kind: 'change.told',
					in: { kind: 'dossier', id },
					part: person,
					data: { ...told, person },
				})),
			],
		});
	});
	test('is of the last material change, on a day that has come', () => {
		expect(given().when(announceChange, { ...asked, version: 1 })).toEqual({ refused: 'change.other' });
		expect(given().when(announceChange, { ...asked, document: 'constructor' })).toEqual({ refused: 'change.other' });
		expect(practice.given(published(1, false)).when(announceChange, { ...asked, version: 1 })).toEqual({
			refused: 'change.other',
		});
		expect(given().when(announceChange, { ...asked, on: '2027-01-01' })).toEqual({ refused: 'change.toCome' });
	});
	test('is for somebody, by a known means', () => {
		expect(given().when(announceChange, { ...asked, people: [] })).toEqual({ wrong: { people: 'field.required' } });
		expect(given().when(announceChange, { ...asked, means: 'pigeon' })).toEqual({ wrong: { means: 'field.choice' } });
	});
	test('is kept by document, the last one told', () => {
		const line = (version: number) =>
			({
				kind: 'change.told',
				part: lea.person,
				data: { ...told, version, means: 'telephone', person: lea.person },
			}) as const;
		const { facts } = dossier.given(line(2), line(3));
		expect(facts.of(lea.person).changes.privacy).toMatchObject({ version: 3, means: 'telephone', on: '2026-11-20' });
	});
});
