import { describe, expect, test } from 'vitest';
import type { Entry } from '#server/kernel/entry.ts';
import { DAY, MINUTE } from '#server/kernel/time.ts';
import { bench, lea, marie, NOON, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type NoteEntry, type NoteFacts, noteFold } from './facts.ts';
import { type NoteRuleEntry, type NoteRuleFacts, noteRuleFold } from './rule-facts.ts';

const { given } = bench<NoteFacts, NoteEntry>(noteFold);

const session = uid(61);
const due = { kind: 'note.due', data: { session, mode: 'video', chat: false } } as const;
const body = { reason: 'suivi', course: 'échange calme', plan: 'jeudi' };
const note = { session, body, happened: { start: '14 h' }, attests: [lea.person], sources: [], authors: [marie] };
const { sources: _, ...said } = note;
/** The meeting ended when its note became due; at a distance, the note answers for more (nb-6-o). */
const endedAt = NOON - DAY + 4 * MINUTE;
const kept = { ...said, endedAt, remote: true } as const;

describe('[qc-5.02-b] the note of a session', () => {
	test('is signed by whom wrote it, when it is due', () => {
		expect(given(due).when(acts.signNote, note)).toEqual({ did: [{ kind: 'note.signed', data: kept }] });
		expect(given().when(acts.signNote, note)).toEqual({ refused: 'note.notDue' });
		expect(given(due).when(acts.signNote, { ...note, session: uid(62) })).toEqual({ refused: 'note.notDue' });
		expect(given(due, { kind: 'note.signed', data: kept }).when(acts.signNote, note)).toEqual({
			refused: 'note.notDue',
		});
	});
	test('[nb-2-f] once signed, to write it again is an edit, and is judged as one', () => {
		expect(given(due).asks(acts.signNote, note).gates).toEqual(['note.sign']);
		expect(given(due, { kind: 'note.signed', data: kept }).asks(acts.signNote, note).gates).toEqual(['record.edit']);
	});
	test.each([
		['soap', ['subjective', 'objective', 'assessment', 'plan']],
		['dap', ['data', 'assessment', 'plan']],
		['free', ['text']],
	] as const)(
		'is written under the headings of %s, all of them, and the next begins with the same',
		(template, all) => {
			const words = Object.fromEntries(all.map((heading) => [heading, 'Vu.']));
			const signed = given(due).when(acts.signNote, { ...note, template, body: words });
			expect(signed).toEqual({ did: [{ kind: 'note.signed', data: { ...kept, template, body: words } }] });
			const [first = ''] = all;
			const { [first]: __, ...less } = words;
			expect(given(due).when(acts.signNote, { ...note, template, body: less })).toEqual({
				wrong: { [`body.${first}`]: 'field.required' },
			});
			const data = { ...kept, template, body: words };
			expect(given(due, { kind: 'note.signed', data }).facts.joint.template).toBe(template);
		},
	);
	test('[nb-2-f] what is corrected of what happened stands beside what the file says', () => {
		const altered = { length: '40 min' };
		expect(given(due).when(acts.signNote, { ...note, altered })).toEqual({
			did: [{ kind: 'note.signed', data: { ...kept, altered } }],
		});
		expect(given(due).when(acts.signNote, { ...note, altered: { weather: 'beau' } })).toHaveProperty('wrong');
	});
	test('[nb-6-o] at a distance, what is taken away leaves its place empty, until an addition says it', () => {
		const happened = {
			means: 'vidéo',
			where: 'Rimouski',
			who: 'Léa',
			interruptions: 'aucune',
			identity: 'vue',
			privacy: 'oui',
		};
		const full = { kind: 'note.signed', data: { ...kept, happened } } as const;
		expect(given(due, full).facts.joint.remote).toMatchObject([{ missing: [] }]);
		const { where: __, ...less } = happened;
		expect(given(due).when(acts.signNote, { ...note, happened, removed: ['where'] })).toEqual({
			did: [{ kind: 'note.signed', data: { ...kept, happened: less, removed: ['where'] } }],
		});
		const gap = { kind: 'note.signed', data: { ...kept, happened: less, removed: ['where'] } } as const;
		expect(given(due, gap).facts.joint.remote).toMatchObject([{ missing: ['where'] }]);
		const added = { kind: 'note.amended', data: { note: 6, text: 'À Rimouski.' } } as const;
		expect(given(due, gap, added).facts.joint.remote).toMatchObject([{ missing: [] }]);
		const inPerson = { kind: 'note.due', data: { session, mode: 'inPerson', chat: false } } as const;
		expect(given(inPerson).when(acts.signNote, note)).not.toHaveProperty('did.0.data.remote');
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

describe('[qc-5.02-b] the limit of a practice for its notes', () => {
	const rule = bench<NoteRuleFacts, NoteRuleEntry>(noteRuleFold);
	test('is said in hours', () => {
		expect(rule.given().when(acts.setNoteLimit, { hours: 24 })).toEqual({
			did: [{ kind: 'noteLimit.set', data: { hours: 24 } }],
		});
		expect(rule.given({ kind: 'noteLimit.set', data: { hours: 24 } }).facts.joint.hours).toBe(24);
		expect(rule.given().when(acts.setNoteLimit, { hours: 0 })).toEqual({ wrong: { hours: 'field.number' } });
	});
});
