import { z } from 'zod';
import { sliceOf } from '#server/journal/facts.ts';
import type { Model, Row } from '#server/journal/world.ts';
import { type AnyAct, actsOn } from '#server/kernel/act.ts';
import { foldOf } from '#server/kernel/capability.ts';
import { beneficiaries, type Dossier, type DossierEntry, foldDossier, noDossier } from '#server/kernel/dossier.ts';
import { type Entry, type Evidence, proofOf, type Role } from '#server/kernel/entry.ts';
import type { Of } from '#server/kernel/journal.ts';
import { type Refusal, refuse, type UnmetDuty } from '#server/kernel/refusal.ts';
import { mend } from '#server/kernel/verdict.ts';

/** What a part of the toy dossier remembers. */
export interface Care {
	readonly consent?: Evidence;
	readonly open: readonly string[];
	readonly opened: number;
	readonly said: number;
	readonly last?: string;
	/** What an odd line looked like when it was folded: dates and nothings do not survive JSON. */
	readonly strange?: string;
}
type CareEntry =
	| Entry<'consent.given', { means: string }>
	| Entry<'consent.withdrawn', object>
	| Entry<'session.opened', { id: string }>
	| Entry<'session.closed', { id: string; why: string }>
	| Entry<'message.sent', { text: string; answers?: string }>
	| Entry<'strange.noted', { when: unknown; nothing: unknown; number: number }>
	| Entry<'meeting.booked', { id: string; practitioner: string; start: number; end: number }>
	| Entry<'meeting.cancelled', { id: string; practitioner: string; start: number; end: number }>;
interface House {
	readonly members: Readonly<Record<string, readonly Role[]>>;
	readonly closed: number;
	readonly bells: number;
}
type HouseEntry =
	| Entry<'member.added', { account: string; roles: readonly Role[] }>
	| Entry<'register.noted', { dossier: string }>
	| Entry<'bell.rung', object>;
interface Permit {
	readonly until?: number;
}
/** What the toy norms look at. */
export interface ToyFacts {
	readonly dossier: Dossier | undefined;
	readonly care: Of<Care> | undefined;
	readonly permit: Permit | undefined;
	readonly house: House;
}

const noCare: Care = { open: [], opened: 0, said: 0 };
const noHouse: House = { members: {}, closed: 0, bells: 0 };

function foldCare(care: Care, e: CareEntry): Care {
	switch (e.kind) {
		case 'consent.given':
			return { ...care, consent: proofOf(e) };
		case 'consent.withdrawn': {
			const { consent: _, ...rest } = care;
			return rest;
		}
		case 'session.opened':
			return { ...care, open: [...care.open, e.data.id], opened: care.opened + 1 };
		case 'session.closed':
			return { ...care, open: care.open.filter((id) => id !== e.data.id) };
		case 'message.sent':
			return { ...care, said: care.said + 1, last: e.data.text.slice(0, 20) };
		case 'strange.noted':
			return { ...care, strange: `${typeof e.data.when} ${Object.keys(e.data)} ${e.data.number}` };
		case 'meeting.booked':
		case 'meeting.cancelled':
			return care;
	}
	return care;
}

function foldHouse(house: House, e: HouseEntry): House {
	switch (e.kind) {
		case 'member.added':
			return { ...house, members: { ...house.members, [e.data.account]: e.data.roles } };
		case 'register.noted':
			return { ...house, closed: house.closed + 1 };
		case 'bell.rung':
			return { ...house, bells: house.bells + 1 };
	}
	return house;
}

const onDossier = actsOn<Dossier, DossierEntry>('dossier');
const onCare = actsOn<Care, CareEntry | HouseEntry>('dossier');
const onHouse = actsOn<House, HouseEntry | CareEntry>('practice');
const onPermit = actsOn<Permit, Entry<'permit.declared', { until: number }>>('practitioner');
const slot = { practitioner: z.uuid(), start: z.number(), end: z.number() };

const acts = {
	dossier: [
		onDossier({
			name: 'dossier.open',
			who: ['practitioner'],
			creates: true,
			input: z.object({ label: z.string(), practitioner: z.uuid(), refuse: z.boolean().optional() }),
			gates: () => ['dossier.open'],
			focus: ({ label }) => ({ subject: label }),
			decide: (_, { label, practitioner, refuse: no }) =>
				no ? refuse('toy.no') : [{ kind: 'dossier.opened', data: { kind: 'couple', label, practitioner } }],
		}),
		actsOn<Dossier, DossierEntry | CareEntry>('dossier')({
			name: 'dossier.openAndBook',
			who: ['practitioner'],
			creates: true,
			input: z.object({ label: z.string(), practitioner: z.uuid(), book: z.object({ id: z.uuid(), ...slot }) }),
			decide: (_, { label, practitioner, book }) => [
				{ kind: 'dossier.opened', data: { kind: 'couple', label, practitioner } },
				{ kind: 'meeting.booked', data: book },
			],
		}),
		onDossier({
			name: 'person.add',
			who: ['practitioner'],
			input: z.object({
				id: z.uuid(),
				name: z.string(),
				account: z.uuid().optional(),
				role: z.enum(['beneficiary', 'representative']).default('beneficiary'),
			}),
			decide: (_, { id, name, account, role }) => [
				{ kind: 'person.added', data: { id, name, language: 'fr', roles: [role] } },
				...(account ? [{ kind: 'person.linked' as const, data: { id, account } }] : []),
			],
		}),
		onDossier({
			name: 'representative.name',
			who: ['practitioner'],
			input: z.object({ of: z.uuid(), by: z.uuid(), until: z.number().optional() }),
			decide: (_, { of, by, until }) => [
				{
					kind: 'representative.named',
					data: { of, by, authority: 'tutor', proofSeen: true, ...(until !== undefined && { until }) },
				},
			],
		}),
		onDossier({
			name: 'person.leave',
			who: ['client'],
			input: z.object({ person: z.uuid() }),
			speaksFor: ({ person }) => person,
			decide: (_, { person }) => [{ kind: 'person.left', data: { id: person } }],
		}),
	],
	care: [
		onCare({
			name: 'consent.give',
			who: ['client', 'representative', 'practitioner'],
			input: z.object({ person: z.uuid(), means: z.enum(['signature', 'oral', 'paper']) }),
			speaksFor: ({ person }) => person,
			means: ({ means }) => means,
			decide: (_, { person, means }) => [{ kind: 'consent.given', part: person, data: { means } }],
		}),
		onCare({
			name: 'consent.withdraw',
			who: ['client', 'representative'],
			input: z.object({ person: z.uuid() }),
			speaksFor: ({ person }) => person,
			decide: (mine, { person }) =>
				mine.of(person).consent ? [{ kind: 'consent.withdrawn', part: person, data: {} }] : refuse('consent.none'),
		}),
		onCare({
			name: 'session.open',
			who: ['practitioner'],
			safety: true,
			input: z.object({ id: z.uuid() }),
			decide: (_, { id }) => [{ kind: 'session.opened', data: { id } }],
		}),
		onCare({
			name: 'message.send',
			who: ['practitioner', 'client', 'representative'],
			input: z.object({ part: z.string(), text: z.string().max(4000), answers: z.number().optional() }),
			about: ({ answers }) => answers,
			decide: (_, { part, text }, { about }) => {
				const answers = about ? { answers: JSON.stringify(about.data) } : {};
				return [{ kind: 'message.sent', part, data: { text, ...answers } }];
			},
		}),
		onCare({
			name: 'strange.note',
			who: ['practitioner'],
			input: z.object({}),
			decide: (_, __, { now }) => [
				{ kind: 'strange.noted', data: { when: new Date(now), nothing: undefined, number: Number.NaN } },
			],
		}),
		onCare({
			name: 'bell.ring',
			who: ['practitioner'],
			input: z.object({}),
			decide: () => [{ kind: 'bell.rung', data: {} }],
		}),
		onCare({
			name: 'meeting.book',
			who: ['practitioner', 'receptionist'],
			desk: true,
			input: z.object({ id: z.uuid(), ...slot }),
			decide: (_, meeting) => [{ kind: 'meeting.booked', data: meeting }],
		}),
		onCare({
			name: 'meeting.cancel',
			who: ['practitioner'],
			input: z.object({ id: z.uuid(), ...slot }),
			decide: (_, meeting) => [{ kind: 'meeting.cancelled', data: meeting }],
		}),
		onCare({
			name: 'message.copy',
			who: ['practitioner', 'client'],
			input: z.object({ to: z.string(), text: z.string() }),
			journals: ({ to }) => [{ kind: 'dossier', id: to }],
			decide: (_, { to, text }) => [{ kind: 'message.sent', data: { text }, in: { kind: 'dossier', id: to } }],
		}),
	],
	house: [
		onHouse({
			name: 'practice.open',
			who: ['public', 'system'],
			creates: true,
			input: z.object({ owner: z.uuid() }),
			decide: (_, { owner }) => [{ kind: 'member.added', data: { account: owner, roles: ['practitioner', 'owner'] } }],
		}),
		onHouse({
			name: 'member.add',
			who: ['owner'],
			input: z.object({ account: z.uuid(), roles: z.array(z.enum(['practitioner', 'receptionist', 'owner'])) }),
			decide: (_, member) => [{ kind: 'member.added', data: member }],
		}),
	],
	permit: [
		onPermit({
			name: 'permit.declare',
			who: ['practitioner'],
			creates: true,
			input: z.object({ until: z.number() }),
			decide: (_, { until }) => [{ kind: 'permit.declared', data: { until } }],
		}),
	],
};

/** Every person who receives the service has consented, or the session does not open. */
function gate(gates: readonly string[], { dossier, care, permit }: ToyFacts, now: number): readonly UnmetDuty[] {
	const expired = gates.includes('dossier.open') && permit?.until !== undefined && permit.until < now;
	if (expired) return [{ duty: 'toy-permit', why: 'permit.expired', mend: undefined, soft: false }];
	if (!gates.includes('session.open') || !dossier || !care) return [];
	const missing = beneficiaries(dossier).filter((p) => care.of(p.id).consent === undefined);
	return missing.map((p) => ({
		duty: 'toy-consent',
		why: 'consent.missing',
		mend: mend('consent.give', p.id),
		soft: false,
	}));
}

function project(e: Entry): readonly Row[] {
	const entry = e as DossierEntry | CareEntry;
	switch (entry.kind) {
		case 'dossier.opened':
			return [{ table: 'care', key: { account_id: entry.data.practitioner, role: 'practitioner' } }];
		case 'person.added':
			return [
				{ table: 'blind', key: { person_id: entry.data.id, field: 'name' }, words: [entry.data.name.toLowerCase()] },
			];
		case 'meeting.booked':
		case 'meeting.cancelled': {
			const { id, practitioner, start, end } = entry.data;
			const state = entry.kind === 'meeting.booked' ? 'booked' : 'cancelled';
			return [
				{
					table: 'appointment',
					key: { id },
					values: { practitioner_id: practitioner, starts_at: start, ends_at: end, state },
				},
			];
		}
		default:
			return [];
	}
}

const foldPermit = (permit: Permit, e: Entry<'permit.declared', { until: number }>): Permit =>
	e.kind === 'permit.declared' ? { until: e.data.until } : permit;

const folds = (careVersion: number) => ({
	dossier: {
		dossier: foldOf('dossier', 1, noDossier, foldDossier),
		care: foldOf('dossier', careVersion, noCare, foldCare),
	},
	practitioner: { permit: foldOf('practitioner', 1, {}, foldPermit) },
	practice: { house: foldOf('practice', 1, noHouse, foldHouse) },
});

type Parts = { readonly careVersion?: number };

/** A product small enough to hold in one's head: couples, their consent, sessions, messages, bookings, one practice. */
export function toyModel({ careVersion = 1 }: Parts = {}): Model<ToyFacts> {
	const named = Object.entries(acts).flatMap(([capability, list]) =>
		(list as unknown as readonly AnyAct[]).map((act) => [act.name, { capability, act }] as const),
	);
	const careOf: Model<ToyFacts>['assemble'] = ({ dossier, practitioner, practice }) => ({
		dossier: dossier && (dossier.joint.dossier as Dossier),
		care: dossier && (sliceOf(toyModel(), 'dossier', dossier, 'care') as Of<Care>),
		permit: practitioner?.joint.permit as Permit | undefined,
		house: (practice?.joint.house as House | undefined) ?? noHouse,
	});
	return {
		acts: Object.fromEntries(named),
		// Each slice is folded by its own fold alone; the table that holds them all does not know their types.
		folds: folds(careVersion) as unknown as Model<ToyFacts>['folds'],
		assemble: careOf,
		memberRoles: (practice, account) => (practice.house as House).members[account] ?? [],
		gate: (gates, facts, { now }) => gate(gates, facts, now),
		reactions: {
			'consent.withdrawn': (_, { care }) =>
				(care?.joint.open ?? []).map((id) => ({ kind: 'session.closed', data: { id, why: 'consent withdrawn' } })),
			'session.closed': (_, __, { journal, practice }) => [
				{ kind: 'register.noted', data: { dossier: journal.id }, in: { kind: 'practice', id: practice } },
			],
			// One step too far: reactions go two deep, so this bell never rings by a withdrawal.
			'register.noted': () => [{ kind: 'bell.rung', data: {} }],
		},
		project,
		outgoing: (e) =>
			e.kind === 'meeting.booked'
				? [{ channel: 'email', to: 'someone@example.org', language: 'fr', template: 'booked', values: {} }]
				: [],
		brief: ({ dossier, care }, now) => ({
			brief: { label: dossier?.label, open: care?.joint.open.length, said: care?.joint.said },
			changesAt: now + 86_400_000,
		}),
		constraints: { appointment_no_double_booking: 'appointment.taken' },
	};
}

/** An act that was done; a refusal here is the test's own mistake. */
export function done<T extends object>(answer: T | Refusal): T {
	if ('refused' in answer) throw new Error(`refused: ${JSON.stringify(answer)}`);
	return answer;
}
