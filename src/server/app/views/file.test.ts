import { describe, expect, test } from 'vitest';
import { signInPolicy } from '#server/capabilities/accounts/index.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { questions } from '#server/capabilities/suitability/facts.ts';
import { foldEntry, noFacts } from '#server/journal/facts.ts';
import type { JournalFacts } from '#server/journal/world.ts';
import type { JournalKind } from '#server/kernel/journal.ts';
import { packageDocuments } from '../documents.ts';
import { factsFrom, modelOf } from '../model.ts';
import { nextStep, pathOf, stageOf, stages } from './file.ts';

const NOW = Date.parse('2026-11-18T19:00:00Z');
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

type Line = readonly [kind: string, data: object, part?: string];
const folded = (kind: JournalKind, lines: readonly Line[]): JournalFacts =>
	lines.reduce<JournalFacts>(
		(facts, [name, data, part = 'joint']) =>
			foldEntry(
				model,
				kind,
				facts,
				{ kind: name, data, part, seq: facts.seq + 1, at: NOW, by: { as: 'practitioner', account: 'eve' } },
				Buffer.alloc(32),
			),
		noFacts(model, kind),
	);

const A = 'a';
const contact = { phone: '418-555-0199', voiceMail: false, text: false, othersMayKnow: false, callFirst: false };
const opened = (kind: string, persons: readonly string[], prefers = 'remote'): readonly Line[] => [
	['dossier.opened', { kind, label: 'Camille Roy', practitioner: 'eve' }],
	...persons.map((id): Line => ['person.added', { id, name: id, language: 'fr', roles: ['requester', 'beneficiary'] }]),
	['request.received', { via: 'phone', reason: '…', prefers }],
	...persons.map((id): Line => ['contact.set', { person: id, contact }, id]),
];
const version = { version: 1, material: false, states: {}, clauses: {} };
const published = packageDocuments.map((document): Line => ['policy.published', { document, ...version }]);
const versions = Object.fromEntries(packageDocuments.map((key) => [key, 1]));

/** What the path asks of one person, in order: the step that is next before each line, and the line that does it. */
const walk = (person: string): readonly (readonly [step: string, lines: readonly Line[]])[] => [
	['home', [['home.declared', { territory: 'QC' }]]],
	['invite', [['person.invited', { person, until: NOW }, person]]],
	['package', [['package.sent', { person, documents: versions, language: 'fr', territory: 'QC', texts: {} }, person]]],
	[
		'book',
		[
			[
				'appointment.booked',
				{
					id: 'm',
					purpose: 'initialInterview',
					mode: 'video',
					persons: [person],
					practitioner: 'eve',
					startsAt: NOW,
					endsAt: NOW + 1,
					zone: 'UTC',
				},
			],
		],
	],
	[
		'explain',
		packageDocuments.map(
			(document): Line => ['document.explained', { person, document, version: 1, means: 'video' }, person],
		),
	],
	['identity', [['identity.waived', { person, reason: 'Ligne anonyme' }, person]]],
	['limits', [['limits.told', { person, means: 'voice' }, person]]],
	['age', [['age.recorded', { person, band: 'adult' }, person]]],
	['capacity', [['capacity.assessed', { person, result: 'able', basis: 'Suit bien.' }, person]]],
	['needs', [['information.adapted', { person, language: 'fr', variant: 'standard' }, person]]],
	['questions', [['questions.offered', { person }, person]]],
	['teachBack', [['teachBack.given', { person, clause: 'limits', understood: true, inConversation: true }, person]]],
	[
		'assessment',
		questions.map(
			(question): Line => [
				'suitability.answered',
				{ person, question, finding: 'noObstacle', note: 'Rien.', town: 'Rimouski' },
				person,
			],
		),
	],
	[
		'finalise',
		[
			[
				'suitability.finalised',
				{ fit: 'yes', interventionFits: true, meansFit: true, firstMeeting: 'none', reasons: '' },
			],
		],
	],
	['relation', [['relation.declared', { link: 'none', decision: 'proceed', communityConsidered: true }]]],
	['conflict', [['conflict.searched', { persons: 1 }]]],
	['conflictDecision', [['conflict.decided', { decision: 'none', reason: 'Rien.' }]]],
	['accept', [['client.accepted', {}]]],
	['channels', [['channel.agreed', { person, channel: 'video', means: 'oral' }, person]]],
	['consent', [['consent.given', { person, id: 'c', documents: versions, means: 'oral', by: 'self' }, person]]],
	[
		'service',
		[
			[
				'appointment.booked',
				{
					id: 's',
					purpose: 'service',
					mode: 'video',
					persons: [person],
					practitioner: 'eve',
					startsAt: NOW,
					endsAt: NOW + 1,
					zone: 'UTC',
				},
			],
		],
	],
];

const profile = { name: 'Ève', title: 'T.S.', address: '', phone: '', email: '', office: true };
const factsWith = (lines: readonly Line[], order = 'OTSTCFQ'): Facts =>
	factsFrom(system)({
		dossier: folded('dossier', lines),
		practitioner: folded('practitioner', [
			['practitioner.registered', { ...profile, order, territory: order === 'ATSNB' ? 'NB' : 'QC' }],
		]),
		practice: folded('practice', published),
	});
const next = (lines: readonly Line[], order?: string) => nextStep(factsWith(lines, order), NOW);
const upTo = (step: string): readonly Line[] => {
	const all = walk(A);
	return [
		...opened('person', [A]),
		...all
			.slice(
				0,
				all.findIndex(([key]) => key === step),
			)
			.flatMap(([, lines]) => lines),
	];
};

describe('what the practitioner does now', () => {
	const steps = walk(A);
	test.each(steps.map(([step]) => step))('is %s when all before it is there', (step) => {
		expect(next(upTo(step))?.key).toBe(step);
	});

	test('is nothing once the path has been walked', () => {
		expect(next([...opened('person', [A]), ...steps.flatMap(([, lines]) => lines)])).toBeUndefined();
	});

	test('is to call first when the person asked for it', () => {
		const lines: readonly Line[] = [
			...opened('person', [A]),
			['contact.set', { person: A, contact: { ...contact, callFirst: true } }, A],
		];
		expect(next(lines)).toMatchObject({ key: 'callBack', person: A, place: 'persons' });
		const reached: Line = ['person.calledBack', { person: A, outcome: 'reached' }, A];
		expect(next([...lines, reached])?.key).toBe('home');
		expect(next([...lines, ['person.calledBack', { person: A, outcome: 'noAnswer' }, A]])?.key).toBe('callBack');
	});

	test('is to answer the wish to meet in person', () => {
		expect(next(opened('person', [A], 'inPerson'))?.key).toBe('inPerson');
	});

	test('is never to invite somebody who gave no name', () => {
		const [, ...rest] = opened('person', [A]);
		const lines: readonly Line[] = [
			['dossier.opened', { kind: 'person', label: '?', practitioner: 'eve', anonymous: true }],
			...rest,
			['home.declared', { territory: 'QC' }],
		];
		expect(next(lines)?.key).toBe('package');
	});

	test('goes round by a referral when the service does not suit, and never to acceptance', () => {
		const no: Line = [
			'suitability.finalised',
			{ fit: 'no', interventionFits: false, meansFit: false, firstMeeting: 'none', reasons: 'Non.' },
		];
		const decided = [
			...upTo('relation'),
			no,
			...walk(A)
				.slice(14, 17)
				.flatMap(([, lines]) => lines),
		];
		expect(next(decided)).toMatchObject({ key: 'refer', place: 'referral' });
		const referred: Line = ['referral.recorded', { outcome: 'given', to: 'CLSC', reason: 'Plus près', told: 'oral' }];
		expect(next([...decided, referred])).toMatchObject({ key: 'decline', place: 'decision' });
		expect(next([...decided, referred, ['client.declined', { reason: 'Non.' }]])).toBeUndefined();
	});

	test('is a question, while one has no answer that the person settled for', () => {
		const asked: Line = ['question.asked', { person: A, id: 'q', document: 'services', clause: 'risks', text: '?' }, A];
		expect(next([...upTo('assessment'), asked])).toMatchObject({ key: 'answer', place: 'questions', person: A });
		const settled: readonly Line[] = [
			['question.answered', { person: A, id: 'q', text: '.', orally: true }, A],
			['question.settled', { person: A, id: 'q' }, A],
		];
		expect(next([...upTo('assessment'), asked, ...settled])?.key).toBe('assessment');
	});

	test('is a representative with proof for somebody who cannot consent alone', () => {
		const unable: Line = ['capacity.assessed', { person: A, result: 'notAble', basis: 'Ne suit pas.' }, A];
		const lines = [...upTo('needs'), unable];
		expect(next(lines)).toMatchObject({ key: 'representative', place: 'persons', person: A });
		const named = (proofSeen: boolean): Line => [
			'representative.named',
			{ of: A, by: 'b', authority: 'tutor', proofSeen },
		];
		expect(next([...lines, named(false)])?.key).toBe('representative');
		expect(next([...lines, named(true)])?.key).toBe('needs');
	});

	test('is the search again when a name joined since', () => {
		const joined: Line = ['person.added', { id: 'b', name: 'b', language: 'fr', roles: ['payer'] }];
		expect(next([...upTo('accept'), joined])?.key).toBe('conflict');
	});
});

test('a couple is asked one by one', () => {
	const lines = [
		...opened('couple', ['a', 'b']),
		...walk('a')
			.slice(0, 3)
			.flatMap(([, l]) => l),
	];
	expect(next(lines)).toMatchObject({ key: 'invite', person: 'b' });
	const invited: Line = ['person.invited', { person: 'b', until: NOW }, 'b'];
	expect(next([...lines, invited])).toMatchObject({ key: 'package', person: 'b' });
});

test('each practitioner is shown what their own norms ask', () => {
	const keys = (order: string) => pathOf(factsWith(opened('couple', ['a', 'b']), order), NOW).map((s) => s.key);
	const [qc, nb] = [keys('OTSTCFQ'), keys('ATSNB')];
	for (const only of ['teachBack', 'questions', 'conflict', 'others'] as const) {
		expect(qc).toContain(only);
		expect(nb).not.toContain(only);
	}
	for (const only of ['reply', 'discussion', 'plans'] as const) {
		expect(nb).toContain(only);
		expect(qc).not.toContain(only);
	}
});

test('the stages stand in the order of the path', () => {
	const walked = pathOf(factsWith(opened('person', [A])), NOW).map((s) => stages.indexOf(s.stage));
	expect(walked).toEqual([...walked].sort((a, b) => a - b));
	expect(new Set(walked).size).toBe(stages.length);
});

describe('the step shown', () => {
	const asked: Line = ['question.asked', { person: A, id: 'q', document: 'services', clause: 'risks', text: '?' }, A];
	const takenBack: Line = ['consent.withdrawn', { person: A }, A];
	const again: Line = ['package.sent', { person: A, documents: { services: 2 }, language: 'fr', texts: {} }, A];
	const stage = (lines: readonly Line[]) => stages[stageOf(factsWith(lines), NOW)];
	const whole = [...opened('person', [A]), ...walk(A).flatMap(([, lines]) => lines)];

	test('never goes back once the client is accepted: a question, a text sent again, a consent taken back', () => {
		expect(stage([...upTo('consent'), asked])).toBe('consent');
		expect(stage([...upTo('channels'), again])).toBe('consent');
		for (const lines of [upTo('service'), whole])
			for (const later of [asked, takenBack, again]) expect(stage([...lines, later])).toBe('service');
	});
	test('is the interview while a question is open and nobody is accepted yet', () => {
		expect(stage([...upTo('assessment'), asked])).toBe('interview');
	});
});
