import { describe, expect, test } from 'vitest';
import { bench, lea, marie, uid } from '../acts.harness.ts';
import { receiveRequest } from './acts.ts';
import { type IntakeEntry, type IntakeFacts, intakeFold } from './facts.ts';

const { given } = bench<IntakeFacts, IntakeEntry>(intakeFold);
const contact = { voiceMail: false, text: false, othersMayKnow: false, callFirst: false };
const lise = { id: uid(41), name: 'Lise Roy', language: 'fr', roles: ['requester', 'representative'], contact };
const coop = { id: uid(42), name: 'Coop du Port', language: 'fr', roles: ['beneficiary'], body: true, contact };
const request = {
	practitioner: marie,
	kind: 'organisation',
	label: 'Coop du Port',
	anonymous: false,
	persons: [lise, coop],
	via: 'form',
	reason: 'Un conflit au conseil',
	prefers: 'either',
	represents: { of: coop.id, by: lise.id, standing: 'Présidente' },
};

describe('[def-qc-client-a] a request in the name of a body', () => {
	test('makes the body a client of its own, and says who speaks for it, with no proof seen yet', () => {
		const answer = given().when(receiveRequest, request);
		if (!('did' in answer)) throw new Error(JSON.stringify(answer));
		expect(answer.did).toContainEqual({
			kind: 'representative.named',
			data: { of: coop.id, by: lise.id, authority: 'mandatary', proofSeen: false },
		});
		expect(
			answer.did.find((d) => d.kind === 'person.added' && (d.data as { id: string }).id === coop.id),
		).toMatchObject({
			data: { body: true, roles: ['beneficiary'] },
		});
		expect(answer.did.find((d) => d.kind === 'request.received')).toMatchObject({ data: { standing: 'Présidente' } });
	});
	test.each([
		['a person', { represents: { of: lise.id, by: coop.id, standing: 'Mère' } }],
		['a body that is not in the request', { represents: { of: uid(43), by: lise.id, standing: 'Présidente' } }],
		['nobody of the request', { represents: { of: coop.id, by: lea.person, standing: 'Présidente' } }],
		['somebody who is no body', { persons: [lise, { ...coop, body: undefined }] }],
	])('speaks for no one by naming %s', (_, wrong) => {
		expect(given().when(receiveRequest, { ...request, ...wrong })).toEqual({ refused: 'act.noSuchPerson' });
	});
	test('says as what they speak', () => {
		const { represents } = request;
		expect(given().when(receiveRequest, { ...request, represents: { ...represents, standing: '' } })).toEqual({
			wrong: { 'represents.standing': 'field.required' },
		});
	});
});
