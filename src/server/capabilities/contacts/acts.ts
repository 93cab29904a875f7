import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { idField, instantField, lineField, personField, reasonField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { type Instant, MINUTE } from '#server/kernel/time.ts';
import {
	type ActivityEntry,
	type ActivityFacts,
	activityKinds,
	type ContactEntry,
	type ContactFacts,
	contactKinds,
} from './facts.ts';

const act = actsOn<ContactFacts, ContactEntry>('dossier');
const own = actsOn<ActivityFacts, ActivityEntry>('practitioner');

/** A clock that runs a little ahead of ours is not the future. */
const AHEAD = 5 * MINUTE;
const told = {
	/** Absent: now. */
	at: instantField.optional(),
	minutes: z.number('field.number').int('field.number').min(1, 'field.number').max(1440, 'field.number').optional(),
	/** Who else was there, outside of the file. */
	others: lineField.optional(),
	text: textField.optional(),
};
const way = z.enum(['in', 'out'], 'field.choice').optional();

const isToCome = (at: Instant, now: Instant): boolean => at > now + AHEAD;
/** What was not said is not written. */
const said = <T extends object>(data: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
	JSON.parse(JSON.stringify(data));

/** A call, a letter, a word in the corridor, a talk about the client: by what, when, how long, with whom (qc-5.02-a, nb-6-q). */
export const logContact = act({
	name: 'contact.log',
	who: ['practitioner'],
	input: z.object({
		...told,
		kind: z.enum(contactKinds, 'field.choice'),
		way,
		persons: z.array(personField).max(12).default([]),
		appointment: idField.optional(),
	}),
	decide(_, { at, ...data }, { now, newId, dossier }) {
		const when = at ?? now;
		if (isToCome(when, now)) return refuse('contact.toCome');
		if (data.persons.some((p) => !dossier.persons[p])) return refuse('act.noSuchPerson');
		const [only, ...others] = data.persons;
		// What became of an appointment is known to all who were to come, as the appointment is.
		const alone = only !== undefined && others.length === 0 && data.appointment === undefined;
		return [{ kind: 'contact.logged', data: said({ id: newId(), at: when, ...data }), ...(alone && { part: only }) }];
	},
});

/** What was written down wrongly is said again; the first line stays, with its author and its time (qc-5.02-a). */
export const correctContact = act({
	name: 'contact.correct',
	who: ['practitioner'],
	input: z.object({
		...told,
		contact: z.number('field.number').int('field.number').min(1, 'field.number'),
		kind: z.enum(contactKinds, 'field.choice'),
		way,
		why: reasonField.optional(),
	}),
	about: ({ contact }) => contact,
	decide(_, { at, ...data }, { now, about }) {
		if (about?.kind !== 'contact.logged') return refuse('contact.unknown');
		const when = at ?? (about.data as { readonly at: Instant }).at;
		if (isToCome(when, now)) return refuse('contact.toCome');
		return [{ kind: 'contact.corrected', part: about.part, data: said({ at: when, ...data }) }];
	},
});

/** Supervision, a consultation, a team: what one does that is about no client goes into one's own practice log (nb-6-q). */
export const logActivity = own({
	name: 'activity.log',
	who: ['practitioner'],
	input: z.object({ ...told, kind: z.enum(activityKinds, 'field.choice') }),
	decide(_, { at, ...data }, { now, newId }) {
		const when = at ?? now;
		return isToCome(when, now)
			? refuse('contact.toCome')
			: [{ kind: 'activity.logged', data: said({ id: newId(), at: when, ...data }) }];
	},
});
