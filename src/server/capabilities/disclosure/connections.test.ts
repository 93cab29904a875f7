import { describe, expect, test } from 'vitest';
import { bench, lea, marie, noe, stranger, uid } from '../acts.harness.ts';
import { type ConnectionEntry, type ConnectionFacts, connectionFold } from './connection-facts.ts';
import * as acts from './connections.ts';

const { given } = bench<ConnectionFacts, ConnectionEntry>(connectionFold);
const id = uid(900);
const digest = 'd'.repeat(64);
const data = {
	ground: 'consent',
	to: 'Clinique du Fleuve',
	persons: [lea.person],
	kinds: ['CarePlan'],
	until: '2026-12-22',
	digest,
} as const;
const told = { ...data, persons: [...data.persons], kinds: [...data.kinds], id, by: marie, parts: [lea.person] };
const opened = { kind: 'connection.opened', part: lea.person, data: told } as const;
const closed = { kind: 'connection.closed', part: lea.person, data: { id, person: lea.person } } as const;

describe('other software reads a file', () => {
	test('through the same gate as whatever leaves, and it stands in the register of what left', () => {
		expect(given().asks(acts.openConnection, data)).toMatchObject({
			gates: ['record.disclose'],
			focus: { subject: 'leaving', means: expect.stringContaining('"to":"Clinique du Fleuve"') },
		});
		const left = { id, ground: 'consent', to: data.to, persons: [lea.person], lines: [], how: 'electronic' };
		expect(given().when(acts.openConnection, data)).toEqual({
			did: [{ kind: 'record.disclosed', part: lea.person, data: left }, opened],
		});
		const both = { ...data, persons: [lea.person, noe.person], joint: true };
		const answer = given().when(acts.openConnection, both);
		expect('did' in answer && answer.did[1]?.data).toMatchObject({ parts: ['joint', lea.person, noe.person] });
		expect('did' in answer && answer.did[1]?.part).toBeUndefined();
	});
	test('until a day to come, and only parts in reach; the facts hold neither its secret nor its recipient', () => {
		expect(given().when(acts.openConnection, { ...data, until: '2026-11-20' })).toEqual({
			refused: 'connection.until',
		});
		expect(given().when(acts.openConnection, { ...data, persons: [stranger] })).toEqual({
			refused: 'connection.part',
		});
		expect(given().when(acts.openConnection, { ...data, kinds: ['Patient'], ground: 'danger' })).toEqual({
			wrong: { ground: 'field.choice', 'kinds.0': 'field.choice' },
		});
		expect(JSON.stringify(given(opened).facts.of(lea.person))).not.toContain('Clinique');
	});
	test('until it is closed, once', () => {
		expect(given(opened).when(acts.closeConnection, closed.data)).toEqual({ did: [closed] });
		expect(given(opened, closed).when(acts.closeConnection, closed.data)).toEqual({ refused: 'connection.unknown' });
		expect(given(opened).when(acts.closeConnection, { id })).toEqual({ refused: 'connection.unknown' });
		expect(given().when(acts.closeConnection, { id: 'x' })).toEqual({ wrong: { id: 'field.id' } });
	});
	test('stays among the facts while it may read, however many came after it', () => {
		const later = Array.from({ length: 9 }, (_, i) => uid(840 + i)).flatMap((other) => [
			{ ...opened, data: { ...told, id: other } },
			{ ...closed, data: { id: other } },
		]);
		const { connections } = given(opened, ...later).facts.of(lea.person);
		expect(Object.keys(connections)).toContain(id);
		expect(Object.keys(connections).length).toBeLessThan(8);
	});
});
