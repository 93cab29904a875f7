import { describe, expect, test } from 'vitest';
import { bench, byLea, lea, noe, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type RecordEntry, type RecordFacts, recordFold } from './facts.ts';

const { given } = bench<RecordFacts, RecordEntry>(recordFold);
const { person } = lea;
const id = uid(78);
const of = { person, id };
const ask = { person, asks: 'copy', means: 'signature' } as const;
const requested = {
	kind: 'access.requested',
	part: person,
	data: { ...of, asks: 'copy', received: '2026-11-22', means: 'signature' },
} as const;
const held = {
	kind: 'access.looked',
	part: person,
	data: { ...of, lines: [3], as: 'words', ground: 'thirdParty', passages: ['Noé a un secret'] },
} as const;
const copy = { upTo: 9, lines: 8, joint: true, hash: 'a'.repeat(64) };
const whole = { ...of, answer: 'granted', harm: 'nobody', copy } as const;
const partly = { ...whole, answer: 'partly', ground: 'thirdParty', reason: 'Un secret de Noé.' } as const;
const answered = { kind: 'access.delivered', part: person, data: { ...whole, way: 'space', held: [] } } as const;

describe('[qc-5.04-b] asking for one’s record', () => {
	test('is written in the person’s own part, with the day it came in', () => {
		expect(given().when(acts.requestAccess, ask, byLea)).toMatchObject({
			did: [{ kind: 'access.requested', part: person, data: { asks: 'copy', received: '2026-11-22' } }],
		});
	});
	test('may be written down later by whoever took the call, never before it came', () => {
		const call = { ...ask, means: 'oral', received: '2026-11-20' };
		expect(given().when(acts.requestAccess, call)).toMatchObject({ did: [{ data: { received: '2026-11-20' } }] });
		expect(given().when(acts.requestAccess, { ...call, received: '2026-11-23' })).toEqual({ refused: 'access.toCome' });
		expect(given().when(acts.requestAccess, call, byLea)).toMatchObject({
			did: [{ data: { received: '2026-11-22' } }],
		});
	});
	test('is not for somebody who is not in the file, nor without end, nor for anything else', () => {
		expect(given().when(acts.requestAccess, { ...ask, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.requestAccess, { ...ask, asks: 'all' })).toEqual({ wrong: { asks: 'field.choice' } });
		const five = [1, 2, 3, 4, 5].map((n) => ({ ...requested, data: { ...requested.data, id: uid(80 + n) } }));
		expect(given(...five).when(acts.requestAccess, ask, byLea)).toEqual({ refused: 'access.manyWaiting' });
	});
});

describe('[qc-5.04-b] looking at what leaves', () => {
	test('each line leaves, leaves without some words, or stays, with its ground', () => {
		const look = { ...of, lines: [3, 4], as: 'leaves' };
		expect(given(requested).when(acts.lookAtLines, look)).toMatchObject({ did: [{ part: person, data: look }] });
		expect(given(requested).when(acts.lookAtLines, held.data)).toEqual({ did: [held] });
		expect(given(requested).when(acts.lookAtLines, { ...look, as: 'whole' })).toEqual({
			refused: 'access.groundMissing',
		});
		const nothing = { ...look, as: 'words', ground: 'health' };
		expect(given(requested).when(acts.lookAtLines, nothing)).toEqual({ refused: 'access.passagesMissing' });
		expect(given(requested).when(acts.lookAtLines, { ...look, lines: [] })).toEqual({
			wrong: { lines: 'field.choice' },
		});
	});
	test('only for a request that waits', () => {
		const look = { ...of, lines: [3], as: 'leaves' };
		expect(given().when(acts.lookAtLines, look)).toEqual({ refused: 'access.unknown' });
		expect(given(requested, answered).when(acts.lookAtLines, look)).toEqual({ refused: 'access.answered' });
	});
});

describe('[qc-5.04-b] the answer', () => {
	const from = given(requested);
	test('a whole copy says who could be hurt, and is kept with its hash', () => {
		expect(from.when(acts.deliverAccess, whole)).toEqual({ did: [answered] });
		const { harm: _, ...unasked } = whole;
		expect(from.when(acts.deliverAccess, unasked)).toEqual({ refused: 'access.harmMissing' });
		expect(from.when(acts.deliverAccess, { ...whole, harm: 'lessened' })).toEqual({ refused: 'access.harmMissing' });
		expect(from.when(acts.deliverAccess, { ...of, answer: 'granted', harm: 'nobody' })).toEqual({
			refused: 'access.copyMissing',
		});
	});
	test('a part of it says why, and what was held back', () => {
		const { reason: _, ...mute } = partly;
		expect(given(requested, held).when(acts.deliverAccess, mute)).toEqual({ refused: 'access.reasonMissing' });
		expect(from.when(acts.deliverAccess, partly)).toEqual({ refused: 'access.nothingHeld' });
		expect(given(requested, held).when(acts.deliverAccess, whole)).toEqual({ refused: 'access.heldBack' });
		expect(given(requested, held).when(acts.deliverAccess, partly)).toMatchObject({
			did: [{ data: { held: [{ line: 3, as: 'words', ground: 'thirdParty' }], reason: 'Un secret de Noé.' } }],
		});
	});
	test('lines that name somebody else were looked at first', () => {
		const marked = { ...whole, marked: [7] };
		expect(from.when(acts.deliverAccess, marked)).toEqual({ refused: 'access.notLooked' });
		const looked = { ...held, data: { ...of, lines: [7], as: 'leaves' } } as const;
		expect(given(requested, looked).when(acts.deliverAccess, marked)).toMatchObject({ did: [{}] });
	});
	test('nothing leaves when it is explained by voice, or when it is not given; then there is a ground', () => {
		const spoken = { ...of, answer: 'granted', way: 'voice' };
		expect(from.when(acts.deliverAccess, spoken)).toMatchObject({ did: [{ data: { ...spoken, held: [] } }] });
		const no = { ...of, answer: 'refused', ground: 'health', reason: 'Le médecin le déconseille ce mois-ci.' };
		expect(from.when(acts.deliverAccess, no)).toMatchObject({ did: [{ data: no }] });
		expect(from.when(acts.deliverAccess, { ...of, answer: 'refused' })).toEqual({ refused: 'access.reasonMissing' });
	});
	test('is given once, to a request that is there', () => {
		expect(given(requested, answered).when(acts.deliverAccess, whole)).toEqual({ refused: 'access.answered' });
		expect(given().when(acts.deliverAccess, whole)).toEqual({ refused: 'access.unknown' });
		expect(from.when(acts.deliverAccess, { ...whole, answer: 'maybe' })).toEqual({ wrong: { answer: 'field.choice' } });
		expect(from.asks(acts.deliverAccess, { ...partly, reason: undefined })).toEqual({
			gates: ['access.deliver'],
			focus: { person, subject: id, means: 'access.reasonMissing' },
		});
	});
});

describe('[qc-5.04-b] one’s own version', () => {
	const say = { person, asks: 'version', means: 'signature', statement: 'Je n’ai pas dit cela.', line: 4 };
	const about = (part: string) =>
		({ ...byLea, about: { kind: 'note.signed', data: {}, part, seq: 4, at: 0, by: { as: 'practitioner' } } }) as const;
	const asked = {
		kind: 'correction.asked',
		part: person,
		data: { ...of, asks: 'version', received: '2026-11-22', means: 'signature', statement: 'Je n’ai pas dit cela.' },
	} as const;
	test('stands beside the line it is about, never beside another’s own', () => {
		expect(given().when(acts.askCorrection, say, about('joint'))).toMatchObject({ did: [{ part: person, data: say }] });
		expect(given().when(acts.askCorrection, say, about(noe.person))).toEqual({ refused: 'correction.noLine' });
		expect(given().when(acts.askCorrection, say, byLea)).toEqual({ refused: 'correction.noLine' });
		expect(given().when(acts.askCorrection, { ...say, statement: ' ' })).toEqual({
			wrong: { statement: 'field.required' },
		});
	});
	test('is answered once, with why', () => {
		const answer = { ...of, answer: 'noted', reason: 'Les deux versions restent.' };
		expect(given(asked).when(acts.answerCorrection, answer)).toEqual({
			did: [{ kind: 'correction.answered', part: person, data: answer }],
		});
		const done = { kind: 'correction.answered', part: person, data: { ...of, answer: 'noted', reason: 'x' } } as const;
		expect(given(asked, done).when(acts.answerCorrection, answer)).toEqual({ refused: 'correction.answered' });
		expect(given().when(acts.answerCorrection, answer)).toEqual({ refused: 'correction.unknown' });
		expect(given(asked).when(acts.answerCorrection, { ...answer, reason: '' })).toEqual({
			wrong: { reason: 'field.reason' },
		});
	});
});
