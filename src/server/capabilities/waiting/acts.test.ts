import { describe, expect, test } from 'vitest';
import { DAY } from '#server/kernel/time.ts';
import { bench, byLea, marie, NOON, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type WaitingEntry, type WaitingFacts, type WaitingListFacts, waitingFold, waitingListFold } from './facts.ts';

const { given } = bench<WaitingFacts, WaitingEntry>(waitingFold);
const list = bench<WaitingListFacts, WaitingEntry>(waitingListFold);

const entering = {
	since: '2026-11-10',
	level: 'usual',
	practitioner: marie,
	modes: ['video', 'inPerson'],
	times: 'En soirée',
	about: 'Environ six semaines',
	meanwhile: 'Appelez le 811, ou écrivez-nous.',
	told: 'oral',
	reviewOn: '2026-12-22',
} as const;
const entered = { kind: 'waiting.entered', data: entering } as const;

describe('the waiting list', () => {
	test('is entered by a request that is right, once, with what was told', () => {
		expect(given().when(acts.enterWaiting, entering)).toEqual({ did: [entered] });
		expect(given(entered).facts.joint.wait).toMatchObject({ since: '2026-11-10', level: 'usual', practitioner: marie });
		expect(given(entered).when(acts.enterWaiting, entering)).toEqual({ refused: 'waiting.already' });
		expect(given().when(acts.enterWaiting, { ...entering, practitioner: uid(2) })).toEqual({
			refused: 'appointment.notTheirPractitioner',
		});
		expect(given().when(acts.enterWaiting, { ...entering, since: '2026-11-23' })).toEqual({
			refused: 'waiting.notYet',
		});
		expect(given().when(acts.enterWaiting, { ...entering, reviewOn: '2026-11-22' })).toEqual({
			refused: 'waiting.reviewPast',
		});
		expect(given().when(acts.enterWaiting, { ...entering, meanwhile: ' ' })).toEqual({
			wrong: { meanwhile: 'field.required' },
		});
	});
	test('is not for a request that was declined; declining ends a wait', () => {
		const declined = { kind: 'client.declined', data: { reason: 'Autre ressource' } } as const;
		expect(given(declined).when(acts.enterWaiting, entering)).toEqual({ refused: 'waiting.notOpen' });
		expect(given(entered, declined).facts.joint).toEqual({});
	});
	test('is looked at again by its day', () => {
		const review = { reviewOn: '2027-01-15', level: 'soon', note: 'La situation presse.' };
		expect(given(entered).when(acts.reviewWaiting, review)).toEqual({
			did: [{ kind: 'waiting.reviewed', data: review }],
		});
		const after = given(entered, { kind: 'waiting.reviewed', data: review });
		expect(after.facts.joint.wait).toMatchObject({ reviewOn: '2027-01-15', level: 'soon', since: '2026-11-10' });
		expect(given(entered).when(acts.reviewWaiting, { ...review, reviewOn: '2026-11-01' })).toEqual({
			refused: 'waiting.reviewPast',
		});
		expect(given().when(acts.reviewWaiting, review)).toEqual({ refused: 'waiting.none' });
		expect(given(entered).when(acts.reviewWaiting, { ...review, level: '' })).toEqual({
			wrong: { level: 'field.choice' },
		});
	});
	test('is left in one press by the person, and ended with a reason by the office', () => {
		const left = { kind: 'waiting.ended', data: { why: 'left' } } as const;
		expect(given(entered).when(acts.leaveWaiting, {}, byLea)).toEqual({ did: [left] });
		expect(given(entered, left).facts.joint).toEqual({});
		expect(given().when(acts.leaveWaiting, {}, byLea)).toEqual({ refused: 'waiting.none' });
		const end = { why: 'elsewhere', note: 'Suivi au CLSC' };
		expect(given(entered).when(acts.endWaiting, end)).toEqual({ did: [{ kind: 'waiting.ended', data: end }] });
		expect(given().when(acts.endWaiting, end)).toEqual({ refused: 'waiting.none' });
		expect(given(entered).when(acts.endWaiting, { why: 'tanné' })).toEqual({ wrong: { why: 'field.choice' } });
	});
	test('has the levels that the practice says, the most pressing first', () => {
		const data = { levels: [{ id: 'a', fr: 'Vite', en: 'Fast' }], days: 14 };
		expect(list.given().facts.joint.levels.map((l) => l.id)).toEqual(['soon', 'usual', 'later']);
		expect(list.given().when(acts.defineWaitingList, data)).toEqual({
			did: [{ kind: 'waitingList.defined', data }],
		});
		expect(list.given({ kind: 'waitingList.defined', data }).facts.joint).toMatchObject(data);
		const twice = { ...data, levels: [...data.levels, ...data.levels] };
		expect(list.given().when(acts.defineWaitingList, twice)).toEqual({ wrong: { levels: 'field.choice' } });
		expect(list.given().when(acts.defineWaitingList, { ...data, days: 0 })).toEqual({
			wrong: { days: 'field.number' },
		});
	});
	test('says since when, not since the line was written', () =>
		expect(given({ ...entered, at: NOON + DAY }).facts.joint.wait?.since).toBe('2026-11-10'));
});
