import { describe, expect, test } from 'vitest';
import type { Entry } from '#server/kernel/entry.ts';
import { bench, lea, NOON, noe, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type Drawing, type FamilyEntry, type FamilyFacts, familyFold } from './facts.ts';

const { given } = bench<FamilyFacts, FamilyEntry>(familyFold);
const rose = { id: uid(201), name: 'Rose', figure: 'woman' } as const;
const paul = { id: uid(202), name: 'Paul', figure: 'man' } as const;
const drawing: Drawing = {
	members: [rose, paul],
	bonds: [{ id: uid(203), from: rose.id, to: paul.id, kind: 'parent' }],
	ties: [{ id: uid(204), name: 'École', kind: 'strong', flow: 'both', from: paul.id }],
};
const line = { kind: 'family.drawn', data: drawing } as const;
// The file's first four lines open it.
const seq = 5;
const about = { ...line, part: 'joint', seq, at: NOON, by: { as: 'practitioner' } } as Entry;
const change = (input: object) => given(line).when(acts.drawFamily, { after: seq, ...input }, { about });

describe('a family is drawn a line at a time', () => {
	test('the first person begins it, in the joint part or in one person’s own', () => {
		const member = { name: 'Rose', figure: 'woman', born: 1950, died: true };
		const data = { members: [{ id: uid(900), ...member }], bonds: [], ties: [] };
		expect(given().when(acts.drawFamily, { member })).toEqual({ did: [{ kind: 'family.drawn', part: 'joint', data }] });
		expect(given().when(acts.drawFamily, { member, person: lea.person })).toHaveProperty('did.0.part', lea.person);
		expect(given().when(acts.drawFamily, { member, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
	});
	test('each change draws it whole again; who is corrected keeps their bonds', () => {
		const corrected = change({ member: { ...paul, name: 'Paul-André' } });
		expect(corrected).toHaveProperty('did.0.data.members.1', { ...paul, name: 'Paul-André' });
		expect(corrected).toHaveProperty('did.0.data.bonds', drawing.bonds);
		expect(change({ tie: { name: 'CLSC', kind: 'weak', from: stranger } })).toHaveProperty('did.0.data.ties.1', {
			id: uid(900),
			name: 'CLSC',
			kind: 'weak',
			flow: 'none',
		});
	});
	test('who goes takes their bonds along', () => {
		expect(change({ remove: paul.id })).toMatchObject({ did: [{ data: { members: [rose], bonds: [], ties: [] } }] });
	});
	test('what somebody drew meanwhile is not lost', () => {
		const member = { name: 'Zoé', figure: 'woman' };
		expect(given(line).when(acts.drawFamily, { member })).toEqual({ refused: 'family.changed' });
		expect(given(line).when(acts.drawFamily, { member, after: 3 })).toEqual({ refused: 'family.changed' });
		const own = { member, person: noe.person, after: seq };
		expect(given(line).when(acts.drawFamily, own, { about })).toEqual({ refused: 'family.changed' });
	});
});

describe('a drawing that cannot be', () => {
	test('a bond is between two people of it, and nobody descends from their own child', () => {
		expect(change({ bond: { from: rose.id, to: stranger, kind: 'close' } })).toEqual({ refused: 'family.twoPeople' });
		expect(change({ bond: { from: rose.id, to: rose.id, kind: 'close' } })).toEqual({ refused: 'family.twoPeople' });
		expect(change({ bond: { from: paul.id, to: rose.id, kind: 'parent' } })).toEqual({ refused: 'family.turnsAround' });
		expect(change({ bond: { from: paul.id, to: rose.id, kind: 'conflict' } })).toHaveProperty('did');
	});
	test('has forty people at most, and says what each line is', () => {
		const members = Array.from({ length: 40 }, (_, i) => ({ ...rose, id: uid(300 + i) }));
		const full = { ...about, data: { members, bonds: [], ties: [] } } as Entry;
		const more = { after: seq, member: { name: 'Zoé', figure: 'woman' } };
		expect(given(line).when(acts.drawFamily, more, { about: full })).toEqual({ refused: 'family.full' });
		expect(change({})).toEqual({ refused: 'act.invalidInput' });
		expect(change({ member: { name: 'Zoé', figure: 'star' } })).toEqual({ wrong: { 'member.figure': 'field.choice' } });
	});
});
