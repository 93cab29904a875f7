import { describe, expect, test } from 'vitest';
import { DAY } from '#server/kernel/time.ts';
import { bench, byLea, bySystem, lea, marie, NOON, noe, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type IntakeEntry, type IntakeFacts, intakeFold } from './facts.ts';

const { given } = bench<IntakeFacts, IntakeEntry>(intakeFold);

const contact = { email: 'lea@exemple.ca', voiceMail: false, text: true, othersMayKnow: false, callFirst: true };
const rose = { id: uid(51), name: 'Rose', language: 'fr', roles: ['beneficiary'], contact };
const accepted = { kind: 'client.accepted', data: {} } as const;

describe('a first request', () => {
	const request = {
		practitioner: marie,
		kind: 'person',
		label: 'Rose',
		anonymous: false,
		persons: [rose],
		via: 'form',
		reason: 'On ne se parle plus.',
		prefers: 'remote',
	};
	const { contact: _, ...named } = rose;
	test('[def-qc-client-b] opens the file, with each person’s contact in their own part', () => {
		const more = { ...request, territory: 'QC', availability: 'le soir' };
		expect(given().when(acts.receiveRequest, more)).toEqual({
			did: [
				{ kind: 'dossier.opened', data: { kind: 'person', label: 'Rose', practitioner: marie, anonymous: false } },
				{ kind: 'person.added', data: named },
				{
					kind: 'request.received',
					data: {
						via: 'form',
						reason: 'On ne se parle plus.',
						prefers: 'remote',
						territory: 'QC',
						availability: 'le soir',
					},
				},
				{ kind: 'contact.set', part: rose.id, data: { person: rose.id, contact } },
			],
		});
	});
	test('does not ask for a place or hours', () => {
		expect(given().when(acts.receiveRequest, request)).toMatchObject({
			did: [{}, {}, { data: { via: 'form', prefers: 'remote' } }, {}],
		});
	});
	test('[nb-6-g] writes that technology was told of, in the same breath as the request', () => {
		expect(given().when(acts.receiveRequest, { ...request, told: 'page de réponse' })).toMatchObject({
			did: [
				{},
				{},
				{},
				{},
				{ kind: 'techInfo.given', part: rose.id, data: { person: rose.id, means: 'page de réponse' } },
			],
		});
	});
	test.each([
		[{ persons: [] }, { persons: 'field.required' }],
		[{ persons: Array.from({ length: 13 }, (_, i) => ({ ...rose, id: uid(200 + i) })) }, { persons: 'field.tooMany' }],
		[{ kind: 'army' }, { kind: 'field.choice' }],
		[{ reason: '   ' }, { reason: 'field.required' }],
		[{ prefers: 'fax' }, { prefers: 'field.choice' }],
		[{ persons: [{ ...rose, language: 'de' }] }, { 'persons.0.language': 'field.choice' }],
		[{ persons: [{ ...rose, roles: ['boss'] }] }, { 'persons.0.roles.0': 'field.choice' }],
		[{ persons: [{ ...rose, contact: { ...contact, email: 'rose' } }] }, { 'persons.0.contact.email': 'field.email' }],
		[{ persons: [rose, { ...rose, name: 'Une autre' }] }, { persons: 'field.id' }],
	])('is not received with %j', (wrong, fields) => {
		expect(given().when(acts.receiveRequest, { ...request, ...wrong })).toEqual({ wrong: fields });
	});
});

describe('how to reach a person safely', () => {
	test('is theirs to say, in their own part', () => {
		const data = { person: lea.person, contact };
		expect(given().when(acts.setContact, data, byLea)).toEqual({
			did: [{ kind: 'contact.set', part: lea.person, data }],
		});
	});
	test('is not said of somebody who is not there', () => {
		expect(given().when(acts.setContact, { person: stranger, contact })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.setContact, { person: lea.person, contact: { ...contact, phone: '911' } })).toEqual({
			wrong: { 'contact.phone': 'field.phone' },
		});
	});
	const verified = { person: lea.person, field: 'phone', how: 'callBack' } as const;
	const own = (said: object) =>
		({
			kind: 'contact.set',
			part: lea.person,
			data: { person: lea.person, contact: { ...contact, ...said } },
		}) as const;
	const called = own({ phone: '506 555-0123', address: '1, rue du Port' });
	const line = (field: 'phone' | 'email') =>
		({ kind: 'contact.verified', part: lea.person, data: { person: lea.person, field, how: 'code' } }) as const;
	test('[nb-5-c] is verified by a call, a letter, or a code that the system looked at', () => {
		expect(given(called).when(acts.verifyContact, verified)).toEqual({
			did: [{ kind: 'contact.verified', part: lea.person, data: verified }],
		});
		const code = { person: lea.person, field: 'email', how: 'code' };
		expect(given(called).when(acts.verifyContact, code)).toEqual({ refused: 'contact.otherProof' });
		expect(given(called).when(acts.verifyContact, { ...code, is: 'LEA@exemple.ca' }, bySystem)).toEqual({
			did: [{ kind: 'contact.verified', part: lea.person, data: code }],
		});
		expect(given(called).when(acts.verifyContact, { ...code, is: 'une@autre.ca' }, bySystem)).toEqual({
			refused: 'contact.notThere',
		});
		expect(given().when(acts.verifyContact, verified)).toEqual({ refused: 'contact.notThere' });
	});
	test('[nb-5-i] keeps nothing by which a caller without a name could be found', () => {
		const nameless = {
			kind: 'dossier.opened',
			data: { kind: 'person', label: 'Rivière bleue', practitioner: marie, anonymous: true },
		} as const;
		const data = { person: lea.person, contact };
		expect(given(nameless).when(acts.setContact, data)).toEqual({ refused: 'identity.needed' });
		expect(given(nameless).when(acts.invitePerson, { person: lea.person })).toEqual({ refused: 'identity.needed' });
		const { email: _, ...silent } = contact;
		expect(given(nameless).when(acts.setContact, { person: lea.person, contact: silent })).toMatchObject({ did: [{}] });
	});
	test('[nb-5-c] what changes is to be verified anew, and nothing else', () => {
		expect(given(called, line('phone')).facts.of(lea.person).verified).toHaveProperty('phone');
		const { verified: kept } = given(called, line('phone'), line('email'), own({ phone: '(506) 555 0123' })).facts.of(
			lea.person,
		);
		expect(Object.keys(kept)).toEqual(['phone', 'email']);
		const { verified: less } = given(called, line('phone'), line('email'), own({ phone: '506 555-0199' })).facts.of(
			lea.person,
		);
		expect(Object.keys(less)).toEqual(['email']);
	});
	test('is verified for the persons of the file alone: the desk writes in nobody else’s part', () => {
		expect(given(called).when(acts.verifyContact, { ...verified, person: stranger })).toEqual({
			refused: 'act.noSuchPerson',
		});
		expect(given(called).when(acts.verifyContact, { ...verified, field: 'fax' })).toEqual({
			wrong: { field: 'field.choice' },
		});
	});
	test('holds whom to call if something happens', () => {
		const data = { person: lea.person, name: 'Rose', phone: '506 555-0123', relation: 'sœur' };
		expect(given().when(acts.setEmergencyContact, data, byLea)).toEqual({
			did: [{ kind: 'emergencyContact.set', part: lea.person, data }],
		});
		expect(given().when(acts.setEmergencyContact, { ...data, phone: 'Rose' })).toEqual({
			wrong: { phone: 'field.phone' },
		});
	});
});

describe('calling back', () => {
	const reached = { person: lea.person, outcome: 'reached' };
	test('is written down, with or without a word', () => {
		expect(given().when(acts.recordCallBack, reached)).toEqual({
			did: [{ kind: 'person.calledBack', part: lea.person, data: reached }],
		});
		const more = { ...reached, note: 'préfère le soir' };
		expect(given().when(acts.recordCallBack, more)).toEqual({
			did: [{ kind: 'person.calledBack', part: lea.person, data: more }],
		});
	});
	test('counts when the person was reached', () => {
		const line = (outcome: 'reached' | 'noAnswer') =>
			({ kind: 'person.calledBack', part: lea.person, data: { person: lea.person, outcome } }) as const;
		expect(given(line('noAnswer')).facts.of(lea.person).calledBack).toBeUndefined();
		expect(given(line('reached')).facts.of(lea.person).calledBack).toBeDefined();
	});
	test('[nb-5-c] shows that the number of the file is theirs, when they answer', () => {
		const number = { ...contact, phone: '506 555-0123' };
		const known = { kind: 'contact.set', part: lea.person, data: { person: lea.person, contact: number } } as const;
		const line = (outcome: 'reached' | 'noAnswer') =>
			({ kind: 'person.calledBack', part: lea.person, data: { person: lea.person, outcome } }) as const;
		expect(given(known, line('noAnswer')).facts.of(lea.person).verified).toEqual({});
		expect(given(known, line('reached')).facts.of(lea.person).verified).toHaveProperty('phone');
		expect(given(line('reached')).facts.of(lea.person).verified).toEqual({});
	});
	test('is about a person of the file', () => {
		expect(given().when(acts.recordCallBack, { ...reached, person: stranger })).toEqual({
			refused: 'act.noSuchPerson',
		});
		expect(given().when(acts.recordCallBack, { ...reached, outcome: 'busy' })).toEqual({
			wrong: { outcome: 'field.choice' },
		});
	});
});

describe('the way into the portal', () => {
	test('opens by an invitation, good for fourteen days', () => {
		expect(given().when(acts.invitePerson, { person: noe.person })).toEqual({
			did: [{ kind: 'person.invited', part: noe.person, data: { person: noe.person, until: NOON + 14 * DAY } }],
		});
		expect(given().when(acts.invitePerson, { person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.invitePerson, { person: 'noe' })).toEqual({ wrong: { person: 'field.id' } });
	});
	test('is copied until it is claimed', () => {
		expect(given().when(acts.copyInvitation, { person: noe.person })).toEqual({
			did: [{ kind: 'invitation.copied', part: noe.person, data: { person: noe.person } }],
		});
		expect(given().when(acts.copyInvitation, { person: lea.person })).toEqual({ refused: 'invitation.claimed' });
		expect(given().when(acts.copyInvitation, { person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
	});
	test('is given back to somebody who had it, once they were recognised, with the reason', () => {
		const back = { check: 'knownVoice', reason: 'téléphone perdu' };
		expect(given().when(acts.restoreAccess, { person: lea.person, ...back })).toEqual({
			did: [{ kind: 'access.restored', part: lea.person, data: { person: lea.person, ...back } }],
		});
		expect(given().when(acts.restoreAccess, { person: noe.person, ...back })).toEqual({ refused: 'access.none' });
		expect(given().when(acts.restoreAccess, { person: stranger, ...back })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.restoreAccess, { person: lea.person, reason: back.reason })).toEqual({
			wrong: { check: 'field.choice' },
		});
	});
	test('links the claimed account to that person', () => {
		const link = { person: noe.person, account: uid(22) };
		expect(given().when(acts.linkPerson, link, bySystem)).toEqual({
			did: [{ kind: 'person.linked', data: { id: noe.person, account: uid(22) } }],
		});
		expect(given().when(acts.linkPerson, { ...link, person: stranger }, bySystem)).toEqual({
			refused: 'act.noSuchPerson',
		});
		expect(given().when(acts.linkPerson, { ...link, account: 'noe' }, bySystem)).toEqual({
			wrong: { account: 'field.id' },
		});
	});
});

describe('the persons of a file', () => {
	const { contact: _, ...named } = rose;
	test('somebody joins, with their contact apart', () => {
		expect(given().when(acts.addPerson, rose)).toEqual({
			did: [
				{ kind: 'person.added', data: named },
				{ kind: 'contact.set', part: rose.id, data: { person: rose.id, contact } },
			],
		});
	});
	test('nobody joins twice, or as nothing', () => {
		expect(given().when(acts.addPerson, { ...rose, id: lea.person })).toEqual({ refused: 'person.known' });
		expect(given().when(acts.addPerson, { ...rose, roles: [] })).toEqual({ wrong: { roles: 'field.required' } });
	});
	test('somebody is called as they say', () => {
		expect(given().when(acts.renamePerson, { person: lea.person, name: 'Léo' }, byLea)).toEqual({
			did: [{ kind: 'person.renamed', data: { id: lea.person, name: 'Léo' } }],
		});
		expect(given().when(acts.renamePerson, { person: lea.person, name: '' }, byLea)).toEqual({
			wrong: { name: 'field.required' },
		});
	});
	test('somebody leaves', () => {
		expect(given().when(acts.leavePerson, { person: noe.person })).toEqual({
			did: [{ kind: 'person.left', data: { id: noe.person } }],
		});
		expect(given().when(acts.leavePerson, { person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
	});
	const named2 = { of: noe.person, by: lea.person, authority: 'mandatary', proofSeen: true } as const;
	test('[qc-2.01-b] somebody is named to speak for another, by an authority and until a day', () => {
		expect(given().when(acts.nameRepresentative, named2)).toEqual({
			did: [{ kind: 'representative.named', data: named2 }],
		});
		const until = { ...named2, until: NOON + DAY };
		expect(given().when(acts.nameRepresentative, until)).toEqual({
			did: [{ kind: 'representative.named', data: until }],
		});
	});
	test('nobody represents themself, a stranger, or by no authority', () => {
		expect(given().when(acts.nameRepresentative, { ...named2, by: noe.person })).toEqual({
			refused: 'act.noSuchPerson',
		});
		expect(given().when(acts.nameRepresentative, { ...named2, by: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.nameRepresentative, { ...named2, authority: 'sister' })).toEqual({
			wrong: { authority: 'field.choice' },
		});
	});
	test('that authority ends', () => {
		const end = { of: noe.person, by: lea.person };
		expect(given({ kind: 'representative.named', data: named2 }).when(acts.endRepresentative, end)).toEqual({
			did: [{ kind: 'representative.ended', data: end }],
		});
		expect(
			given({ kind: 'representative.named', data: named2 }, { kind: 'representative.ended', data: end }).dossier
				.representations,
		).toEqual([]);
	});
});

describe('the first reply', () => {
	test('[nb-6-g] says that technology is used', () => {
		const data = { person: lea.person, means: 'courriel' };
		expect(given().when(acts.giveTechInfo, data)).toEqual({
			did: [{ kind: 'techInfo.given', part: lea.person, data }],
		});
		expect(given().when(acts.giveTechInfo, { ...data, person: stranger })).toEqual({ refused: 'act.noSuchPerson' });
		expect(given().when(acts.giveTechInfo, { ...data, means: '' })).toEqual({ wrong: { means: 'field.required' } });
	});
	test('[qc-1.06-a] offers to meet in person', () => {
		expect(given().when(acts.offerInPerson, { answer: 'declined' })).toEqual({
			did: [{ kind: 'inPerson.offered', data: { answer: 'declined' } }],
		});
		expect(given().when(acts.offerInPerson, { answer: 'later' })).toEqual({ wrong: { answer: 'field.choice' } });
	});
});

describe('[qc-1.05-b] other help', () => {
	const referral = { outcome: 'given', to: 'CLSC de Rimouski', reason: 'plus près', told: 'oral' };
	test('is named', () => {
		expect(given().when(acts.recordReferral, referral)).toEqual({
			did: [{ kind: 'referral.recorded', data: referral }],
		});
		const followed = { ...referral, followUpOn: '2026-12-01' };
		expect(given().when(acts.recordReferral, followed)).toEqual({
			did: [{ kind: 'referral.recorded', data: followed }],
		});
	});
	test('may not be wanted: then it has no name, but a reason', () => {
		const { to: _, ...unnamed } = referral;
		expect(given().when(acts.recordReferral, unnamed)).toEqual({ refused: 'referral.toWhom' });
		expect(given().when(acts.recordReferral, { ...unnamed, outcome: 'refusedByPerson' })).toEqual({
			did: [{ kind: 'referral.recorded', data: { ...unnamed, outcome: 'refusedByPerson' } }],
		});
		expect(given().when(acts.recordReferral, { ...referral, reason: '.' })).toEqual({
			wrong: { reason: 'field.reason' },
		});
	});
});

describe('taking somebody on', () => {
	test('answers a request, or one that was declined', () => {
		expect(given().when(acts.acceptClient, {})).toEqual({ did: [accepted] });
		expect(given({ kind: 'client.declined', data: { reason: 'plus de place' } }).when(acts.acceptClient, {})).toEqual({
			did: [accepted],
		});
		expect(given(accepted).when(acts.acceptClient, {})).toEqual({ refused: 'client.alreadyAccepted' });
	});
	test('is declined with a reason, while it is a request', () => {
		const data = { reason: 'plus de place' };
		expect(given().when(acts.declineClient, data)).toEqual({ did: [{ kind: 'client.declined', data }] });
		expect(given(accepted).when(acts.declineClient, data)).toEqual({ refused: 'client.notARequest' });
		expect(given().when(acts.declineClient, { reason: '' })).toEqual({ wrong: { reason: 'field.reason' } });
	});
	test('ends with a reason, once it had begun', () => {
		const data = { reason: 'but atteint' };
		expect(given(accepted).when(acts.closeDossier, data)).toEqual({ did: [{ kind: 'dossier.closed', data }] });
		expect(given().when(acts.closeDossier, data)).toEqual({ refused: 'client.notAccepted' });
		expect(given(accepted, { kind: 'dossier.closed', data }).when(acts.closeDossier, data)).toEqual({
			refused: 'client.notAccepted',
		});
	});
});

describe('what is put off or looked back at', () => {
	test('a soft duty, for a signed reason, for one person or all', () => {
		const data = { duty: 'qc-2.07-d', reason: 'fatigue, repris lundi' };
		expect(given().when(acts.waiveDuty, data)).toEqual({ did: [{ kind: 'duty.waived', data }] });
		const one = { ...data, person: lea.person, until: NOON + DAY };
		expect(given().when(acts.waiveDuty, one)).toEqual({ did: [{ kind: 'duty.waived', data: one }] });
		expect(given().when(acts.waiveDuty, { ...data, duty: 'all' })).toEqual({ wrong: { duty: 'field.choice' } });
	});
});
