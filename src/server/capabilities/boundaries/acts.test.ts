import { describe, expect, test } from 'vitest';
import { bench, lea, marie, noe, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type BoundaryEntry, type BoundaryFacts, boundaryFold } from './facts.ts';

const { given } = bench<BoundaryFacts, BoundaryEntry>(boundaryFold);

describe('[qc-4.01] another relation', () => {
	const none = { link: 'none', decision: 'proceed', communityConsidered: true } as const;
	test('is declared, even when there is none', () => {
		expect(given().when(acts.declareRelation, none)).toEqual({ did: [{ kind: 'relation.declared', data: none }] });
	});
	test('[qc-4.11] carries its analysis, its safeguards and the day it is looked at again', () => {
		const data = {
			...none,
			link: 'personal',
			analysis: 'ancienne voisine',
			safeguards: 'supervision mensuelle',
			reviewOn: '2027-02-01',
		} as const;
		expect(given().when(acts.declareRelation, data)).toEqual({ did: [{ kind: 'relation.declared', data }] });
		expect(given({ kind: 'relation.declared', data }).facts.joint.relation).toMatchObject({
			analysed: true,
			safeguards: true,
			reviewOn: '2027-02-01',
		});
	});
	test('[qc-4.08-a] is looked for in the community that is shared', () => {
		expect(given().when(acts.declareRelation, { ...none, communityConsidered: false })).toEqual({
			refused: 'relation.communityNotConsidered',
		});
	});
	test('is one of three, with a decision and whole reasons', () => {
		expect(given().when(acts.declareRelation, { ...none, link: 'secret' })).toEqual({
			wrong: { link: 'field.choice' },
		});
		expect(given().when(acts.declareRelation, { ...none, analysis: 'ok' })).toEqual({
			wrong: { analysis: 'field.reason' },
		});
		expect(given().when(acts.declareRelation, { ...none, reviewOn: 'bientôt' })).toEqual({
			wrong: { reviewOn: 'field.day' },
		});
	});
	test('keeps of the analysis that there is one, never its words', () => {
		const data = { ...none, link: 'other', analysis: 'même chorale que Léa' } as const;
		expect(JSON.stringify(given({ kind: 'relation.declared', data }).facts.joint)).not.toContain('chorale');
	});
});

describe('[qc-4.02] conflicts of interest', () => {
	test('are searched for everyone who is there', () => {
		expect(given().when(acts.searchConflict, {})).toEqual({
			did: [{ kind: 'conflict.searched', data: { persons: 2 } }],
		});
		expect(given({ kind: 'person.left', data: { id: noe.person } }).when(acts.searchConflict, {})).toEqual({
			did: [{ kind: 'conflict.searched', data: { persons: 1 } }],
		});
	});
	const officer = { roles: ['conflictsOfficer'] as const };
	const searched = { kind: 'conflict.searched', data: { persons: 2 } } as const;
	const decided = { kind: 'conflict.decided', data: { decision: 'managed', reason: 'autre intervenante' } } as const;
	test('are decided on after the search, with a reason', () => {
		expect(given(searched).when(acts.decideConflict, decided.data, officer)).toEqual({ did: [decided] });
		expect(given().when(acts.decideConflict, decided.data, officer)).toEqual({ refused: 'conflict.notSearched' });
		expect(given(searched).when(acts.decideConflict, { decision: 'none', reason: '' }, officer)).toEqual({
			wrong: { reason: 'field.reason' },
		});
	});
	test('are decided on by name, and anew when new names were searched', () => {
		expect(given(searched, decided).facts.joint.conflict).toMatchObject({ decision: 'managed', by: marie });
		expect(given(searched, decided, searched).facts.joint.conflict).toBeUndefined();
	});
});

describe('somebody else they speak of', () => {
	const other = { person: lea.person, id: uid(41), name: 'Paul Roy', relation: 'ex-conjoint' } as const;
	test('[qc-4.02] is named in the part of whoever spoke of them, and the names are to be searched again', () => {
		expect(given().when(acts.nameOther, other)).toEqual({
			did: [{ kind: 'other.named', part: lea.person, data: other }],
		});
		const named = given({ kind: 'other.named', part: lea.person, data: other });
		expect(named.when(acts.searchConflict, {})).toEqual({ did: [{ kind: 'conflict.searched', data: { persons: 3 } }] });
	});
	test('needs a name, a person of the file, and not twenty others before', () => {
		expect(given().when(acts.nameOther, { ...other, name: ' ' })).toEqual({ wrong: { name: 'field.required' } });
		expect(given().when(acts.nameOther, { ...other, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		const many = Array.from({ length: 20 }, (_, i) => ({
			kind: 'other.named' as const,
			part: lea.person,
			data: { ...other, id: uid(50 + i) },
		}));
		expect(given(...many).when(acts.nameOther, other)).toEqual({ refused: 'other.tooMany' });
	});
});
