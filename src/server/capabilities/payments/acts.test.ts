import { describe, expect, test } from 'vitest';
import { bench, lea, marie, noe, uid } from '../acts.harness.ts';
import { happenedKeys, headings } from '../notes/templates.ts';
import type { SessionEntry } from '../sessions/facts.ts';
import * as acts from './acts.ts';
import {
	noteFields,
	type PayerEntry,
	type PayerFacts,
	type PaymentEntry,
	type PaymentFacts,
	payerFold,
	paymentFold,
} from './facts.ts';

const { given } = bench<PaymentFacts, PaymentEntry | SessionEntry>(paymentFold);
const practice = bench<PayerFacts, PayerEntry>(payerFold);
const session = uid(61);
const room = { id: session, mode: 'video', tool: uid(4), persons: [lea.person] } as const;
const held = [
	{ kind: 'session.opened', data: { ...room, purpose: 'service' } },
	{ kind: 'session.started', data: { id: session } },
	{ kind: 'session.ended', data: { id: session } },
] as const;
const ask = { session, person: lea.person, amount: 12_500 };

describe('asking payment for a service', () => {
	test('that was given: of the person, or of whoever pays for them, in that person’s own part', () => {
		const asked = given(...held).when(acts.requestPayment, { ...ask, due: '2026-12-22' });
		expect(asked).toMatchObject({
			did: [{ kind: 'payment.requested', part: lea.person, data: { ...ask, due: '2026-12-22' } }],
		});
		const to = { payer: uid(410), payerName: 'Assurance du Fleuve' };
		expect(given(...held).when(acts.requestPayment, { ...ask, ...to })).toMatchObject({ did: [{ data: to }] });
	});
	test('and not of one that was only opened, was a rehearsal, or was asked for already', () => {
		expect(given(held[0]).when(acts.requestPayment, ask)).toEqual({ refused: 'payment.noService' });
		const rehearsal = { ...held[0], data: { ...room, purpose: 'rehearsal' } } as const;
		expect(given(rehearsal, held[1], held[2]).when(acts.requestPayment, ask)).toEqual({
			refused: 'payment.noService',
		});
		const data = { id: uid(7), ...ask, servedAt: 1 };
		const once = given(...held, { kind: 'payment.requested', part: lea.person, data });
		expect(once.when(acts.requestPayment, ask)).toEqual({ refused: 'payment.asked' });
		// The other person’s share is another request.
		expect(once.when(acts.requestPayment, { ...ask, person: noe.person })).toMatchObject({ did: [{}] });
	});
	test('of somebody of the file, for a sum, of a payer who is known', () => {
		const on = given(...held);
		expect(on.when(acts.requestPayment, { ...ask, person: uid(9) })).toEqual({ refused: 'act.noSuchPerson' });
		expect(on.when(acts.requestPayment, { ...ask, payer: uid(410) })).toEqual({ refused: 'payer.unknown' });
		expect(on.when(acts.requestPayment, { ...ask, amount: 0.5 })).toEqual({ wrong: { amount: 'field.number' } });
		expect(on.asks(acts.requestPayment, ask)).toEqual({
			gates: ['payment.request'],
			focus: { subject: session, person: lea.person, purpose: 'payment' },
		});
	});
});

test('every heading of a note, and what happened, has its place among what a payer may ask', () => {
	const names = [...headings, ...happenedKeys].filter((name) => name !== 'written');
	expect([...noteFields].sort()).toEqual([...new Set(names)].sort());
});

describe('[nb-6-p] what a note says, for whoever pays to ask', () => {
	const signed = (body: object) =>
		({
			kind: 'note.signed',
			data: { session, body, happened: { length: '50 min', where: ' ' }, attests: [], authors: [marie] },
		}) as never;
	test('is known by the names of its headings alone, until an addition says the rest', () => {
		const { facts } = given(...held, signed({ reason: 'Suite', plan: '' }));
		expect(facts.joint.services).toMatchObject([{ id: session, says: 1 + (1 << 10) }]);
		const note = facts.joint.services[0]?.note;
		const added = given(...held, signed({ reason: 'Suite' }), { kind: 'note.amended', data: { note } } as never);
		expect(added.facts.joint.services).toMatchObject([{ added: true }]);
		expect(JSON.stringify(facts.joint)).not.toContain('Suite');
	});
});

describe('the register of payers', () => {
	const wants = { fields: ['plan'], years: 10, source: 'Guide, page 4', reviewedOn: '2026-11-20' };
	const added = { kind: 'payer.added', data: { id: uid(410), name: 'Assurance du Fleuve', ...wants } } as const;
	test('takes one, reads it again, and asks them for nothing more', () => {
		expect(practice.given().when(acts.addPayer, { name: 'Assurance du Fleuve', ...wants })).toMatchObject({
			did: [{ kind: 'payer.added', data: { name: 'Assurance du Fleuve', ...wants } }],
		});
		const again = { id: uid(410), fields: ['plan', 'length'], source: 'Guide, page 5', reviewedOn: '2026-11-21' };
		expect(practice.given(added).when(acts.reviewPayer, again)).toEqual({
			did: [{ kind: 'payer.reviewed', data: again }],
		});
		const { facts } = practice.given(added, { kind: 'payer.reviewed', data: again });
		expect(facts.joint.payers[uid(410)]).toMatchObject({ name: 'Assurance du Fleuve', fields: ['plan', 'length'] });
		expect(facts.joint.payers[uid(410)]?.years).toBeUndefined();
		const end = { kind: 'payer.ended', data: { id: uid(410) } } as const;
		expect(practice.given(added).when(acts.endPayer, { id: uid(410) })).toEqual({ did: [end] });
		expect(practice.given(added, end).when(acts.endPayer, { id: uid(410) })).toEqual({ refused: 'payer.unknown' });
		expect(practice.given(added, end).when(acts.reviewPayer, again)).toEqual({ refused: 'payer.unknown' });
	});
	test('and no day to come, no field that is not a name', () => {
		const toCome = { name: 'X', ...wants, reviewedOn: '2027-01-01' };
		expect(practice.given().when(acts.addPayer, toCome)).toEqual({ refused: 'payer.day' });
		expect(practice.given().when(acts.addPayer, { name: 'X', ...wants, fields: ['a b'] })).toEqual({
			wrong: { 'fields.0': 'field.choice' },
		});
	});
});
