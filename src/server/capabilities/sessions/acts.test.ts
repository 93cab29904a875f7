import { describe, expect, test } from 'vitest';
import { bench, byLea, lea, NOON, noe, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type SessionEntry, type SessionFacts, sessionFold } from './facts.ts';

const { given } = bench<SessionFacts, SessionEntry>(sessionFold);

const id = uid(61);
const session = {
	id,
	purpose: 'service',
	mode: 'video',
	tool: 'Salle Balise',
	persons: [lea.person, noe.person],
} as const;
const opened = { kind: 'session.opened', data: session } as const;
const admitted = { kind: 'session.admitted', data: { id, person: lea.person } } as const;
const started = { kind: 'session.started', data: { id } } as const;
const ended = { kind: 'session.ended', data: { id } } as const;

describe('opening', () => {
	test('opens a waiting room for persons of the file', () => {
		expect(given().when(acts.openSession, session)).toEqual({ did: [opened] });
		const more = { ...session, appointment: uid(81), practitionerTerritory: 'QC' };
		expect(given().when(acts.openSession, more)).toEqual({ did: [{ kind: 'session.opened', data: more }] });
	});
	test('opens no session twice, and none with strangers', () => {
		expect(given(opened).when(acts.openSession, session)).toEqual({ refused: 'session.known' });
		expect(given().when(acts.openSession, { ...session, persons: [lea.person, stranger] })).toEqual({
			refused: 'act.noSuchPerson',
		});
		expect(given().when(acts.openSession, { ...session, persons: [] })).toEqual({
			wrong: { persons: 'field.required' },
		});
		expect(given().when(acts.openSession, { ...session, mode: 'smoke' })).toEqual({ wrong: { mode: 'field.choice' } });
	});
	test('opens no session again that was the last one', () => {
		expect(given(opened, admitted, started, ended).when(acts.openSession, session)).toEqual({
			refused: 'session.known',
		});
	});
});

describe('letting in', () => {
	const let_ = { id, person: lea.person };
	test('lets in who is expected, once', () => {
		expect(given(opened).when(acts.admitPerson, let_)).toEqual({ did: [admitted] });
		expect(given(opened, admitted).when(acts.admitPerson, let_)).toEqual({ refused: 'session.alreadyIn' });
		expect(given(opened).when(acts.admitPerson, { id, person: stranger })).toEqual({ refused: 'session.notInvited' });
		expect(given().when(acts.admitPerson, let_)).toEqual({ refused: 'session.unknown' });
		expect(given(opened).when(acts.admitPerson, { id, person: 'Léa' })).toEqual({ wrong: { person: 'field.id' } });
	});
	test('[qc-2.01-c] is judged for that person, that session and its purpose', () => {
		expect(given(opened).asks(acts.admitPerson, let_)).toEqual({
			gates: ['session.admit'],
			focus: { person: lea.person, subject: id, purpose: 'service', channel: 'video' },
		});
	});
});

describe('starting', () => {
	test('starts when somebody is in', () => {
		expect(given(opened, admitted).when(acts.startSession, { id })).toEqual({ did: [started] });
		expect(given(opened).when(acts.startSession, { id })).toEqual({ refused: 'session.nobodyIn' });
		expect(given(opened, admitted, started).when(acts.startSession, { id })).toEqual({
			refused: 'session.alreadyStarted',
		});
		expect(given().when(acts.startSession, { id })).toEqual({ refused: 'session.unknown' });
		expect(given().when(acts.startSession, {})).toEqual({ wrong: { id: 'field.id' } });
	});
	test('[qc-2.01-a] a service is judged by everything a service asks for', () => {
		expect(given(opened).asks(acts.startSession, { id })).toEqual({
			gates: ['session.start', 'service.start', 'channel.use'],
			focus: {
				subject: id,
				purpose: 'service',
				channel: 'video',
				meeting: { persons: session.persons, interpreted: true, anyway: false },
			},
		});
	});
	test('a first interview, a rehearsal or an emergency only by place and means', () => {
		for (const purpose of ['initialInterview', 'rehearsal', 'safety'] as const)
			expect(
				given({ kind: 'session.opened', data: { ...session, purpose } }).asks(acts.startSession, { id }).gates,
			).toEqual(['session.start']);
	});
	test('counts as a first service when it is one', () => {
		const { joint } = given(opened, admitted, started).facts;
		expect(joint.firstService).toEqual(joint.lastService);
		expect(joint.open[id]).toMatchObject({ state: 'started', admitted: [lea.person] });
	});
});

describe('[qc-2.09-d2] when the line drops', () => {
	const broke = { id, cause: 'network', side: 'client', fallback: 'telephone' } as const;
	test('anyone may say what broke, and when', () => {
		expect(given(opened).when(acts.interruptSession, broke, byLea)).toEqual({
			did: [{ kind: 'session.interrupted', data: broke }],
		});
		const more = { ...broke, person: lea.person, at: NOON };
		expect(given(opened).when(acts.interruptSession, more)).toEqual({
			did: [{ kind: 'session.interrupted', data: more }],
		});
	});
	test('it is counted on the session and in all', () => {
		const { joint } = given(opened, { kind: 'session.interrupted', data: broke }).facts;
		expect(joint).toMatchObject({ broken: 1, open: { [id]: { interruptions: 1 } } });
	});
	test('talking goes on by a means that exists', () => {
		expect(given(opened).when(acts.resumeSession, { id, means: 'telephone' }, byLea)).toEqual({
			did: [{ kind: 'session.resumed', data: { id, means: 'telephone' } }],
		});
		expect(given(opened).when(acts.resumeSession, { id, means: 'pigeon' })).toEqual({
			wrong: { means: 'field.choice' },
		});
	});
	test('anybody in it may say that the six words were not the same', () => {
		expect(given(opened).when(acts.doubtLine, { id }, byLea)).toEqual({
			did: [{ kind: 'session.doubted', data: { id } }],
		});
		expect(given().when(acts.doubtLine, { id })).toEqual({ refused: 'session.unknown' });
	});
	test('nothing breaks or goes on in a session that is not open', () => {
		expect(given().when(acts.interruptSession, broke)).toEqual({ refused: 'session.unknown' });
		expect(given().when(acts.resumeSession, { id, means: 'video' })).toEqual({ refused: 'session.unknown' });
		expect(given(opened).when(acts.interruptSession, { ...broke, cause: 'ghost' })).toEqual({
			wrong: { cause: 'field.choice' },
		});
	});
});

describe('leaving and ending', () => {
	const leave = { id, person: lea.person };
	test('a person who is in may leave while the others go on', () => {
		expect(given(opened, admitted).when(acts.leaveSession, leave, byLea)).toEqual({
			did: [{ kind: 'session.left', data: leave }],
		});
		expect(given(opened).when(acts.leaveSession, leave, byLea)).toEqual({ refused: 'session.unknown' });
		expect(given(opened, admitted, { kind: 'session.left', data: leave }).facts.joint.open[id]?.admitted).toEqual([]);
		expect(given(opened).when(acts.leaveSession, { id }, byLea)).toEqual({ wrong: { person: 'field.id' } });
	});
	test('ends with what was agreed, or with nothing said', () => {
		expect(given(opened).when(acts.endSession, { id })).toEqual({ did: [ended] });
		const agreed = { id, agreed: 'On reparle jeudi.' };
		expect(given(opened).when(acts.endSession, agreed)).toEqual({ did: [{ kind: 'session.ended', data: agreed }] });
		expect(given().when(acts.endSession, { id })).toEqual({ refused: 'session.unknown' });
		expect(given(opened).when(acts.endSession, { id, agreed: '' })).toEqual({ wrong: { agreed: 'field.required' } });
	});
	test('[qc-2.08-0a] a meeting that was held counts, by its means; one that never started does not', () => {
		expect(given(opened, admitted, started, ended).facts.joint).toMatchObject({
			open: {},
			count: 1,
			met: { video: {} },
			last: { state: 'ended' },
		});
		expect(given(opened, ended).facts.joint).toMatchObject({ open: {}, count: 0, met: {} });
	});
	test('[nb-6-j] a withdrawal asks to close, and cuts nothing', () => {
		const { open } = given(opened, admitted, started, { kind: 'session.closingAsked', data: { id, why: 'withdrawal' } })
			.facts.joint;
		expect(open[id]).toMatchObject({ state: 'started', admitted: [lea.person] });
		expect(open[id]?.closingAsked).toBeDefined();
	});
});

describe('[def-qc-inperson] by which means it is really held', () => {
	const face = { kind: 'session.opened', data: { ...session, mode: 'inPerson', tool: 'inPerson' } } as const;
	const byVideo = { id, mode: 'video', tool: 'Salle Balise' } as const;
	test('is said at the start; the door of a remote meeting is judged again', () => {
		const here = given(face, admitted);
		expect(here.when(acts.startSession, byVideo)).toEqual({ did: [{ kind: 'session.started', data: byVideo }] });
		expect(here.asks(acts.startSession, byVideo)).toEqual({
			gates: ['session.start', 'service.start', 'channel.use', 'session.admit'],
			focus: {
				subject: id,
				purpose: 'service',
				channel: 'video',
				means: 'Salle Balise',
				meeting: { persons: [lea.person], interpreted: true, anyway: false },
			},
		});
		expect(here.asks(acts.startSession, { id }).gates).not.toContain('session.admit');
		expect(here.when(acts.startSession, { id, mode: 'smoke' })).toEqual({ wrong: { mode: 'field.choice' } });
	});
	test('stands beside what was planned', () => {
		const { open } = given(face, admitted, { kind: 'session.started', data: byVideo }).facts.joint;
		expect(open[id]).toMatchObject({ mode: 'video', tool: 'Salle Balise', planned: 'inPerson', modeSaid: true });
		const agreed = { kind: 'session.planned', data: { id, mode: 'inPerson' } } as const;
		expect(given(opened, agreed).facts.joint.open[id]).toMatchObject({ mode: 'video', planned: 'inPerson' });
	});
	test('[def-qc-jurisdiction] where both were is kept in that person’s own part', () => {
		const data = { id, person: lea.person, practitionerTerritory: 'QC', clientTerritory: 'NB' };
		const { facts } = given(opened, { kind: 'session.placed', part: lea.person, data });
		expect(facts.of(lea.person).placed).toMatchObject({ practitionerTerritory: 'QC', clientTerritory: 'NB' });
		expect(facts.joint.placed).toBeUndefined();
	});
});
