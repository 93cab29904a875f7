import { expect, test } from 'vitest';
import { signInPolicy } from '#server/capabilities/accounts/index.ts';
import { foldEntry, noFacts } from '#server/journal/facts.ts';
import type { JournalFacts } from '#server/journal/world.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { JournalKind } from '#server/kernel/journal.ts';
import { MINUTE } from '#server/kernel/time.ts';
import { factsFrom, modelOf } from '../model.ts';
import { happenedIn, signedNotes } from './notes.ts';
import { cutsOf } from './room.ts';

const START = Date.parse('2026-11-18T19:00:00Z');
const system = () =>
	({
		tls: true,
		mail: true,
		relay: false,
		signIn: signInPolicy,
		storage: { place: 'ownComputer', territory: 'QC', encrypted: true },
		keys: { apart: true, private: true },
	}) as const;
const model = modelOf(system);
const eve = { as: 'practitioner', account: 'eve' } as const;

let seq = 0;
const line = (minute: number, kind: string, data: object, part = 'joint'): Entry => ({
	kind,
	data,
	part,
	seq: ++seq,
	at: START + minute * MINUTE,
	by: eve,
});
const folded = (kind: JournalKind, lines: readonly Entry[]): JournalFacts =>
	lines.reduce<JournalFacts>((f, l) => foldEntry(model, kind, f, l, Buffer.alloc(32)), noFacts(model, kind));

const opening = [
	line(-9, 'dossier.opened', { kind: 'couple', label: 'Camille et Luc', practitioner: 'eve' }),
	...['a', 'b'].map((id) =>
		line(-9, 'person.added', { id, name: id === 'a' ? 'Camille' : 'Luc', language: 'fr', roles: ['beneficiary'] }),
	),
];
const opened = (id: string) =>
	line(-5, 'session.opened', { id, purpose: 'service', mode: 'video', tool: 't', persons: ['a', 'b'] });
const meeting = [
	opened('s'),
	line(
		-4,
		'arrival.declared',
		{
			person: 'a',
			session: 's',
			place: 'new',
			territory: 'QC',
			town: 'Rimouski',
			address: '12, rue du Moulin',
			alone: 'yes',
		},
		'a',
	),
	line(-3, 'arrival.declared', { person: 'b', session: 's', place: 'withheld', alone: 'notSaid' }, 'b'),
	line(-2, 'place.waived', { person: 'b', session: 's', reason: 'Le dira.' }, 'b'),
	line(-1, 'session.admitted', { id: 's', person: 'a' }),
	line(0, 'session.started', { id: 's' }),
	line(12, 'session.interrupted', {
		id: 's',
		cause: 'network',
		side: 'client',
		fallback: 'reconnect',
		at: START + 10 * MINUTE,
	}),
	line(20, 'message.sent', {
		id: 'm',
		thread: 's',
		session: 's',
		purpose: 'care',
		channel: 'chat',
		body: 'Je vous entends.',
	}),
	line(48, 'session.ended', { id: 's', agreed: 'On se revoit mardi.' }),
	line(49, 'session.interrupted', { id: 'other', cause: 'power', side: 'client', fallback: 'rebook' }),
];
const facts = factsFrom(system)({
	dossier: folded('dossier', [...opening, ...meeting]),
	practitioner: folded('practitioner', []),
	practice: folded('practice', [line(-99, 'member.joined', { account: 'eve', name: 'Ève', roles: ['practitioner'] })]),
});
const told = happenedIn(meeting, 's', { facts, lang: 'fr' });

test('a note is prefilled with who was there, when, where, how long, by which means, what broke, what was agreed', () => {
	expect(told).toMatchObject({
		who: 'Camille, Ève',
		length: '48\u00a0min',
		where: 'Camille : Rimouski, Québec ; Luc : lieu non demandé, raison signée',
		means: 'vidéo (service)',
		agreed: 'On se revoit mardi.',
		written: 'un message, gardé au dossier',
	});
	expect(told?.when).toContain('14\u00a0h');
	expect(told?.interruptions).toBe('14\u00a0h\u00a010, le réseau, la ligne est revenue');
});

test('the town is enough for a note: no address, and no word that was written', () => {
	expect(JSON.stringify(told)).not.toMatch(/Moulin|entends/);
});

test('a session that did not start, or has not ended, tells nothing yet', () => {
	expect(happenedIn([opened('t'), line(1, 'session.ended', { id: 't' })], 't', { facts, lang: 'fr' })).toBeUndefined();
	expect(
		happenedIn([opened('u'), line(1, 'session.started', { id: 'u' })], 'u', { facts, lang: 'fr' }),
	).toBeUndefined();
});

test('a cut is known by the moment it began, of this session alone', () => {
	const session = { id: 's' } as Parameters<typeof cutsOf>[0]['session'];
	expect(cutsOf({ session, lines: meeting })).toEqual([START + 10 * MINUTE]);
});

test('additions stand under their note, the newest note first', () => {
	const sign = (session: string) =>
		line(60, 'note.signed', {
			session,
			body: { reason: 'r', course: 'c', plan: 'p' },
			happened: {},
			attests: ['a'],
			authors: ['eve'],
		});
	const [one, two] = [sign('s'), sign('t')];
	const added = line(70, 'note.amended', { note: one.seq, text: 'La mère a rappelé.' });
	const notes = signedNotes([one, two, added], facts);
	expect(notes.map((n) => [n.seq, n.added.map((a) => a.html)])).toEqual([
		[two.seq, []],
		[one.seq, ['<p>La mère a rappelé.</p>\n']],
	]);
	expect(notes[1]).toMatchObject({ by: 'Ève', authors: ['Ève'], attests: ['Camille'] });
});
