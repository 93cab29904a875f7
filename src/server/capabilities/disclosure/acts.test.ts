import { describe, expect, test } from 'vitest';
import { bench, byLea, lea, NOON, noe, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type DisclosureEntry, type DisclosureFacts, disclosureFold } from './facts.ts';

const { given } = bench<DisclosureFacts, DisclosureEntry>(disclosureFold);
const { person } = lea;
const giving = { person, to: 'Dre Roy', what: 'Le plan', why: 'Suivi partagé', means: 'paper' } as const;
const authorisation = { kind: 'authorisation.given', part: person, data: { ...giving, id: uid(5) } } as const;
const leaving = { ground: 'danger', to: '911', persons: [person], lines: [3], how: 'spoken' } as const;
const disclosed = {
	kind: 'record.disclosed',
	part: person,
	data: { ...leaving, id: uid(6), danger: 'Léa, ce soir' },
} as const;

describe('an agreement to tell somebody outside', () => {
	test('is the person’s own word, and is taken back as simply', () => {
		expect(given().when(acts.giveAuthorisation, giving, byLea)).toMatchObject({
			did: [{ kind: 'authorisation.given', part: person, data: giving }],
		});
		const back = { person, id: uid(5), means: 'oral' };
		expect(given(authorisation).when(acts.revokeAuthorisation, back)).toEqual({
			did: [{ kind: 'authorisation.revoked', part: person, data: back }],
		});
		expect(given().when(acts.revokeAuthorisation, back)).toEqual({ refused: 'authorisation.unknown' });
		const revoked = { kind: 'authorisation.revoked', part: person, data: { ...back, means: 'oral' } } as const;
		expect(given(authorisation, revoked).when(acts.revokeAuthorisation, back)).toEqual({
			refused: 'authorisation.already',
		});
		expect(given().when(acts.giveAuthorisation, { ...giving, to: ' ' })).toEqual({ wrong: { to: 'field.required' } });
		expect(given().when(acts.giveAuthorisation, { ...giving, person: uid(9) })).toEqual({
			refused: 'act.noSuchPerson',
		});
	});
	test('said aloud, is written down by its words, its language and who heard it', () => {
		const oral = { ...authorisation, data: { ...authorisation.data, means: 'oral' } } as const;
		const whole = { ...oral, data: { ...oral.data, wording: 'Oui', spokenIn: 'français', heardBy: 'Ève' } } as const;
		expect(given(oral).facts.of(person).authorisations[uid(5)]?.written).toBe(false);
		expect(given(whole).facts.of(person).authorisations[uid(5)]?.written).toBe(true);
	});
});

describe('what leaves', () => {
	test('says its ground, and stands in the part of the one person it is about', () => {
		expect(given().when(acts.discloseRecord, leaving)).toMatchObject({
			did: [{ kind: 'record.disclosed', part: person, data: leaving }],
		});
		const both = { ...leaving, persons: [person, noe.person] };
		const answer = given().when(acts.discloseRecord, both);
		expect('did' in answer && 'part' in (answer.did[0] ?? {})).toBe(false);
		const { ground: _, ...none } = leaving;
		expect(given().when(acts.discloseRecord, none)).toEqual({ refused: 'disclosure.ground' });
		expect(given().when(acts.discloseRecord, { ...leaving, persons: [] })).toEqual({
			wrong: { persons: 'field.required' },
		});
		expect(given().when(acts.discloseRecord, { ...leaving, persons: [uid(9)] })).toEqual({
			refused: 'act.noSuchPerson',
		});
	});
	test('in danger, the rest is completed afterwards, once', () => {
		const rest = { id: uid(6), person, minimum: 'L’adresse', reasons: 'Menace précise' };
		expect(given(disclosed).facts.of(person).disclosures[uid(6)]?.complete).toBe(false);
		const { person: _, ...data } = rest;
		const completed = { kind: 'disclosure.completed', part: person, data } as const;
		expect(given(disclosed).when(acts.completeDisclosure, rest)).toEqual({ did: [completed] });
		expect(given(disclosed, completed).when(acts.completeDisclosure, rest)).toEqual({ refused: 'disclosure.already' });
		expect(given().when(acts.completeDisclosure, rest)).toEqual({ refused: 'disclosure.unknown' });
	});
	test('what was already told is always written down, and says whether it was allowed', () => {
		const told = { ...leaving, to: 'dre ROY', ground: 'consent', lines: [], on: '2026-11-20' } as const;
		expect(given().when(acts.noteDisclosure, told)).toMatchObject({ did: [{ data: { allowed: false } }] });
		expect(given(authorisation).when(acts.noteDisclosure, told)).toMatchObject({ did: [{ data: { allowed: true } }] });
		expect(given(authorisation).when(acts.noteDisclosure, { ...told, to: 'École' })).toMatchObject({
			did: [{ data: { allowed: false } }],
		});
		const late = { ...authorisation, data: { ...authorisation.data, until: NOON - 1 } } as const;
		expect(given(late).when(acts.noteDisclosure, told)).toMatchObject({ did: [{ data: { allowed: false } }] });
		expect(given().when(acts.noteDisclosure, { ...told, on: '2026-11-23' })).toEqual({ refused: 'disclosure.notYet' });
	});
});
