import { describe, expect, test } from 'vitest';
import { bench, bySystem, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type PractitionerEntry, type PractitionerFacts, practitionerFold } from './facts.ts';

const practitioner = bench<PractitionerFacts, PractitionerEntry>(practitionerFold);

describe('a practitioner', () => {
	const person = {
		name: 'Marie',
		title: 'travailleuse sociale',
		order: 'OTSTCFQ',
		territory: 'QC',
		address: '210, rue du Port',
		phone: '418 555-0123',
		email: 'marie@phare.example',
		office: true,
	} as const;
	test('begins with a profile, and can change it', () => {
		const did = [{ kind: 'practitioner.registered', data: person }];
		expect(practitioner.given().when(acts.registerPractitioner, person, bySystem)).toEqual({ did });
		const moved = { ...person, office: false };
		expect(practitioner.given().when(acts.describePractitioner, moved)).toEqual({
			did: [{ kind: 'practitioner.described', data: moved }],
		});
	});
	test('opens their own journal, and only an owner opens another’s', () => {
		const did = [{ kind: 'practitioner.registered', data: person }];
		const myself = { actor: { account: uid(100), assurance: 'passkey' } } as const;
		expect(practitioner.given().when(acts.registerPractitioner, person, myself)).toEqual({ did });
		expect(practitioner.given().when(acts.registerPractitioner, person)).toEqual({ refused: 'act.notYours' });
		expect(practitioner.given().when(acts.registerPractitioner, person, { roles: ['owner'] })).toEqual({ did });
	});
	test('belongs to one of the two orders', () => {
		expect(practitioner.given().when(acts.registerPractitioner, { ...person, order: 'OPQ' })).toEqual({
			wrong: { order: 'field.choice' },
		});
	});
});

describe('[def-qc-regulated] a permit', () => {
	const permit = {
		id: uid(41),
		territory: 'QC',
		regulator: 'OTSTCFQ',
		number: '12345-T',
		from: '2026-04-01',
		until: '2027-04-01',
	};
	const recorded = { kind: 'permit.recorded', data: permit } as const;
	test('is recorded with its dates, and replaced under the same id', () => {
		expect(practitioner.given().when(acts.recordPermit, permit)).toEqual({ did: [recorded] });
		const { facts } = practitioner.given(recorded, {
			kind: 'permit.recorded',
			data: { ...permit, until: '2028-04-01' },
		});
		expect(facts.joint.permits.map((p) => p.until)).toEqual(['2028-04-01']);
	});
	test('cannot end before it starts, nor on a day that does not exist', () => {
		expect(practitioner.given().when(acts.recordPermit, { ...permit, until: '2026-04-01' })).toEqual({
			wrong: { until: 'field.endBeforeStart' },
		});
		expect(practitioner.given().when(acts.recordPermit, { ...permit, until: '2027-02-30' })).toEqual({
			wrong: { until: 'field.day' },
		});
	});
	test('ends early', () => {
		const ended = { id: permit.id, until: '2026-11-22' };
		expect(practitioner.given(recorded).when(acts.endPermit, ended)).toEqual({
			did: [{ kind: 'permit.ended', data: ended }],
		});
		expect(practitioner.given(recorded, { kind: 'permit.ended', data: ended }).facts.joint.permits[0]?.until).toBe(
			'2026-11-22',
		);
		expect(practitioner.given().when(acts.endPermit, ended)).toEqual({ refused: 'permit.unknown' });
		expect(practitioner.given(recorded).when(acts.endPermit, { ...ended, until: 'demain' })).toEqual({
			wrong: { until: 'field.day' },
		});
	});
});

describe('a channel', () => {
	const training = {
		channel: 'video',
		title: 'Télépratique',
		provider: 'Ordre',
		on: '2026-05-01',
		hours: 3.5,
		proof: true,
	};
	test('[qc-1.01-a] is trained for, with proof', () => {
		expect(practitioner.given().when(acts.recordTraining, training)).toEqual({
			did: [{ kind: 'training.recorded', data: training }],
		});
		expect(practitioner.given().when(acts.recordTraining, { ...training, hours: -1 })).toEqual({
			wrong: { hours: 'field.number' },
		});
	});
	test('[qc-1.01-a] may wait on a signed plan with a date', () => {
		const plan = { channel: 'chat', plan: 'formation en janvier', by: '2027-01-31' };
		expect(practitioner.given().when(acts.planTraining, plan)).toEqual({
			did: [{ kind: 'training.planned', data: plan }],
		});
		expect(practitioner.given().when(acts.planTraining, { ...plan, plan: '' })).toEqual({
			wrong: { plan: 'field.reason' },
		});
	});
	const steps = ['admit', 'mute', 'remove', 'fallback', 'end'];
	test('[nb-2-a] is drilled in all five steps', () => {
		expect(practitioner.given().when(acts.passDrill, { channel: 'video', steps })).toEqual({
			did: [{ kind: 'drill.passed', data: { channel: 'video' } }],
		});
		expect(practitioner.given().when(acts.passDrill, { channel: 'video', steps: [...steps.slice(1), 'mute'] })).toEqual(
			{ refused: 'drill.incomplete' },
		);
		expect(practitioner.given().when(acts.passDrill, { channel: 'video', steps: ['dance'] })).toEqual({
			wrong: { 'steps.0': 'field.choice' },
		});
	});
	test('[nb-intro-c] has risks that are read', () => {
		expect(practitioner.given().when(acts.readRisks, { channel: 'chat' })).toEqual({
			did: [{ kind: 'riskModule.read', data: { channel: 'chat' } }],
		});
	});
	test('is switched on and off', () => {
		expect(practitioner.given().when(acts.enableChannel, { channel: 'video' })).toEqual({
			did: [{ kind: 'channel.enabled', data: { channel: 'video' } }],
		});
		expect(practitioner.given().when(acts.disableChannel, { channel: 'video' })).toEqual({
			did: [{ kind: 'channel.disabled', data: { channel: 'video' } }],
		});
		const on = { kind: 'channel.enabled', data: { channel: 'video' } } as const;
		expect(
			practitioner.given(on, { kind: 'channel.disabled', data: { channel: 'video' } }).facts.joint.channels,
		).toEqual({});
	});
	test('is judged before it is switched on; the telephone never is', () => {
		expect(practitioner.given().asks(acts.enableChannel, { channel: 'chat' })).toEqual({
			gates: ['channel.enable'],
			focus: { channel: 'chat' },
		});
		expect(practitioner.given().asks(acts.enableChannel, { channel: 'telephone' }).gates).toEqual([]);
	});
});

test('a soft duty of one’s own is put off for a reason and to a date', () => {
	const waiver = { duty: 'qc-1.01-a', reason: 'formation déjà réservée', until: Date.UTC(2027, 0, 31) };
	expect(practitioner.given().when(acts.waiveOwnDuty, waiver)).toEqual({
		did: [{ kind: 'duty.waived', data: waiver }],
	});
	expect(practitioner.given().when(acts.waiveOwnDuty, { ...waiver, duty: 'toutes' })).toEqual({
		wrong: { duty: 'field.choice' },
	});
	expect(practitioner.given().when(acts.waiveOwnDuty, { ...waiver, until: 'demain' })).toEqual({
		wrong: { until: 'field.instant' },
	});
});

describe('[nb-6-l] a device one works on', () => {
	const id = uid(45);
	const told = { id, locked: true, encrypted: true };
	const added = { kind: 'device.added', data: { id } } as const;
	const revoked = { kind: 'device.revoked', data: { id } } as const;
	test('is on the register once, from the first time one signs in on it', () => {
		expect(practitioner.given().when(acts.addDevice, { id }, bySystem)).toEqual({ did: [added] });
		expect(practitioner.given(added).when(acts.addDevice, { id }, bySystem)).toEqual({ refused: 'device.known' });
		expect(practitioner.given().when(acts.addDevice, { id: 'ce téléphone' }, bySystem)).toEqual({
			wrong: { id: 'field.id' },
		});
	});
	test('is said to lock its screen and to encrypt what it keeps, or not', () => {
		expect(practitioner.given(added).when(acts.attestDevice, told)).toEqual({
			did: [{ kind: 'device.attested', data: told }],
		});
		expect(practitioner.given(added, { kind: 'device.attested', data: told }).facts.joint.devices[id]).toMatchObject({
			locked: true,
			encrypted: true,
		});
		expect(practitioner.given(added).when(acts.attestDevice, { id, locked: true })).toEqual({
			wrong: { encrypted: 'field.required' },
		});
	});
	test('is revoked once, and nothing is said of it any more', () => {
		expect(practitioner.given(added).when(acts.revokeDevice, { id })).toEqual({ did: [revoked] });
		expect(practitioner.given(revoked).when(acts.revokeDevice, { id })).toEqual({ refused: 'device.revoked' });
		expect(practitioner.given(revoked).when(acts.attestDevice, told)).toEqual({ refused: 'device.revoked' });
		expect(practitioner.given().when(acts.revokeDevice, {})).toEqual({ wrong: { id: 'field.id' } });
	});
});
