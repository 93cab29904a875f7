import { expect, test } from 'vitest';
import type { Facts } from '#server/capabilities/index.ts';
import { noDossier } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { copyHash, marking, sentencesOf, textsOf, without } from './record-copy.ts';

const entry = (kind: string, data: object, by: object = { as: 'practitioner' }): Entry => ({
	kind,
	data,
	by: by as Entry['by'],
	part: 'joint',
	seq: 7,
	at: 0,
});
const persons = {
	a: { id: 'a', name: 'Léa Roy', language: 'fr', roles: [], since: { seq: 1, at: 0 } },
	b: { id: 'b', name: 'Noé Roy', language: 'fr', roles: [], since: { seq: 1, at: 0 } },
};
const none = { boundaries: { others: {} } };
const facts = {
	dossier: {
		joint: { dossier: { ...noDossier, persons }, ...none },
		of: (id: string) => (id === 'a' ? { boundaries: { others: { x: { name: 'sa sœur Élise' } } } } : none),
	},
} as unknown as Facts;
const mark = marking(facts, 'a');

test('the words of a line are all found, and its codes are not words', () => {
	const note = {
		session: crypto.randomUUID(),
		body: { reason: 'Deuil.', plan: 'Revoir' },
		stillFits: 'yes',
		mood: 'notAsked',
	};
	expect(textsOf(entry('note.signed', note))).toEqual(['Deuil.', 'Revoir']);
	expect(textsOf(entry('message.sent', { body: 'oui', purpose: 'care' }))).toEqual(['oui']);
	expect(textsOf(entry('package.sent', { texts: { a: 'Un long texte.' } }))).toEqual([]);
});

test('a line asks to be looked at when somebody else wrote it or is in it, by name or by hand', () => {
	expect(mark(entry('message.sent', { body: 'Bonjour' }, { as: 'client', person: 'b' }))).toBe('written');
	expect(mark(entry('message.sent', { body: 'Bonjour' }, { as: 'client', person: 'a' }))).toBeUndefined();
	expect(mark(entry('note.signed', { body: { course: 'NOE se tait.' } }))).toBe('named');
	expect(mark(entry('note.signed', { body: { course: 'Elise appelle.' } }))).toBe('named');
	expect(mark(entry('note.signed', { body: { course: 'Léa Roy parle de sa sœur.' } }))).toBeUndefined();
	expect(mark(entry('message.logged', { person: 'b', body: 'Texto' }))).toBe('named');
});

test('words held back are gone wherever they stand, whatever their case', () => {
	expect(without('Il boit. il boit (souvent).', ['Il boit'])).toBe('[…]. […] (souvent).');
	expect(sentencesOf('Il boit. Elle part!\nEt après')).toEqual(['Il boit.', 'Elle part!', 'Et après']);
});

test('the hash of a copy changes with its words, and with what is held back', () => {
	const lines = [entry('message.sent', { body: 'Bonjour' })];
	const whole = copyHash(lines, new Map());
	expect(copyHash(lines, new Map())).toBe(whole);
	expect(copyHash(lines, new Map([[7, { as: 'whole', passages: [] }]]))).not.toBe(whole);
	expect(copyHash([entry('message.sent', { body: 'Bonsoir' })], new Map())).not.toBe(whole);
});
