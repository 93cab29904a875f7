import { describe, expect, test } from 'vitest';
import { bench, lea, marie, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { type PracticeEntry, type PracticeFacts, practiceFold } from './facts.ts';

const practice = bench<PracticeFacts, PracticeEntry>(practiceFold);

const profile = {
	name: 'Le Phare',
	senderName: 'Le 210',
	territory: 'QC',
	address: '210, rue du Port, Rimouski',
	phone: '418 555-0123',
	email: 'bonjour@phare.example',
	solo: true,
};
const joined = (account: string, ...roles: readonly ('owner' | 'practitioner' | 'receptionist')[]) =>
	({ kind: 'member.joined', data: { account, name: 'Marie', roles } }) as const;
const tool = { id: uid(31), name: 'Salle Balise', channel: 'video', socialNetwork: false } as const;
const both = (fr: string, en: string) => ({ fr, en });
const host = {
	id: uid(32),
	name: 'Hébergeur',
	purpose: both('héberger', 'host'),
	shared: both('le dossier scellé', 'the sealed file'),
};

describe('a practice', () => {
	test('begins with its profile and its first member, who holds every office', () => {
		expect(practice.given().when(acts.createPractice, { ...profile, account: marie, memberName: 'Marie' })).toEqual({
			did: [
				{ kind: 'practice.created', data: profile },
				{
					kind: 'member.joined',
					data: {
						account: marie,
						name: 'Marie',
						roles: ['owner', 'practitioner', 'privacyOfficer', 'conflictsOfficer'],
					},
				},
			],
		});
	});
	test('can be described anew', () => {
		const data = { ...profile, name: 'Le Phare de Rimouski' };
		expect(practice.given({ kind: 'practice.created', data: profile }).when(acts.describePractice, data)).toEqual({
			did: [{ kind: 'practice.described', data }],
		});
		expect(
			practice.given({ kind: 'practice.created', data: profile }, { kind: 'practice.described', data }).facts.joint
				.profile,
		).toEqual(data);
	});
	test.each([
		[{ email: 'phare' }, { email: 'field.email' }],
		[{ phone: 'allô' }, { phone: 'field.phone' }],
		[{ territory: 'Québec' }, { territory: 'field.territory' }],
		[{ name: '  ' }, { name: 'field.required' }],
		[{ address: 'a\nb' }, { address: 'field.control' }],
		[{ senderName: 'x'.repeat(201) }, { senderName: 'field.tooLong' }],
	])('is not described by %j', (wrong, fields) => {
		expect(practice.given().when(acts.describePractice, { ...profile, ...wrong })).toEqual({ wrong: fields });
	});
});

describe('who works here', () => {
	const desk = { account: lea.account, name: 'Ovila', roles: ['receptionist'] };
	test('somebody joins', () => {
		expect(practice.given(joined(marie, 'owner')).when(acts.joinMember, desk)).toEqual({
			did: [{ kind: 'member.joined', data: desk }],
		});
	});
	test('nobody joins as nothing, or as the system', () => {
		expect(practice.given().when(acts.joinMember, { ...desk, roles: [] })).toEqual({
			wrong: { roles: 'field.required' },
		});
		expect(practice.given().when(acts.joinMember, { ...desk, roles: ['system'] })).toEqual({
			wrong: { 'roles.0': 'field.choice' },
		});
	});
	test('an owner among two may become something else, the last one may not', () => {
		const other = { ...desk, account: marie };
		expect(practice.given(joined(marie, 'owner'), joined(lea.account, 'owner')).when(acts.joinMember, other)).toEqual({
			did: [{ kind: 'member.joined', data: other }],
		});
		expect(practice.given(joined(marie, 'owner')).when(acts.joinMember, other)).toEqual({
			refused: 'member.lastOwner',
		});
	});
	test('somebody leaves', () => {
		const here = practice.given(joined(marie, 'owner'), joined(lea.account, 'receptionist'));
		expect(here.when(acts.leaveMember, { account: lea.account })).toEqual({
			did: [{ kind: 'member.left', data: { account: lea.account } }],
		});
		const after = practice.given(joined(marie, 'owner'), joined(lea.account, 'receptionist'), {
			kind: 'member.left',
			data: { account: lea.account },
		});
		expect(Object.keys(after.facts.joint.members)).toEqual([marie]);
	});
	test('somebody who does not work here cannot leave, nor the last owner', () => {
		const here = practice.given(joined(marie, 'owner'), joined(lea.account, 'practitioner'));
		expect(here.when(acts.leaveMember, { account: uid(98) })).toEqual({ refused: 'member.unknown' });
		expect(here.when(acts.leaveMember, { account: marie })).toEqual({ refused: 'member.lastOwner' });
		expect(here.when(acts.leaveMember, { account: 'marie' })).toEqual({ wrong: { account: 'field.id' } });
	});
});

describe('tools', () => {
	test('[def-nb-technology] a tool is listed, then assessed', () => {
		expect(practice.given().when(acts.registerTool, tool)).toEqual({ did: [{ kind: 'tool.registered', data: tool }] });
		const data = { id: tool.id, confidentiality: true, norms: true, reason: 'chiffré de bout en bout' };
		const listed = practice.given({ kind: 'tool.registered', data: tool });
		expect(listed.when(acts.assessTool, data)).toEqual({ did: [{ kind: 'tool.assessed', data }] });
		const assessed = practice.given({ kind: 'tool.registered', data: tool }, { kind: 'tool.assessed', data });
		expect(assessed.facts.joint.tools[tool.id]?.assessed).toMatchObject({ confidentiality: true, norms: true });
	});
	test('a tool that is not listed is not assessed', () => {
		expect(
			practice.given().when(acts.assessTool, { id: tool.id, confidentiality: true, norms: true, reason: 'sûr' }),
		).toEqual({ refused: 'tool.unknown' });
	});
	test('a tool has a channel, and an assessment a reason', () => {
		expect(practice.given().when(acts.registerTool, { ...tool, channel: 'fax' })).toEqual({
			wrong: { channel: 'field.choice' },
		});
		expect(
			practice.given().when(acts.assessTool, { id: tool.id, confidentiality: true, norms: true, reason: 'ok' }),
		).toEqual({ wrong: { reason: 'field.reason' } });
	});
	test('a tool that is listed again is to be assessed again', () => {
		const data = { id: tool.id, confidentiality: true, norms: true, reason: 'sûr' };
		const again = practice.given(
			{ kind: 'tool.registered', data: tool },
			{ kind: 'tool.assessed', data },
			{ kind: 'tool.registered', data: tool },
		);
		expect(again.facts.joint.tools[tool.id]?.assessed).toBeUndefined();
	});
});

describe('[nb-5-i] a line that asks for no name', () => {
	const line = {
		reason: 'Au village, un nom ferait taire.',
		limits: both('Pas de nuit', 'Not at night'),
		hours: both('le soir', 'evenings'),
		practitioner: marie,
	};
	const approved = { kind: 'anonymousLine.approved', data: line } as const;
	test('is approved in advance, with its reason, its limits and who answers', () => {
		expect(practice.given(joined(marie, 'practitioner')).when(acts.approveAnonymousLine, line)).toEqual({
			did: [approved],
		});
		expect(practice.given(approved).facts.joint.anonymousLine).toMatchObject({ practitioner: marie });
		expect(practice.given(joined(marie, 'receptionist')).when(acts.approveAnonymousLine, line)).toEqual({
			refused: 'member.unknown',
		});
		expect(practice.given().when(acts.approveAnonymousLine, { ...line, reason: '' })).toEqual({
			wrong: { reason: 'field.reason' },
		});
	});
	test('closes, once', () => {
		const closed = { kind: 'anonymousLine.closed', data: {} } as const;
		expect(practice.given(approved).when(acts.closeAnonymousLine, {})).toEqual({ did: [closed] });
		expect(practice.given(approved, closed).facts.joint.anonymousLine).toBeUndefined();
		expect(practice.given().when(acts.closeAnonymousLine, {})).toEqual({ refused: 'anonymousLine.none' });
	});
});

describe('third parties', () => {
	test('[qc-2.02-g] one that is added makes a new version to tell clients of; one that leaves does not', () => {
		expect(practice.given().when(acts.addThirdParty, host)).toEqual({
			did: [{ kind: 'thirdParty.added', data: host }],
		});
		const { facts } = practice.given(
			{ kind: 'thirdParty.added', data: host },
			{ kind: 'thirdParty.removed', data: { id: host.id } },
		);
		expect(facts.joint).toMatchObject({ thirdParties: {}, thirdPartiesVersion: 1 });
	});
	test('one that is not there is not removed', () => {
		expect(practice.given().when(acts.removeThirdParty, { id: host.id })).toEqual({ refused: 'thirdParty.unknown' });
		const here = practice.given({ kind: 'thirdParty.added', data: host });
		expect(here.when(acts.removeThirdParty, { id: host.id })).toEqual({
			did: [{ kind: 'thirdParty.removed', data: { id: host.id } }],
		});
	});
	test('is said in both languages', () => {
		expect(practice.given().when(acts.addThirdParty, { ...host, purpose: { fr: 'héberger' } })).toEqual({
			wrong: { 'purpose.en': 'field.line' },
		});
	});
});

describe('how services are given here', () => {
	const terms = {
		fees: [{ label: both('Séance', 'Session'), amount: 125_00 }],
		replyWithin: { amount: 2, unit: 'businessDay' },
		hours: both('du lundi au vendredi', 'Monday to Friday'),
		interruption: { waitMinutes: 5, whoCalls: 'practice', number: '418 555-0123' },
		retentionYears: 5,
		alternatives: { QC: [both('Info-Social 811', 'Info-Social 811')] },
		firewallAttested: true,
	};
	test('is described, with or without cover and cards', () => {
		expect(practice.given().when(acts.describeService, terms)).toEqual({
			did: [{ kind: 'service.described', data: terms }],
		});
		const more = { ...terms, cover: { name: 'Ovila', phone: '418 555-0199' }, cards: { provider: 'Paiements' } };
		expect(practice.given().when(acts.describeService, more)).toEqual({
			did: [{ kind: 'service.described', data: more }],
		});
	});
	test.each([
		[{ fees: [{ label: both('Séance', 'Session'), amount: 12.5 }] }, { 'fees.0.amount': 'field.number' }],
		[{ retentionYears: 0 }, { retentionYears: 'field.number' }],
		[{ interruption: { ...terms.interruption, waitMinutes: 61 } }, { 'interruption.waitMinutes': 'field.number' }],
		[{ replyWithin: { amount: 1, unit: 'year' } }, { 'replyWithin.unit': 'field.choice' }],
		[{ fees: Array.from({ length: 31 }, () => terms.fees[0]) }, { fees: 'field.tooMany' }],
	])('is not described by %j', (wrong, fields) => {
		expect(practice.given().when(acts.describeService, { ...terms, ...wrong })).toEqual({ wrong: fields });
	});
});

test('[qc-7.01-b] the workplace says its rule on clients elsewhere', () => {
	expect(practice.given().when(acts.ruleCrossBorder, { rule: 'byApproval' })).toEqual({
		did: [{ kind: 'workplace.ruled', data: { rule: 'byApproval' } }],
	});
	expect(practice.given().when(acts.ruleCrossBorder, { rule: 'maybe' })).toEqual({ wrong: { rule: 'field.choice' } });
	expect(practice.given({ kind: 'workplace.ruled', data: { rule: 'no' } }).facts.joint.crossBorder?.rule).toBe('no');
});

test('[def-qc-regulator] the regulator’s coordinates are looked at and dated', () => {
	const data = {
		key: 'OTSTCFQ',
		address: '255, boulevard Crémazie',
		phones: ['514 731-3925'],
		email: 'info@ordre.example',
		site: 'https://ordre.example',
		verifiedOn: '2026-11-22',
	};
	expect(practice.given().when(acts.verifyRegulator, data)).toEqual({ did: [{ kind: 'regulator.verified', data }] });
	expect(practice.given().when(acts.verifyRegulator, { ...data, site: 'javascript:alert(1)' })).toEqual({
		wrong: { site: 'field.url' },
	});
	expect(practice.given().when(acts.verifyRegulator, { ...data, phones: [] })).toEqual({
		wrong: { phones: 'field.required' },
	});
});

test('a soft duty of the practice is put off for a reason and to a date', () => {
	const waiver = { duty: 'nb-2-j', reason: 'texte en révision', until: Date.UTC(2027, 0, 31) };
	expect(practice.given().when(acts.waivePracticeDuty, waiver)).toEqual({
		did: [{ kind: 'duty.waived', data: waiver }],
	});
	expect(practice.given().when(acts.waivePracticeDuty, { ...waiver, reason: ' ' })).toEqual({
		wrong: { reason: 'field.reason' },
	});
	expect(practice.given().when(acts.waivePracticeDuty, { ...waiver, until: undefined })).toEqual({
		wrong: { until: 'field.instant' },
	});
});
