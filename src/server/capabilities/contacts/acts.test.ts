import { describe, expect, test } from 'vitest';
import type { Entry } from '#server/kernel/entry.ts';
import { DAY, HOUR } from '#server/kernel/time.ts';
import { bench, lea, marie, NOON, noe, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import {
	type ActivityEntry,
	type ActivityFacts,
	activityFold,
	type ContactEntry,
	type ContactFacts,
	contactFold,
} from './facts.ts';

const { given } = bench<ContactFacts, ContactEntry>(contactFold);
const own = bench<ActivityFacts, ActivityEntry>(activityFold);
const appointment = uid(81);
const booked = { kind: 'appointment.booked', data: { id: appointment, purpose: 'service', endsAt: NOON - HOUR } };

describe('[qc-5.02-a] a contact outside of Balise', () => {
	test('is written down in one press, now, in the part of the one person it was with', () => {
		expect(given().when(acts.logContact, { kind: 'missedCall', persons: [lea.person] })).toEqual({
			did: [
				{
					kind: 'contact.logged',
					part: lea.person,
					data: { id: uid(900), at: NOON, kind: 'missedCall', persons: [lea.person] },
				},
			],
		});
	});
	test('with several, or with none of them, belongs to the joint part', () => {
		const together = given().when(acts.logContact, { kind: 'corridor', persons: [lea.person, noe.person] });
		expect(together).toHaveProperty('did.0.data.persons', [lea.person, noe.person]);
		expect(together).not.toHaveProperty('did.0.part');
		expect(given().when(acts.logContact, { kind: 'team' })).not.toHaveProperty('did.0.part');
		const held = { kind: 'visit', persons: [lea.person], appointment };
		expect(given().when(acts.logContact, held)).not.toHaveProperty('did.0.part');
	});
	test('is never to come, nor with somebody who is not in the file', () => {
		expect(given().when(acts.logContact, { kind: 'call', at: NOON + DAY })).toEqual({ refused: 'contact.toCome' });
		expect(given().when(acts.logContact, { kind: 'call', persons: [stranger] })).toEqual({
			refused: 'act.noSuchPerson',
		});
	});
	test.each([
		[{ kind: 'fax' }, { kind: 'field.choice' }],
		[{ kind: 'call', minutes: 0 }, { minutes: 'field.number' }],
		[{ kind: 'call', at: 'hier' }, { at: 'field.instant' }],
		[{ kind: 'call', persons: ['Léa'] }, { 'persons.0': 'field.id' }],
	])('is not written as %j', (input, fields) => {
		expect(given().when(acts.logContact, input)).toEqual({ wrong: fields });
	});
	test('says what became of an appointment, of which nothing else says it', () => {
		const waits = given(booked as never);
		expect(waits.facts.joint.awaited).toEqual({ [appointment]: NOON - HOUR });
		for (const line of [
			{ kind: 'contact.logged', data: { id: uid(1), kind: 'visit', at: NOON, persons: [], appointment } },
			{ kind: 'appointment.missed', data: { id: appointment } },
			{ kind: 'appointment.cancelled', data: { id: appointment } },
			{ kind: 'session.opened', data: { id: uid(61), appointment } },
		])
			expect(given(booked as never, line as never).facts.joint.awaited).toEqual({});
	});
	test('keeps none of its words among the facts', () => {
		const line = { id: uid(1), kind: 'call', at: NOON, persons: [], others: 'sa sœur', text: 'pleure' } as const;
		expect(JSON.stringify(given({ kind: 'contact.logged', data: line }).facts.joint)).not.toMatch(/sœur|pleure/);
	});
});

describe('[qc-5.02-a] what was written down wrongly', () => {
	const first: Entry = {
		kind: 'contact.logged',
		data: { id: uid(1), kind: 'call', at: NOON - HOUR, persons: [lea.person] },
		part: lea.person,
		seq: 7,
		at: NOON - HOUR,
		by: { as: 'practitioner', account: marie },
	};
	test('is said again beside it: the first line keeps its place, its author and its time', () => {
		expect(
			given().when(
				acts.correctContact,
				{ contact: 7, kind: 'textMessage', why: 'C’était un texto.' },
				{ about: first },
			),
		).toEqual({
			did: [
				{
					kind: 'contact.corrected',
					part: lea.person,
					data: { at: NOON - HOUR, contact: 7, kind: 'textMessage', why: 'C’était un texto.' },
				},
			],
		});
		expect(acts.correctContact.about?.({ contact: 7, kind: 'call' })).toBe(7);
	});
	test('is a contact: nothing else is corrected so, nor what lies out of reach', () => {
		const note = { ...first, kind: 'note.signed' };
		const input = { contact: 7, kind: 'call' };
		expect(given().when(acts.correctContact, input, { about: note })).toEqual({ refused: 'contact.unknown' });
		expect(given().when(acts.correctContact, input)).toEqual({ refused: 'contact.unknown' });
		expect(given().when(acts.correctContact, { ...input, at: NOON + DAY }, { about: first })).toEqual({
			refused: 'contact.toCome',
		});
		expect(given().when(acts.correctContact, { ...input, contact: 0 })).toEqual({ wrong: { contact: 'field.number' } });
	});
});

describe('[nb-6-q] what one does that is about no client', () => {
	test('goes into one’s own practice log', () => {
		expect(own.given().when(acts.logActivity, { kind: 'supervision', minutes: 60 })).toEqual({
			did: [{ kind: 'activity.logged', data: { id: uid(900), at: NOON, kind: 'supervision', minutes: 60 } }],
		});
		expect(own.given().when(acts.logActivity, { kind: 'team', at: NOON + DAY })).toEqual({ refused: 'contact.toCome' });
		expect(own.given().when(acts.logActivity, { kind: 'call' })).toEqual({ wrong: { kind: 'field.choice' } });
	});
});
