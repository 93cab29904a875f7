import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import {
	channelField,
	idField,
	lineField,
	personField,
	phoneField,
	reasonField,
	textField,
} from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { type AccessEntry, type AccessFacts, helpSubjects } from './facts.ts';

const act = actsOn<AccessFacts, AccessEntry>('dossier');
const MOST_WAITING = 5;

/** « Rappelez-moi pour m’aider »: it waits, with an owner, until somebody says how it ended (qc-intro-a). */
export const askHelp = act({
	name: 'help.ask',
	who: ['client', 'representative', 'practitioner', 'system'],
	input: z.object({
		person: personField,
		about: z.enum(helpSubjects, 'field.choice'),
		phone: phoneField.optional(),
		when: lineField.optional(),
	}),
	decide(mine, { phone, when, ...data }, { dossier, newId }) {
		if (!dossier.persons[data.person]) return refuse('act.noSuchPerson');
		if (Object.keys(mine.of(data.person).help).length >= MOST_WAITING) return refuse('help.manyWaiting');
		return [
			{
				kind: 'help.asked',
				part: data.person,
				data: { ...data, id: newId(), ...(phone !== undefined && { phone }), ...(when !== undefined && { when }) },
			},
		];
	},
});

/** How it ended. */
export const closeHelp = act({
	name: 'help.close',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		id: idField,
		outcome: z.enum(['helped', 'notReached', 'noLonger'], 'field.choice'),
		note: textField.optional(),
	}),
	decide: (mine, { note, ...data }) =>
		mine.of(data.person).help[data.id]
			? [{ kind: 'help.closed', part: data.person, data: { ...data, ...(note !== undefined && { note }) } }]
			: refuse('help.unknown'),
});

/** This person has never used that tool: they are shown how before it matters (qc-1.04-c). */
export const markNewTool = act({
	name: 'coaching.need',
	who: ['practitioner'],
	input: z.object({ person: personField, channel: channelField }),
	decide: (_, data, { dossier }) =>
		dossier.persons[data.person] ? [{ kind: 'coaching.needed', part: data.person, data }] : refuse('act.noSuchPerson'),
});

/** A rehearsal was offered, and what the person said. */
export const offerRehearsal = act({
	name: 'rehearsal.offer',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		channel: channelField,
		answer: z.enum(['accepted', 'declined', 'later'], 'field.choice'),
		reason: reasonField.optional(),
	}),
	decide: (_, { reason, ...data }, { dossier }) =>
		dossier.persons[data.person]
			? [
					{
						kind: 'rehearsal.offered',
						part: data.person,
						data: { ...data, ...(reason !== undefined && { reason }) },
					},
				]
			: refuse('act.noSuchPerson'),
});

/** The rehearsal was held: did it work, and what was changed (qc-1.04-c). */
export const recordRehearsal = act({
	name: 'rehearsal.record',
	who: ['client', 'representative', 'practitioner'],
	input: z.object({
		person: personField,
		channel: channelField,
		result: z.enum(['worked', 'partly', 'didNot'], 'field.choice'),
		changed: textField.optional(),
	}),
	decide: (_, { changed, ...data }, { dossier }) =>
		dossier.persons[data.person]
			? [
					{
						kind: 'rehearsal.held',
						part: data.person,
						data: { ...data, ...(changed !== undefined && { changed }) },
					},
				]
			: refuse('act.noSuchPerson'),
});
