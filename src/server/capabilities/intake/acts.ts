import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { clientKinds, personRoles } from '#server/kernel/dossier.ts';
import {
	dayField,
	emailField,
	idField,
	instantField,
	languageField,
	lineField,
	personField,
	phoneField,
	reasonField,
	territoryField,
	textField,
} from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { DAY } from '#server/kernel/time.ts';
import { namesThem, represents, spokenFor } from './bodies.ts';
import { contactFields, hasWay, type IntakeEntry, type IntakeFacts, isSameContact, mayShow } from './facts.ts';

const act = actsOn<IntakeFacts, IntakeEntry>('dossier');

const contact = z.object({
	email: emailField.optional(),
	phone: phoneField.optional(),
	address: lineField.optional(),
	voiceMail: z.boolean(),
	text: z.boolean(),
	hours: lineField.optional(),
	othersMayKnow: z.boolean(),
	callFirst: z.boolean(),
});
const newPerson = z.object({
	id: personField,
	name: lineField,
	language: languageField,
	roles: z.array(z.enum(personRoles, 'field.choice')).min(1, 'field.required'),
	/** An agency, a school, an incorporated body. */
	body: z.literal(true, 'field.choice').optional(),
	contact,
});
type Contact = z.infer<typeof contact>;
const exact = (c: Contact) =>
	JSON.parse(JSON.stringify(c)) as Extract<IntakeEntry, { kind: 'contact.set' }>['data']['contact'];

/** A person as everyone in the joint part may know them. */
const whoOf = ({ id, name, language, roles, body }: Omit<z.infer<typeof newPerson>, 'contact'>) => ({
	id,
	name,
	language,
	roles,
	...(body && { body }),
});

const areSeveral = (persons: readonly { readonly id: string }[]): boolean =>
	new Set(persons.map((p) => p.id)).size === persons.length;

/** A first request, by the public form or typed in after a call: protection begins with it (def-qc-client-b). */
export const receiveRequest = act({
	name: 'request.receive',
	who: ['public', 'practitioner', 'receptionist', 'owner', 'system'],
	creates: true,
	input: z.object({
		practitioner: idField,
		kind: z.enum(clientKinds, 'field.choice'),
		label: lineField,
		anonymous: z.boolean(),
		persons: z.array(newPerson).min(1, 'field.required').max(12, 'field.tooMany').refine(areSeveral, 'field.id'),
		via: z.enum(['form', 'phone', 'inPerson', 'mandate', 'import'], 'field.choice'),
		reason: textField,
		prefers: z.enum(['remote', 'inPerson', 'either'], 'field.choice'),
		territory: territoryField.optional(),
		availability: lineField.optional(),
		/** The answer to this request itself says that technology is used, and how (nb-6-g). */
		told: lineField.optional(),
		represents,
	}),
	decide(_, { practitioner, kind, label, anonymous, persons, territory, availability, told, represents, ...request }) {
		if (represents && !namesThem(represents, persons)) return refuse('act.noSuchPerson');
		const data = {
			...request,
			...(represents && { standing: represents.standing }),
			...(territory !== undefined && { territory }),
			...(availability !== undefined && { availability }),
		};
		return [
			{ kind: 'dossier.opened', data: { kind, label, practitioner, anonymous } },
			...persons.map((p) => ({ kind: 'person.added' as const, data: whoOf(p) })),
			...spokenFor(represents),
			{ kind: 'request.received', data },
			...persons.map((p) => ({
				kind: 'contact.set' as const,
				part: p.id,
				data: { person: p.id, contact: exact(p.contact) },
			})),
			...(told === undefined ? [] : persons.slice(0, 1)).map(({ id: person }) => ({
				kind: 'techInfo.given' as const,
				part: person,
				data: { person, means: told ?? '' },
			})),
		];
	},
});

/** How it is safe to reach this person; a way that changes is to be verified anew; a caller without a name has none. */
export const setContact = act({
	name: 'contact.set',
	who: ['client', 'representative', 'practitioner'],
	input: z.object({ person: personField, contact }),
	decide(mine, { person, contact: c }, { dossier }) {
		if (!dossier.persons[person]) return refuse('act.noSuchPerson');
		if (dossier.anonymous && !hasWay(mine.of(person).contact) && hasWay(c)) return refuse('identity.needed');
		return [{ kind: 'contact.set', part: person, data: { person, contact: exact(c) } }];
	},
});

/** A phone number, e-mail or address was found to be theirs (nb-5-c): they answered, a letter came, a code came back. */
export const verifyContact = act({
	name: 'contact.verify',
	who: ['practitioner', 'receptionist', 'system'],
	desk: true,
	input: z.object({
		person: personField,
		field: z.enum(contactFields, 'field.choice'),
		how: z.enum(['callBack', 'letter', 'seen', 'code'], 'field.choice'),
		is: lineField.optional(),
	}),
	decide(mine, { is, ...data }, { dossier, roles }) {
		// The desk has no part of its own: its lines go to the persons of the file, never to a part of nobody.
		if (!dossier.persons[data.person]) return refuse('act.noSuchPerson');
		const known = mine.of(data.person).contact?.[data.field];
		if (known === undefined || (is !== undefined && !isSameContact(data.field, known, is)))
			return refuse('contact.notThere');
		return mayShow(data.field, data.how, roles.includes('system'))
			? [{ kind: 'contact.verified', part: data.person, data }]
			: refuse('contact.otherProof');
	},
});

/** Whom to call if something happens to this person; theirs to choose. */
export const setEmergencyContact = act({
	name: 'emergencyContact.set',
	who: ['client', 'representative', 'practitioner'],
	safety: true,
	input: z.object({ person: personField, name: lineField, phone: phoneField, relation: lineField }),
	decide: (_, data) => [{ kind: 'emergencyContact.set', part: data.person, data }],
});

/** A person called back, since the requester preferred to be called first. */
export const recordCallBack = act({
	name: 'person.callBack',
	who: ['practitioner', 'receptionist'],
	desk: true,
	safety: true,
	input: z.object({
		person: personField,
		outcome: z.enum(['reached', 'noAnswer', 'messageLeft'], 'field.choice'),
		note: textField.optional(),
	}),
	decide: (_, { note, ...data }, { dossier }) =>
		dossier.persons[data.person]
			? [{ kind: 'person.calledBack', part: data.person, data: { ...data, ...(note !== undefined && { note }) } }]
			: refuse('act.noSuchPerson'),
});

/** Invite a person to their portal; the link and its second secret are made by accounts. */
export const invitePerson = act({
	name: 'person.invite',
	who: ['practitioner'],
	input: z.object({ person: personField }),
	decide: (_, { person }, { now, dossier }) =>
		dossier.anonymous && dossier.persons[person]
			? refuse('identity.needed')
			: dossier.persons[person]
				? [{ kind: 'person.invited', part: person, data: { person, until: now + 14 * DAY } }]
				: refuse('act.noSuchPerson'),
});

/** The invitation's link was copied to be handed another way; possible only until it is claimed. */
export const copyInvitation = act({
	name: 'invitation.copy',
	who: ['practitioner'],
	input: z.object({ person: personField }),
	decide(_, { person }, { dossier }) {
		const known = dossier.persons[person];
		if (!known) return refuse('act.noSuchPerson');
		return known.account
			? refuse('invitation.claimed')
			: [{ kind: 'invitation.copied', part: person, data: { person } }];
	},
});

/** Let somebody who lost every way in back into their space, once they were recognised anew; the link is made by accounts. */
export const restoreAccess = act({
	name: 'access.restore',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		check: z.enum(['inPerson', 'knownVoice', 'sharedKnowledge'], 'field.choice'),
		reason: reasonField,
	}),
	decide(_, data, { dossier }) {
		const known = dossier.persons[data.person];
		if (!known) return refuse('act.noSuchPerson');
		return known.account ? [{ kind: 'access.restored', part: data.person, data }] : refuse('access.none');
	},
});

/** The claimed account is this person of this dossier. */
export const linkPerson = act({
	name: 'person.link',
	who: ['system'],
	input: z.object({ person: personField, account: idField }),
	decide: (_, { person, account }, { dossier }) =>
		dossier.persons[person] ? [{ kind: 'person.linked', data: { id: person, account } }] : refuse('act.noSuchPerson'),
});

/** Somebody joins the dossier. */
export const addPerson = act({
	name: 'person.add',
	who: ['practitioner'],
	input: newPerson,
	decide: (_, { contact: c, ...person }, { dossier }) => {
		const data = whoOf(person);
		return dossier.persons[data.id]
			? refuse('person.known')
			: [
					{ kind: 'person.added', data },
					{ kind: 'contact.set', part: data.id, data: { person: data.id, contact: exact(c) } },
				];
	},
});

/** A person's name as they give it now. */
export const renamePerson = act({
	name: 'person.rename',
	who: ['client', 'practitioner'],
	input: z.object({ person: personField, name: lineField }),
	speaksFor: ({ person }) => person,
	means: () => 'oral',
	decide: (_, { person, name }) => [{ kind: 'person.renamed', data: { id: person, name } }],
});

/** Somebody leaves the dossier; their own part stays theirs. */
export const leavePerson = act({
	name: 'person.leave',
	who: ['practitioner'],
	input: z.object({ person: personField }),
	decide: (_, { person }, { dossier }) =>
		dossier.persons[person] ? [{ kind: 'person.left', data: { id: person } }] : refuse('act.noSuchPerson'),
});

/** Who speaks for whom, by which authority, with which proof (qc-2.01-b). */
export const nameRepresentative = act({
	name: 'representative.name',
	who: ['practitioner'],
	input: z.object({
		of: personField,
		by: personField,
		authority: z.enum(['parentalAuthority', 'tutor', 'mandatary', 'other'], 'field.choice'),
		proofSeen: z.boolean(),
		/** May they read what is the person's own? */
		reads: z.boolean('field.choice').optional(),
		until: instantField.optional(),
	}),
	decide(_, { until, reads, ...data }, { dossier }) {
		if (!dossier.persons[data.of] || !dossier.persons[data.by] || data.of === data.by)
			return refuse('act.noSuchPerson');
		const named = { ...data, ...(reads !== undefined && { reads }), ...(until !== undefined && { until }) };
		return [{ kind: 'representative.named', data: named }];
	},
});

/** That authority ended. */
export const endRepresentative = act({
	name: 'representative.end',
	who: ['practitioner'],
	input: z.object({ of: personField, by: personField }),
	decide: (_, data) => [{ kind: 'representative.ended', data }],
});

/** The first reply said that technology is used, and how (nb-6-g). */
export const giveTechInfo = act({
	name: 'techInfo.give',
	who: ['practitioner', 'receptionist', 'system'],
	desk: true,
	input: z.object({ person: personField, means: lineField }),
	decide: (_, data, { dossier }) =>
		dossier.persons[data.person] ? [{ kind: 'techInfo.given', part: data.person, data }] : refuse('act.noSuchPerson'),
});

/** In person was offered, and what was answered (qc-1.06-a). */
export const offerInPerson = act({
	name: 'inPerson.offer',
	who: ['practitioner', 'receptionist'],
	desk: true,
	input: z.object({ answer: z.enum(['accepted', 'declined', 'noOffice'], 'field.choice') }),
	decide: (_, data) => [{ kind: 'inPerson.offered', data }],
});

/** Somebody able to help was named, or the person did not want that (qc-1.05-b, qc-1.06-b). */
export const recordReferral = act({
	name: 'referral.record',
	who: ['practitioner'],
	input: z.object({
		outcome: z.enum(['given', 'refusedByPerson'], 'field.choice'),
		to: lineField.optional(),
		reason: reasonField,
		told: z.enum(['written', 'oral', 'notReachable'], 'field.choice'),
		followUpOn: dayField.optional(),
	}),
	decide(_, { to, followUpOn, ...data }) {
		if (data.outcome === 'given' && to === undefined) return refuse('referral.toWhom');
		return [
			{
				kind: 'referral.recorded',
				data: { ...data, ...(to !== undefined && { to }), ...(followUpOn !== undefined && { followUpOn }) },
			},
		];
	},
});

/** Take this person, couple, family… on as a client. */
export const acceptClient = act({
	name: 'client.accept',
	who: ['practitioner'],
	input: z.object({}),
	focus: () => ({ means: 'accept' }),
	decide: (_, __, { dossier }) =>
		dossier.state === 'request' || dossier.state === 'declined'
			? [{ kind: 'client.accepted', data: {} }]
			: refuse('client.alreadyAccepted'),
});

/** Not take them on; what help they were pointed to comes first. */
export const declineClient = act({
	name: 'client.decline',
	who: ['practitioner'],
	input: z.object({ reason: reasonField }),
	decide: (_, data, { dossier }) =>
		dossier.state === 'request' ? [{ kind: 'client.declined', data }] : refuse('client.notARequest'),
});

/** The work is over. */
export const closeDossier = act({
	name: 'dossier.close',
	who: ['practitioner'],
	input: z.object({ reason: reasonField }),
	focus: () => ({ subject: 'closing' }),
	decide: (_, data, { dossier }) =>
		dossier.state === 'accepted' ? [{ kind: 'dossier.closed', data }] : refuse('client.notAccepted'),
});

/** A soft duty is waived for a signed reason; the reason is on the board and visible to an inspector. */
export const waiveDuty = act({
	name: 'duty.waive',
	who: ['practitioner'],
	input: z.object({
		duty: z.string().regex(/^(qc|nb|def)-[a-z0-9.-]{1,40}$/, 'field.choice'),
		reason: reasonField,
		person: personField.optional(),
		until: instantField.optional(),
	}),
	decide: (_, { person, until, ...data }) => [
		{
			kind: 'duty.waived',
			data: { ...data, ...(person !== undefined && { person }), ...(until !== undefined && { until }) },
		},
	],
});
