import { describe, expect, test } from 'vitest';
import { bench, lea, marie, NOON, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import {
	type EmergencyEntry,
	type EmergencyFacts,
	emergencyFold,
	type SearchEntry,
	type SearchFacts,
	searchFold,
} from './facts.ts';

const { given } = bench<SearchFacts, SearchEntry>(searchFold);
const { person } = lea;
const id = uid(78);
const one = { person, id };
const reason = 'Voir si l’école est bien celle qu’il nomme.';
const emergency = {
	danger: 'Dit au revoir et ne répond plus.',
	protects: 'Léa',
	noConsent: 'Elle ne répond pas au téléphone.',
};
const found = { where: 'Moteur de recherche', summary: 'Rien de neuf.', kept: 'Rien.' };
const ask = { person, ground: 'agreed', reason } as const;
const started = { kind: 'search.started', part: person, data: { ...one, ground: 'agreed', reason } } as const;
const noted = { kind: 'search.noted', part: person, data: { ...one, ...found } } as const;
const told = { kind: 'search.told', part: person, data: { ...one, on: '2026-11-22', how: 'video' } } as const;
const made = { person, ground: 'none', reason, on: '2026-11-20', ...found } as const;
const recorded = { kind: 'search.recorded', part: person, data: { ...made, id } } as const;

describe('starting a search', () => {
	test('stands in the part of the person who is looked for, with its reason', () => {
		expect(given().when(acts.runSearch, ask)).toEqual({
			did: [{ kind: 'search.started', part: person, data: { person, id: uid(900), ground: 'agreed', reason } }],
		});
		expect(given(started).facts.of(person).made[id]).toMatchObject({ ground: 'agreed', gated: true });
		expect(given(started).facts.joint.made).toEqual({});
	});
	test('is not started without a reason, about nobody of the file, on no ground, or in an emergency nobody described', () => {
		expect(given().when(acts.runSearch, { ...ask, reason: undefined })).toEqual({ refused: 'search.noReason' });
		expect(given().when(acts.runSearch, { ...ask, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.runSearch, { ...ask, ground: 'none' })).toEqual({ wrong: { ground: 'field.choice' } });
		const urgent = { ...ask, ground: 'emergency' };
		for (const missing of Object.keys(emergency))
			expect(given().when(acts.runSearch, { ...urgent, ...emergency, [missing]: undefined })).toEqual({
				refused: 'search.undescribed',
			});
		expect(given().when(acts.runSearch, { ...urgent, ...emergency })).toMatchObject({
			did: [{ data: { ground: 'emergency', ...emergency } }],
		});
	});
	test('the gate sees on what ground, and whether its reason and its danger were said', () => {
		const seen = (input: object) => given().asks(acts.runSearch, { ...ask, ...input }).focus;
		expect(seen({})).toEqual({ person, means: 'agreed' });
		expect(seen({ reason: undefined })).toEqual({ person, means: 'agreed', purpose: 'unsaid' });
		expect(seen({ ground: 'emergency' })).toEqual({ person, means: 'bare' });
		expect(seen({ ground: 'emergency', ...emergency })).toEqual({ person, means: 'emergency' });
	});
});

describe('noting what it gave', () => {
	test('says where, what was found and what was kept, once', () => {
		expect(given(started).when(acts.finishSearch, { ...one, ...found })).toEqual({ did: [noted] });
		expect(given(started, noted).when(acts.finishSearch, { ...one, ...found })).toEqual({ refused: 'search.done' });
		expect(given().when(acts.finishSearch, { ...one, ...found })).toEqual({ refused: 'search.unknown' });
		expect(given(started).when(acts.finishSearch, { ...one, ...found, kept: '' })).toEqual({
			wrong: { kept: 'field.required' },
		});
	});
	test('a search that was already made is written down whatever its ground, never one that is still to come', () => {
		const answer = given().when(acts.recordSearch, made);
		expect(answer).toEqual({ did: [{ ...recorded, data: { ...made, id: uid(900) } }] });
		expect(given().when(acts.recordSearch, { ...made, on: '2026-11-23' })).toEqual({ refused: 'search.day' });
		expect(given().when(acts.recordSearch, { ...made, reason: undefined })).toEqual({ refused: 'search.noReason' });
		expect(given().when(acts.recordSearch, { ...made, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.recordSearch, { ...made, ground: 'emergency' })).toEqual({
			refused: 'search.undescribed',
		});
		expect(given().when(acts.recordSearch, { ...made, where: '' })).toEqual({ wrong: { where: 'field.required' } });
		expect(given().asks(acts.recordSearch, { ...made, reason: undefined }).focus).toMatchObject({ purpose: 'unsaid' });
	});
});

describe('telling the person', () => {
	test('is dated, after the search and not to come', () => {
		const { data } = told;
		expect(given(started).when(acts.tellSearch, data)).toEqual({ did: [told] });
		const more = { ...data, words: 'Elle s’y attendait.' };
		expect(given(started).when(acts.tellSearch, more)).toMatchObject({ did: [{ data: more }] });
		for (const on of ['2026-11-19', '2026-11-23'])
			expect(given(started).when(acts.tellSearch, { ...data, on })).toEqual({ refused: 'search.day' });
		expect(given(recorded).when(acts.tellSearch, { ...data, on: '2026-11-20' })).toMatchObject({ did: [{}] });
		expect(given(started, told).when(acts.tellSearch, data)).toEqual({ refused: 'search.done' });
		expect(given().when(acts.tellSearch, data)).toEqual({ refused: 'search.unknown' });
		expect(given(started).when(acts.tellSearch, { ...data, how: 'mail' })).toEqual({ wrong: { how: 'field.choice' } });
	});
	test('is put off to a near day, with a reason', () => {
		const later = { ...one, until: '2026-12-01', reason: 'Il lit ses messages.' };
		expect(given(started).when(acts.deferTelling, later)).toEqual({
			did: [{ kind: 'search.deferred', part: person, data: later }],
		});
		for (const until of ['2026-11-22', '2027-11-22'])
			expect(given(started).when(acts.deferTelling, { ...later, until })).toEqual({ refused: 'search.deferDay' });
		expect(given(started, told).when(acts.deferTelling, later)).toEqual({ refused: 'search.done' });
		expect(given().when(acts.deferTelling, later)).toEqual({ refused: 'search.unknown' });
		expect(given(started).when(acts.deferTelling, { ...later, reason: '' })).toEqual({
			wrong: { reason: 'field.reason' },
		});
	});
});

test('a search without agreement is looked back at once', () => {
	const back = { ...one, learned: 'Demander d’abord, la prochaine fois.' };
	const reviewed = { kind: 'search.reviewed', part: person, data: back } as const;
	expect(given(recorded).when(acts.reviewSearch, back)).toEqual({ did: [reviewed] });
	expect(given(recorded, reviewed).when(acts.reviewSearch, back)).toEqual({ refused: 'search.done' });
	expect(given().when(acts.reviewSearch, back)).toEqual({ refused: 'search.unknown' });
	expect(given(recorded).when(acts.reviewSearch, { ...back, learned: 'x' })).toEqual({
		wrong: { learned: 'field.reason' },
	});
});

test('what still asks for something stays among the facts, however many came after it', () => {
	const later = Array.from({ length: 9 }, (_, i) => ({ person, id: uid(800 + i) })).flatMap((own) => [
		{ ...started, data: { ...started.data, ...own } },
		{ ...noted, data: { ...noted.data, ...own } },
		{ ...told, data: { ...told.data, ...own } },
	]);
	const { made: kept } = given(started, ...later, { ...started, data: { ...started.data, id: uid(850) } }).facts.of(
		person,
	);
	expect(Object.keys(kept)).toContain(id);
	expect(Object.keys(kept).length).toBeLessThan(8);
});

test('the privacy officer sees an emergency search once', () => {
	const practice = bench<EmergencyFacts, EmergencyEntry>(emergencyFold);
	const reported = { kind: 'emergencySearch.reported', data: { id, dossier: uid(100), by: marie } } as const;
	const seen = { kind: 'emergencySearch.seen', data: { id } } as const;
	expect(practice.given(reported).when(acts.seeEmergency, { id })).toEqual({ did: [seen] });
	expect(practice.given(reported, seen).when(acts.seeEmergency, { id })).toEqual({ refused: 'search.unknown' });
	expect(practice.given().when(acts.seeEmergency, { id: 'x' })).toEqual({ wrong: { id: 'field.id' } });
	expect(practice.given(reported, seen).facts.joint.emergencies[0]?.seen?.at).toBeLessThan(NOON);
});
