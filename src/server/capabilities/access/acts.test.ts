import { describe, expect, test } from 'vitest';
import { bench, byLea, bySystem, lea, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type AccessEntry, type AccessFacts, accessFold } from './facts.ts';

const { given } = bench<AccessFacts, AccessEntry>(accessFold);
const { person } = lea;
const asked = (id = uid(75)) =>
	({ kind: 'help.asked', part: person, data: { person, id, about: 'device' as const } }) as const;

describe('[qc-intro-a] « Rappelez-moi pour m’aider »', () => {
	test('waits, whoever sent it: the person, or the system for who has an invitation', () => {
		const ask = { person, about: 'connection', phone: '418 555-0123', when: 'le soir' };
		for (const by of [byLea, bySystem])
			expect(given().when(acts.askHelp, ask, by)).toMatchObject({
				did: [{ kind: 'help.asked', part: person, data: ask }],
			});
		expect(Object.keys(given(asked()).facts.of(person).help)).toEqual([uid(75)]);
	});
	test('is for a person of the file, about something, and not endlessly', () => {
		expect(given().when(acts.askHelp, { person: stranger, about: 'device' })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.askHelp, { person, about: 'life' })).toEqual({ wrong: { about: 'field.choice' } });
		const five = [1, 2, 3, 4, 5].map((n) => asked(uid(300 + n)));
		expect(given(...five).when(acts.askHelp, { person, about: 'device' })).toEqual({ refused: 'help.manyWaiting' });
	});
	test('is closed once, with how it ended', () => {
		const close = { person, id: uid(75), outcome: 'helped' };
		expect(given(asked()).when(acts.closeHelp, close)).toEqual({
			did: [{ kind: 'help.closed', part: person, data: close }],
		});
		expect(given(asked()).when(acts.closeHelp, { ...close, note: 'Micro permis.' })).toMatchObject({
			did: [{ data: { note: 'Micro permis.' } }],
		});
		expect(given().when(acts.closeHelp, close)).toEqual({ refused: 'help.unknown' });
		expect(given(asked()).when(acts.closeHelp, { ...close, outcome: '?' })).toEqual({
			wrong: { outcome: 'field.choice' },
		});
	});
});

describe('[qc-1.04-c] somebody to whom a tool is new', () => {
	const on = { person, channel: 'video' };
	test('is marked', () => {
		expect(given().when(acts.markNewTool, on)).toEqual({ did: [{ kind: 'coaching.needed', part: person, data: on }] });
		expect(given().when(acts.markNewTool, { ...on, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.markNewTool, { ...on, channel: 'fax' })).toEqual({ wrong: { channel: 'field.choice' } });
	});
	test('is offered a rehearsal, and says what they wish', () => {
		const offer = { ...on, answer: 'declined', reason: 'Sa fille l’aide déjà.' };
		expect(given().when(acts.offerRehearsal, offer)).toEqual({
			did: [{ kind: 'rehearsal.offered', part: person, data: offer }],
		});
		const { reason: _, ...bare } = offer;
		expect(given().when(acts.offerRehearsal, bare)).toEqual({
			did: [{ kind: 'rehearsal.offered', part: person, data: bare }],
		});
		expect(given().when(acts.offerRehearsal, { ...offer, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.offerRehearsal, { ...offer, answer: 'maybe' })).toEqual({
			wrong: { answer: 'field.choice' },
		});
	});
	test('tries it, and what came of it is kept', () => {
		const held = { ...on, result: 'partly', changed: 'Un casque.' };
		expect(given().when(acts.recordRehearsal, held)).toEqual({
			did: [{ kind: 'rehearsal.held', part: person, data: held }],
		});
		const { changed: _, ...bare } = held;
		expect(given().when(acts.recordRehearsal, bare)).toEqual({
			did: [{ kind: 'rehearsal.held', part: person, data: bare }],
		});
		expect(given().when(acts.recordRehearsal, { ...held, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.recordRehearsal, { ...held, result: 'ok' })).toEqual({
			wrong: { result: 'field.choice' },
		});
		const line = {
			kind: 'rehearsal.held',
			part: person,
			data: { person, channel: 'video', result: 'worked' },
		} as const;
		expect(given(line).facts.of(person).coaching.video?.held).toMatchObject({ result: 'worked' });
	});
});
