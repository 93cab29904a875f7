import { describe, expect, test } from 'vitest';
import type { Entry } from '#server/kernel/entry.ts';
import { bench, lea, marie, NOON, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type NoteEntry, type NoteFacts, noteFold } from './facts.ts';

const { given } = bench<NoteFacts, NoteEntry>(noteFold);

const session = uid(61);
const due = { kind: 'note.due', data: { session, mode: 'video', chat: false } } as const;
const body = { reason: 'suivi', course: 'échange calme', plan: 'jeudi' };
const note = { session, body, happened: { start: '14 h' }, attests: [lea.person], sources: [], authors: [marie] };
const { sources: _, ...kept } = note;

describe('[qc-5.02-b] the note of a session', () => {
	test('is signed by whom wrote it, when it is due', () => {
		expect(given(due).when(acts.signNote, note)).toEqual({ did: [{ kind: 'note.signed', data: kept }] });
		expect(given().when(acts.signNote, note)).toEqual({ refused: 'note.notDue' });
		expect(given(due).when(acts.signNote, { ...note, session: uid(62) })).toEqual({ refused: 'note.notDue' });
		expect(given(due, { kind: 'note.signed', data: kept }).when(acts.signNote, note)).toEqual({
			refused: 'note.notDue',
		});
	});
	test('[qc-6.04-a] names the person who signs it among its authors', () => {
		expect(given(due).when(acts.signNote, { ...note, authors: [uid(2)] })).toEqual({ refused: 'note.authorMissing' });
		expect(given(due).when(acts.signNote, { ...note, authors: [uid(2), marie] })).toHaveProperty('did');
	});
	test('attests nobody when no box was ticked', () => {
		const { attests: __, sources: ___, ...typed } = note;
		expect(given(due).when(acts.signNote, typed)).toEqual({
			did: [{ kind: 'note.signed', data: { ...kept, attests: [] } }],
		});
	});
	test('may answer whether this form still suits, and what mood was seen', () => {
		const more = {
			stillFits: 'deferred',
			deferredBecause: 'deux absences',
			mood: 'observed',
			moodNote: 'tristesse',
		} as const;
		expect(given(due).when(acts.signNote, { ...note, ...more })).toEqual({
			did: [{ kind: 'note.signed', data: { ...kept, ...more } }],
		});
	});
	test.each([
		[{ body: { ...body, plan: '' } }, { 'body.plan': 'field.required' }],
		[{ authors: [] }, { authors: 'field.required' }],
		[{ stillFits: 'maybe' }, { stillFits: 'field.choice' }],
		[{ moodNote: 'ok' }, { moodNote: 'field.reason' }],
		[{ attests: ['Léa'] }, { 'attests.0': 'field.id' }],
	])('is not signed with %j', (wrong, fields) => {
		expect(given(due).when(acts.signNote, { ...note, ...wrong })).toEqual({ wrong: fields });
	});
	test('is judged by what it says of itself, never by its words', () => {
		const { gates, focus } = given(due).asks(acts.signNote, {
			...note,
			sources: [uid(2), marie],
			stillFits: 'yes',
			moodNote: 'tristesse',
		});
		expect(gates).toEqual(['note.sign']);
		const means = JSON.parse((focus as { means: string }).means);
		expect(focus).toMatchObject({ subject: session });
		expect(means).toEqual({
			stillFits: 'yes',
			deferred: false,
			moodNote: true,
			stayed: false,
			attests: [lea.person],
			missingAuthors: 1,
		});
		expect(JSON.stringify(focus)).not.toMatch(/tristesse|calme/);
	});
	test('closes what was due, and counts the notes that leave the question open', () => {
		const { joint } = given(due, { kind: 'note.signed', data: kept }).facts;
		expect(joint).toMatchObject({ due: {}, signed: 1, unanswered: 1, attested: { [lea.person]: {} } });
		const answered = given(
			due,
			{ kind: 'note.signed', data: kept },
			{ kind: 'note.signed', data: { ...kept, stillFits: 'yes' } },
		);
		expect(answered.facts.joint).toMatchObject({ signed: 2, unanswered: 0, stillFits: { answer: 'yes' } });
		expect(JSON.stringify(joint)).not.toMatch(/calme|suivi|jeudi/);
	});
});

describe('[nb-2-f] a note that was signed', () => {
	const signed: Entry = {
		kind: 'note.signed',
		data: kept,
		part: lea.person,
		seq: 9,
		at: NOON,
		by: { as: 'practitioner', account: marie },
	};
	const added = { note: 9, text: 'Correction : c’était mardi.' };
	test('takes a dated addendum, in the part where it lies', () => {
		expect(given().when(acts.amendNote, added, { about: signed })).toEqual({
			did: [{ kind: 'note.amended', part: lea.person, data: added }],
		});
		expect(acts.amendNote.about?.(added)).toBe(9);
	});
	test('is a note: no other line takes one, nor one out of reach', () => {
		expect(given().when(acts.amendNote, added, { about: { ...signed, kind: 'message.sent' } })).toEqual({
			refused: 'note.unknown',
		});
		expect(given().when(acts.amendNote, added)).toEqual({ refused: 'note.unknown' });
		expect(given().when(acts.amendNote, { note: 0, text: 'x' }, { about: signed })).toEqual({
			wrong: { note: 'field.number' },
		});
	});
});
