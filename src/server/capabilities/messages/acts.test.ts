import { describe, expect, test } from 'vitest';
import { bench, byLea, lea, marie, noe, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type MessageEntry, type MessageFacts, messageFold } from './facts.ts';

const { given } = bench<MessageFacts, MessageEntry>(messageFold);

const thread = uid(91);
const message = { thread, purpose: 'care', channel: 'portal', body: 'Merci pour jeudi.' } as const;
const wrote = (more: object = {}) => ({ kind: 'message.sent', data: { ...message, id: uid(900), ...more } }) as const;

describe('writing', () => {
	test('[qc-4.03-a] begins a thread with its reason', () => {
		expect(given().when(acts.sendMessage, message, byLea)).toEqual({ did: [wrote()] });
		const { purpose: _, ...aimless } = message;
		expect(given().when(acts.sendMessage, aimless)).toEqual({ refused: 'message.purpose' });
		expect(given().when(acts.sendMessage, { ...message, purpose: 'marketing' })).toEqual({
			wrong: { purpose: 'message.purpose' },
		});
	});
	test('goes on in a thread for the reason it began with', () => {
		const { purpose: _, ...next } = message;
		const begun = given({ kind: 'message.sent', data: { ...message, id: uid(92), purpose: 'appointment' } });
		expect(begun.when(acts.sendMessage, next)).toEqual({ did: [wrote({ purpose: 'appointment' })] });
		expect(begun.when(acts.sendMessage, { ...next, purpose: 'care' })).toEqual({
			did: [wrote({ purpose: 'appointment' })],
		});
	});
	test('[qc-3.10-a] puts words where they are sealed, never into a mail or a text', () => {
		for (const channel of ['email', 'textMessage', 'voiceMail', 'telephone', 'video'])
			expect(given().when(acts.sendMessage, { ...message, channel })).toEqual({ refused: 'message.noFreeText' });
		expect(given().when(acts.sendMessage, { ...message, channel: 'chat' })).toEqual({
			did: [wrote({ channel: 'chat' })],
		});
	});
	test('says something', () => {
		expect(given().when(acts.sendMessage, { ...message, body: '  ' })).toEqual({ wrong: { body: 'field.required' } });
		expect(given().when(acts.sendMessage, { ...message, body: 'a\0b' })).toEqual({ wrong: { body: 'field.control' } });
	});
	test('to one person stays in that person’s own part', () => {
		const alone = { ...message, person: lea.person };
		const answer = { did: [{ ...wrote({ person: lea.person }), part: lea.person }] };
		expect(given().when(acts.sendMessage, alone)).toEqual(answer);
		expect(given().when(acts.sendMessage, alone, byLea)).toEqual(answer);
		expect(given().when(acts.sendMessage, { ...message, person: noe.person }, byLea)).toEqual({
			refused: 'act.notForThem',
		});
	});
	test('goes on in a thread of that person alone', () => {
		const { purpose: _, ...next } = message;
		const lines = {
			kind: 'message.sent',
			part: lea.person,
			data: { ...message, id: uid(92), person: lea.person },
		} as const;
		expect(given(lines).when(acts.sendMessage, { ...next, person: lea.person })).toMatchObject({
			did: [{ part: lea.person, data: { purpose: 'care' } }],
		});
		expect(given(lines).when(acts.sendMessage, next)).toEqual({ refused: 'message.purpose' });
	});
	test('during a session, is chat for care', () => {
		const { purpose: _, ...chat } = message;
		expect(given().when(acts.sendMessage, { ...chat, channel: 'chat', session: uid(61) })).toEqual({
			did: [wrote({ channel: 'chat', session: uid(61) })],
		});
	});
	test('is judged by its channel, its reason and its thread, whoever is named', () => {
		expect(given().asks(acts.sendMessage, message)).toEqual({
			gates: ['message.send'],
			focus: { channel: 'portal', subject: thread, purpose: 'care' },
		});
		const { purpose: _, ...aimless } = message;
		expect(given().asks(acts.sendMessage, { ...aimless, person: lea.person }).focus).toEqual({
			channel: 'portal',
			subject: thread,
			purpose: '',
			person: lea.person,
		});
	});
	test('[qc-5.02-c] a client who writes is held back by no duty', () => {
		expect(given().asks(acts.sendMessage, message, byLea).gates).toEqual([]);
	});
});

describe('what came in another way', () => {
	const came = { person: lea.person, channel: 'textMessage', body: 'je serai en retard', on: '2026-11-21' } as const;
	test('[qc-5.02-a] is written down as it came, in that person’s part', () => {
		expect(given().when(acts.logMessage, came)).toEqual({
			did: [{ kind: 'message.logged', part: lea.person, data: came }],
		});
		expect(given().when(acts.logMessage, { ...came, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.logMessage, { ...came, on: 'hier' })).toEqual({ wrong: { on: 'field.day' } });
	});
	test('[qc-3.09-a] is remembered by its channel', () => {
		expect(given({ kind: 'message.logged', part: lea.person, data: came }).facts.of(lea.person).outside).toHaveProperty(
			'textMessage',
		);
	});
});

test('the fifteen threads written to last are kept, with who wrote last', () => {
	const many = Array.from(
		{ length: 30 },
		(_, i) => ({ kind: 'message.sent', data: { ...message, id: uid(400 + i), thread: uid(500 + i) } }) as const,
	);
	const { threads } = given(...many, {
		kind: 'message.sent',
		data: { ...message, id: uid(450), thread: uid(515) },
		by: { as: 'client', account: lea.account },
	}).facts.joint;
	expect(Object.keys(threads)).toHaveLength(15);
	expect(threads[uid(515)]).toMatchObject({ count: 2, lastBy: lea.account });
	expect(threads[uid(529)]).toMatchObject({ count: 1, lastBy: marie });
	expect(threads[uid(514)]).toBeUndefined();
});
