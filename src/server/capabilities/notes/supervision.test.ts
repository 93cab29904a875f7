import { expect, test } from 'vitest';
import { bench, marie, stranger, uid } from '../acts.harness.ts';
import { type NoteEntry, type NoteFacts, noteFold } from './facts.ts';
import * as acts from './supervision.ts';

const { given } = bench<NoteFacts, NoteEntry>(noteFold);
const luc = uid(2);
const byLuc = { actor: { account: luc, assurance: 'passkey' } } as const;
const joined = { kind: 'careTeam.joined', data: { account: luc, role: 'practitioner' } } as const;
const named = { kind: 'supervision.named', data: { account: luc, supervisor: marie } } as const;
const signed = {
	kind: 'note.signed',
	data: { session: uid(61), body: { text: 'Mieux.' }, template: 'free', happened: {}, attests: [], authors: [luc] },
	by: { as: 'practitioner', account: luc },
} as const;
// The file's first four lines open it.
const note = 7;
const waiting = () => given(joined, named, signed);

test('a supervisor is named for somebody of the team, by another than that person', () => {
	expect(given(joined).when(acts.nameSupervisor, named.data)).toEqual({ did: [named] });
	expect(given(joined).when(acts.nameSupervisor, named.data, byLuc)).toEqual({ refused: 'supervision.notOneself' });
	expect(given(joined).when(acts.nameSupervisor, { account: stranger, supervisor: marie })).toEqual({
		refused: 'careTeam.notIn',
	});
	expect(given(joined, named).when(acts.nameSupervisor, { account: marie, supervisor: luc }, byLuc)).toEqual({
		refused: 'supervision.isSupervised',
	});
	expect(given().when(acts.nameSupervisor, { account: 'x' })).toHaveProperty('wrong.account');
});
test('a note of whoever is supervised waits for the supervisor; others are signed once', () => {
	expect(waiting().facts.joint.counter[note]).toMatchObject({ author: luc, supervisor: marie, back: false });
	expect(given(joined, named, { ...signed, by: { as: 'practitioner', account: marie } }).facts.joint.counter).toEqual(
		{},
	);
});
test('the supervisor alone signs after its author, once', () => {
	const done = { kind: 'note.countersigned', data: { note } } as const;
	expect(waiting().when(acts.countersignNote, { note })).toEqual({ did: [done] });
	expect(waiting().when(acts.countersignNote, { note }, byLuc)).toEqual({ refused: 'note.notForYou' });
	expect(given(joined, named, signed, done).when(acts.countersignNote, { note })).toEqual({
		refused: 'note.notForYou',
	});
	expect(waiting().when(acts.countersignNote, { note: 'x' })).toEqual({ wrong: { note: 'field.number' } });
});
test('one that went back waits for an addition of its author, then for the supervisor again', () => {
	const back = { kind: 'note.sentBack', data: { note, remark: 'Dire qui était là.' } } as const;
	expect(waiting().when(acts.sendBackNote, back.data)).toEqual({ did: [back] });
	expect(waiting().when(acts.sendBackNote, { note, remark: '' })).toEqual({ wrong: { remark: 'field.reason' } });
	expect(waiting().when(acts.sendBackNote, back.data, byLuc)).toEqual({ refused: 'note.notForYou' });
	const returned = given(joined, named, signed, back);
	expect(returned.when(acts.countersignNote, { note })).toEqual({ refused: 'note.notForYou' });
	const amended = { kind: 'note.amended', data: { note, text: 'Avec sa mère.' } } as const;
	const byAuthor = { ...amended, by: { as: 'practitioner', account: luc } } as const;
	expect(given(joined, named, signed, back, amended).facts.joint.counter[note]?.back).toBe(true);
	expect(given(joined, named, signed, back, byAuthor).facts.joint.counter[note]?.back).toBe(false);
});
test('another supervisor takes over what waits; an end lets the next notes go, not those that wait', () => {
	const other = { kind: 'supervision.named', data: { account: luc, supervisor: uid(3) } } as const;
	expect(given(joined, named, signed, other).facts.joint.counter[note]).toMatchObject({ supervisor: uid(3) });
	const over = { kind: 'supervision.ended', data: { account: luc } } as const;
	expect(given(joined, named).when(acts.endSupervision, over.data)).toEqual({ did: [over] });
	expect(given(joined, named).when(acts.endSupervision, over.data, byLuc)).toEqual({
		refused: 'supervision.notOneself',
	});
	expect(given(joined).when(acts.endSupervision, over.data)).toEqual({ refused: 'supervision.none' });
	expect(Object.keys(given(joined, named, signed, over, signed).facts.joint.counter)).toEqual([String(note)]);
});
