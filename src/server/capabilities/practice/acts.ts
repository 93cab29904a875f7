import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import {
	bilingualField,
	channelField,
	dayField,
	emailField,
	idField,
	instantField,
	lineField,
	phoneField,
	reasonField,
	territoryField,
} from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { PracticeEntry, PracticeFacts, PractitionerEntry, PractitionerFacts } from './facts.ts';
import { missedField, ruleFrom } from './missed.ts';

const act = actsOn<PracticeFacts, PracticeEntry>('practice');
const own = actsOn<PractitionerFacts, PractitionerEntry>('practitioner');

const whole = (min: number, max: number) =>
	z.number('field.number').int('field.number').min(min, 'field.number').max(max, 'field.number');
const urlField = z.url({ protocol: /^https?$/, error: 'field.url' });
const memberRole = z.enum(
	['practitioner', 'receptionist', 'owner', 'privacyOfficer', 'conflictsOfficer'],
	'field.choice',
);
const profile = z.object({
	name: lineField,
	senderName: lineField,
	territory: territoryField,
	address: lineField,
	phone: phoneField,
	email: emailField,
	solo: z.boolean(),
});

/** The first line of a practice's journal, and its first member, who holds every office by default. */
export const createPractice = act({
	name: 'practice.create',
	who: ['system'],
	creates: true,
	input: profile.extend({ account: idField, memberName: lineField }),
	decide: (_, { account, memberName, ...data }) => [
		{ kind: 'practice.created', data },
		{
			kind: 'member.joined',
			data: { account, name: memberName, roles: ['owner', 'practitioner', 'privacyOfficer', 'conflictsOfficer'] },
		},
	],
});

/** Change how the practice presents itself. */
export const describePractice = act({
	name: 'practice.describe',
	who: ['owner'],
	input: profile,
	decide: (_, data) => [{ kind: 'practice.described', data }],
});

const isLastOwner = ({ members }: PracticeFacts, account: string): boolean => {
	const owners = Object.values(members).filter((m) => m.roles.includes('owner'));
	return owners.length === 1 && owners[0]?.account === account;
};

/** Somebody starts working here, or changes roles; their account was made by an invitation they claimed. */
export const joinMember = act({
	name: 'member.join',
	who: ['system', 'owner'],
	input: z.object({ account: idField, name: lineField, roles: z.array(memberRole).min(1, 'field.required') }),
	decide: (mine, data) =>
		isLastOwner(mine.joint, data.account) && !data.roles.includes('owner')
			? refuse('member.lastOwner')
			: [{ kind: 'member.joined', data }],
});

/** Somebody no longer works here; the last owner cannot leave. */
export const leaveMember = act({
	name: 'member.leave',
	who: ['owner'],
	input: z.object({ account: idField }),
	decide(mine, { account }) {
		if (!mine.joint.members[account]) return refuse('member.unknown');
		if (isLastOwner(mine.joint, account)) return refuse('member.lastOwner');
		return [{ kind: 'member.left', data: { account } }];
	},
});

/** List a tool used with clients (def-nb-technology). */
export const registerTool = act({
	name: 'tool.register',
	who: ['owner', 'practitioner', 'system'],
	input: z.object({ id: idField, name: lineField, channel: channelField, socialNetwork: z.boolean() }),
	decide: (_, data) => [{ kind: 'tool.registered', data }],
});

/** Say whether a tool protects confidentiality and lets one practise to the norms (qc-annex-no-cyberintervention). */
export const assessTool = act({
	name: 'tool.assess',
	who: ['owner', 'practitioner', 'privacyOfficer', 'system'],
	input: z.object({ id: idField, confidentiality: z.boolean(), norms: z.boolean(), reason: reasonField }),
	decide: (mine, data) => (mine.joint.tools[data.id] ? [{ kind: 'tool.assessed', data }] : refuse('tool.unknown')),
});

/** A new third party: clients are told before it is used for them (qc-2.02-g). */
export const addThirdParty = act({
	name: 'thirdParty.add',
	who: ['owner', 'privacyOfficer', 'system'],
	input: z.object({ id: idField, name: lineField, purpose: bilingualField, shared: bilingualField }),
	decide: (_, data) => [{ kind: 'thirdParty.added', data }],
});

/** A third party is no longer used. */
export const removeThirdParty = act({
	name: 'thirdParty.remove',
	who: ['owner', 'privacyOfficer'],
	input: z.object({ id: idField }),
	decide: (mine, data) =>
		mine.joint.thirdParties[data.id] ? [{ kind: 'thirdParty.removed', data }] : refuse('thirdParty.unknown'),
});

/** How services are given here: fees, hours, what to do if the line drops; the clauses are filled in from it. */
export const describeService = act({
	name: 'service.describe',
	who: ['owner', 'practitioner', 'system'],
	input: z.object({
		fees: z.array(z.object({ label: bilingualField, amount: whole(0, 10_000_00) })).max(30, 'field.tooMany'),
		missed: missedField.optional(),
		replyWithin: z.object({ amount: whole(1, 60), unit: z.enum(['hour', 'businessDay'], 'field.choice') }),
		hours: bilingualField,
		cover: z.object({ name: lineField, phone: phoneField }).optional(),
		interruption: z.object({
			waitMinutes: whole(1, 60),
			whoCalls: z.enum(['practice', 'client'], 'field.choice'),
			number: phoneField,
		}),
		retentionYears: whole(1, 100),
		alternatives: z.record(territoryField, z.array(bilingualField).max(20, 'field.tooMany')),
		cards: z.object({ provider: lineField }).optional(),
		firewallAttested: z.boolean(),
	}),
	decide: (_, { cover, cards, missed, ...data }) => [
		{
			kind: 'service.described',
			data: { ...data, ...(cover && { cover }), ...(cards && { cards }), ...(missed && { missed: ruleFrom(missed) }) },
		},
	],
});

/** The regulator's coordinates were looked at today, and this is what they are (def-qc-regulator, qc-2.09-e1). */
export const verifyRegulator = act({
	name: 'regulator.verify',
	who: ['owner', 'practitioner', 'system'],
	input: z.object({
		key: z.string('field.choice').regex(/^[A-Z]{2,12}$/, 'field.choice'),
		address: lineField,
		phones: z.array(phoneField).min(1, 'field.required').max(4, 'field.tooMany'),
		email: emailField,
		site: urlField,
		verifiedOn: dayField,
		territory: territoryField.optional(),
		name: lineField.optional(),
		lookup: urlField.optional(),
	}),
	decide: (_, { territory, name, lookup, ...data }) => [
		{
			kind: 'regulator.verified',
			data: {
				...data,
				...(territory !== undefined && { territory }),
				...(name !== undefined && { name }),
				...(lookup !== undefined && { lookup }),
			},
		},
	],
});

/** The workplace's own rule on clients in another territory (qc-7.01-b). */
export const ruleCrossBorder = act({
	name: 'workplace.rule',
	who: ['owner', 'system'],
	input: z.object({ rule: z.enum(['allowed', 'byApproval', 'no'], 'field.choice') }),
	decide: (_, data) => [{ kind: 'workplace.ruled', data }],
});

const person = z.object({
	name: lineField,
	title: lineField,
	order: z.enum(['OTSTCFQ', 'ATSNB'], 'field.choice'),
	territory: territoryField,
	address: lineField,
	phone: phoneField,
	email: emailField,
	office: z.boolean(),
});

/**
 * The first line of a practitioner's own journal: identity, title, order, where they can be reached. Somebody who joins a
 * practice opens their own, and nobody else's.
 */
export const registerPractitioner = own({
	name: 'practitioner.register',
	who: ['system', 'owner', 'practitioner'],
	creates: true,
	input: person,
	decide: (_, data, { actor, roles, journal }) =>
		actor.system || roles.includes('owner') || actor.account === journal.id
			? [{ kind: 'practitioner.registered', data }]
			: refuse('act.notYours'),
});

/** Change name, title or where one can be reached. */
export const describePractitioner = own({
	name: 'practitioner.describe',
	who: ['practitioner'],
	input: person,
	decide: (_, data) => [{ kind: 'practitioner.described', data }],
});

/** A permit or registration, with its territory and its end (def-qc-regulated, nb-4-e). */
export const recordPermit = own({
	name: 'permit.record',
	who: ['practitioner', 'owner', 'system'],
	input: z
		.object({
			id: idField,
			territory: territoryField,
			regulator: lineField,
			number: lineField,
			from: dayField,
			until: dayField,
		})
		.refine((p) => p.from < p.until, { path: ['until'], message: 'field.endBeforeStart' }),
	decide: (_, data) => [{ kind: 'permit.recorded', data }],
});

/** A permit ends before its date: struck off, not renewed, given up. */
export const endPermit = own({
	name: 'permit.end',
	who: ['practitioner', 'owner'],
	input: z.object({ id: idField, until: dayField }),
	decide: (mine, data) =>
		mine.joint.permits.some((p) => p.id === data.id) ? [{ kind: 'permit.ended', data }] : refuse('permit.unknown'),
});

/** Training on a tool, with its proof (qc-1.01-a). */
export const recordTraining = own({
	name: 'training.record',
	who: ['practitioner', 'system'],
	input: z.object({
		channel: channelField,
		title: lineField,
		provider: lineField,
		on: dayField,
		hours: z.number('field.number').min(0, 'field.number').max(2000, 'field.number'),
		proof: z.boolean(),
	}),
	decide: (_, data) => [{ kind: 'training.recorded', data }],
});

/** A signed plan, with a date, stands in for training or a drill until then (qc-1.01-a, nb-2-a). */
export const planTraining = own({
	name: 'training.plan',
	who: ['practitioner'],
	input: z.object({ channel: channelField, plan: reasonField, by: dayField }),
	decide: (_, data) => [{ kind: 'training.planned', data }],
});

/** The practical drill of a channel: let in, mute, remove, fall back, end (nb-2-a). */
export const passDrill = own({
	name: 'drill.pass',
	who: ['practitioner', 'system'],
	input: z.object({
		channel: channelField,
		steps: z.array(z.enum(['admit', 'mute', 'remove', 'fallback', 'end'], 'field.choice')),
	}),
	decide: (_, { channel, steps }) =>
		new Set(steps).size === 5 ? [{ kind: 'drill.passed', data: { channel } }] : refuse('drill.incomplete'),
});

/** The risks of a channel, read (nb-intro-c). */
export const readRisks = own({
	name: 'risk.read',
	who: ['practitioner', 'system'],
	input: z.object({ channel: channelField }),
	decide: (_, data) => [{ kind: 'riskModule.read', data }],
});

/** Start using a channel with clients; the telephone is never switched off by a gate. */
export const enableChannel = own({
	name: 'channel.enable',
	who: ['practitioner', 'system'],
	input: z.object({ channel: channelField }),
	focus: ({ channel }) => ({ channel }),
	gates: (_, { channel }) => (channel === 'telephone' ? [] : ['channel.enable']),
	decide: (_, data) => [{ kind: 'channel.enabled', data }],
});

/** Stop using a channel. */
export const disableChannel = own({
	name: 'channel.disable',
	who: ['practitioner'],
	input: z.object({ channel: channelField }),
	decide: (_, data) => [{ kind: 'channel.disabled', data }],
});

const waiver = z.object({
	duty: z.string().regex(/^(qc|nb|def)-[a-z0-9.-]{1,40}$/, 'field.choice'),
	reason: reasonField,
	until: instantField,
});

/** A soft duty of the practitioner's own is put off, for a signed reason and to a date. */
export const waiveOwnDuty = own({
	name: 'practitioner.waive',
	who: ['practitioner'],
	input: waiver,
	decide: (_, data) => [{ kind: 'duty.waived', data }],
});

/** A soft duty of the practice is put off, for a signed reason and to a date. */
export const waivePracticeDuty = act({
	name: 'practice.waive',
	who: ['owner'],
	input: waiver,
	decide: (_, data) => [{ kind: 'duty.waived', data }],
});

/** Approve a line that asks for no name, as a service: why, what it cannot do, when it answers, and who does (nb-5-i). */
export const approveAnonymousLine = act({
	name: 'anonymousLine.approve',
	who: ['owner'],
	input: z.object({ reason: reasonField, limits: bilingualField, hours: bilingualField, practitioner: idField }),
	decide: (mine, data) =>
		mine.joint.members[data.practitioner]?.roles.includes('practitioner')
			? [{ kind: 'anonymousLine.approved', data }]
			: refuse('member.unknown'),
});

/** Close that line: nobody new calls without a name; files that are open stay. */
export const closeAnonymousLine = act({
	name: 'anonymousLine.close',
	who: ['owner'],
	input: z.object({}),
	decide: (mine) =>
		mine.joint.anonymousLine ? [{ kind: 'anonymousLine.closed', data: {} }] : refuse('anonymousLine.none'),
});

/** A device one signed in from for the first time: it is on the register from then on (nb-6-l). */
export const addDevice = own({
	name: 'device.add',
	who: ['system'],
	input: z.object({ id: idField }),
	decide: (mine, data) => (mine.joint.devices[data.id] ? refuse('device.known') : [{ kind: 'device.added', data }]),
});

/** What one attests of a device one works on: its screen locks, what it keeps is encrypted (nb-6-l). */
export const attestDevice = own({
	name: 'device.attest',
	who: ['practitioner'],
	input: z.object({ id: idField, locked: z.boolean('field.required'), encrypted: z.boolean('field.required') }),
	decide: (mine, data) =>
		mine.joint.devices[data.id]?.revoked ? refuse('device.revoked') : [{ kind: 'device.attested', data }],
});

/** A device is lost, stolen or given away: what was open on it is closed (nb-6-l). */
export const revokeDevice = own({
	name: 'device.revoke',
	who: ['practitioner'],
	input: z.object({ id: idField }),
	decide: (mine, data) =>
		mine.joint.devices[data.id]?.revoked ? refuse('device.revoked') : [{ kind: 'device.revoked', data }],
});
