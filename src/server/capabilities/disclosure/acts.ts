import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import type { Dossier } from '#server/kernel/dossier.ts';
import {
	dayField,
	idField,
	instantField,
	lineField,
	meansField,
	personField,
	reasonField,
} from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { dayOf } from '#server/kernel/time.ts';
import { type Disclosed, type DisclosureEntry, type DisclosureFacts, grounds, isLive, isTo, ways } from './facts.ts';

const act = actsOn<DisclosureFacts, DisclosureEntry>('dossier');

/** One person agrees that something of theirs is told to somebody outside: what, to whom, why, until when (nb-2-g). */
export const giveAuthorisation = act({
	name: 'authorisation.give',
	who: ['client', 'representative', 'practitioner'],
	input: z.object({
		person: personField,
		to: lineField,
		what: reasonField,
		why: reasonField,
		until: instantField.optional(),
		means: meansField,
		/** Said aloud: the words, the language, who heard them. No recording is ever asked. */
		wording: reasonField.optional(),
		spokenIn: lineField.optional(),
		heardBy: lineField.optional(),
	}),
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	decide(_, data, { newId, dossier }) {
		if (!dossier.persons[data.person]) return refuse('act.noSuchPerson');
		return [
			{ kind: 'authorisation.given', part: data.person, data: JSON.parse(JSON.stringify({ ...data, id: newId() })) },
		];
	},
});

/** They take it back, as simply as it was given. */
export const revokeAuthorisation = act({
	name: 'authorisation.revoke',
	who: ['client', 'representative', 'practitioner'],
	input: z.object({ person: personField, id: idField, means: meansField }),
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	decide(mine, data) {
		const one = mine.of(data.person).authorisations[data.id];
		if (!one) return refuse('authorisation.unknown');
		return one.revoked ? refuse('authorisation.already') : [{ kind: 'authorisation.revoked', part: data.person, data }];
	},
});

const disclosing = {
	ground: z.enum(grounds, 'field.choice').optional(),
	to: lineField,
	persons: z.array(personField).min(1, 'field.required').max(12),
	lines: z.array(z.number('field.number').int('field.number').min(1, 'field.number')).max(200).default([]),
	how: z.enum(ways, 'field.choice'),
	danger: lineField.optional(),
	reference: lineField.optional(),
	scope: reasonField.optional(),
	minimum: reasonField.optional(),
	reasons: reasonField.optional(),
};

/** What was told of one person stands in their own part; of several, in the part they share. */
const partOf = ([one, another]: readonly string[]) => (one !== undefined && another === undefined ? { part: one } : {});

const unknown = (persons: readonly string[], dossier: Dossier): boolean => persons.some((p) => !dossier.persons[p]);

/** Let something of the file leave, on one of the grounds that exist, and only what is needed (nb-6-i, qc-3.08-b). */
export const discloseRecord = act({
	name: 'record.disclose',
	who: ['practitioner'],
	input: z.object(disclosing),
	focus: ({ ground, to, persons, danger, reference, scope }) => ({
		subject: 'leaving',
		means: JSON.stringify({
			ground,
			to,
			persons,
			danger: danger !== undefined,
			reference: reference !== undefined,
			scope: scope !== undefined,
		}),
	}),
	decide(_, data, { newId, dossier }) {
		if (unknown(data.persons, dossier)) return refuse('act.noSuchPerson');
		if (data.ground === undefined) return refuse('disclosure.ground');
		const told: Disclosed = JSON.parse(JSON.stringify({ ...data, id: newId() }));
		return [{ kind: 'record.disclosed', ...partOf(data.persons), data: told }];
	},
});

/** Write down what was already told outside; it shows what it lacked, and is never held back. */
export const noteDisclosure = act({
	name: 'disclosure.note',
	who: ['practitioner'],
	input: z.object({ ...disclosing, on: dayField }),
	decide(mine, data, { newId, now, dossier }) {
		if (unknown(data.persons, dossier)) return refuse('act.noSuchPerson');
		if (data.on > dayOf(now)) return refuse('disclosure.notYet');
		const live = (person: string) =>
			Object.values(mine.of(person).authorisations).some((a) => isLive(a, now) && isTo(a, data.to));
		const allowed = data.ground !== undefined && (data.ground !== 'consent' || data.persons.every(live));
		const told: Disclosed = JSON.parse(JSON.stringify({ ...data, id: newId() }));
		return [{ kind: 'disclosure.noted', ...partOf(data.persons), data: { ...told, on: data.on, allowed } }];
	},
});

/** What was shared at least, and why: said once there is time for it. */
export const completeDisclosure = act({
	name: 'disclosure.complete',
	who: ['practitioner'],
	input: z.object({ id: idField, person: personField.optional(), minimum: reasonField, reasons: reasonField }),
	decide(mine, { person, ...data }) {
		const part = person === undefined ? mine.joint : mine.of(person);
		const one = part.disclosures[data.id];
		if (!one) return refuse('disclosure.unknown');
		if (one.complete && one.allowed) return refuse('disclosure.already');
		return [{ kind: 'disclosure.completed', ...(person !== undefined && { part: person }), data }];
	},
});
