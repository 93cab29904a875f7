import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import {
	idField,
	instantField,
	languageField,
	lineField,
	modeField,
	personField,
	reasonField,
	textField,
} from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { type CareEntry, type CareFacts, escalations } from './facts.ts';

const act = actsOn<CareFacts, CareEntry>('dossier');

/** Culture, context, language: what may weigh on the service, and what is done for it (qc-1.03-b). */
export const assessContext = act({
	name: 'context.assess',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		culture: textField,
		context: textField,
		language: languageField,
		/** The language they speak at home, when it is another. */
		spoken: lineField.optional(),
		interpreter: z.enum(['none', 'needed'], 'field.choice'),
		adjustments: textField.optional(),
	}),
	decide: (_, { spoken, adjustments, ...data }, { dossier }) =>
		dossier.persons[data.person]
			? [
					{
						kind: 'context.assessed',
						part: data.person,
						data: {
							...data,
							...(spoken !== undefined && { spoken }),
							...(adjustments !== undefined && { adjustments }),
						},
					},
				]
			: refuse('act.noSuchPerson'),
});

/** A talk with one person alone, about safety and violence, before people are seen together; nobody else of the file reads it. */
export const recordSafetyTalk = act({
	name: 'safetyTalk.record',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		held: z.enum(['yes', 'declined'], 'field.choice'),
		together: z.enum(['ok', 'notOk', 'later'], 'field.choice'),
		note: textField.optional(),
	}),
	decide: (_, { note, ...data }, { dossier }) =>
		dossier.persons[data.person]
			? [
					{
						kind: 'safetyTalk.recorded',
						part: data.person,
						data: { ...data, ...(note !== undefined && { note }) },
					},
				]
			: refuse('act.noSuchPerson'),
});

/** A test or questionnaire was used with a person: one of the practice's list, or another, by its name (nb-intro-e). */
export const useInstrument = act({
	name: 'instrument.use',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		instrument: idField.optional(),
		name: lineField.optional(),
		summary: textField,
	}),
	focus: ({ person, instrument }) => ({ person, subject: instrument ?? 'unlisted' }),
	decide(_, { person, instrument, name, summary }, { dossier }) {
		if (!dossier.persons[person]) return refuse('act.noSuchPerson');
		if (name === undefined) return { ...refuse('act.invalidInput'), fields: { name: 'field.required' } };
		return [
			{
				kind: 'instrument.used',
				part: person,
				data: { person, name, summary, ...(instrument !== undefined && { instrument }) },
			},
		];
	},
});

/** « J’ai besoin d’aide », or the practitioner who sees that somebody is not well, while writing (nb-caution-d). */
export const flagDistress = act({
	name: 'distress.flag',
	who: ['client', 'representative', 'practitioner'],
	safety: true,
	input: z.object({
		id: idField,
		person: personField,
		from: modeField,
		session: idField.optional(),
		thread: idField.optional(),
	}),
	speaksFor: ({ person }) => person,
	means: () => 'oral',
	decide: (_, { session, thread, ...data }) => [
		{
			kind: 'distress.flagged',
			part: data.person,
			data: { ...data, ...(session !== undefined && { session }), ...(thread !== undefined && { thread }) },
		},
	],
});

/** From writing to a voice, a face or a room, in one tap; or to none of them, and why (nb-caution-d). */
export const escalateContact = act({
	name: 'contact.escalate',
	who: ['practitioner'],
	safety: true,
	input: z.object({
		person: personField,
		flag: idField,
		to: z.enum(escalations, 'field.choice'),
		when: instantField.optional(),
		reason: reasonField.optional(),
	}),
	decide(mine, { person, flag, to, when, reason }) {
		const known = mine.of(person).distress[flag];
		if (!known) return refuse('distress.unknown');
		if (to === 'none' && reason === undefined) return refuse('distress.reasonMissing');
		return [
			{
				kind: 'contact.escalated',
				part: person,
				data: {
					person,
					flag,
					from: known.from,
					to,
					...(when !== undefined && { when }),
					...(reason !== undefined && { reason }),
				},
			},
		];
	},
});
