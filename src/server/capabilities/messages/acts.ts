import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { personsOf } from '#server/kernel/dossier.ts';
import { channelField, dayField, idField, personField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { type MessageEntry, type MessageFacts, messagePurposes } from './facts.ts';

const act = actsOn<MessageFacts, MessageEntry>('dossier');

/** Write to the client or the practitioner; words go into the record, never into a mail or a text (qc-4.03-a, 3.10-a). */
export const sendMessage = act({
	name: 'message.send',
	who: ['client', 'representative', 'practitioner'],
	safety: true,
	input: z.object({
		/** The message's own id, when the browser must know it again. */
		id: idField.optional(),
		thread: idField,
		purpose: z.enum(messagePurposes, 'message.purpose').optional(),
		channel: channelField,
		body: textField,
		session: idField.optional(),
		/** To one person alone: written in their own part. Without it: the joint part. */
		person: personField.optional(),
	}),
	focus: ({ channel, purpose, person, thread, session }, mine) => ({
		channel,
		subject: thread,
		purpose: purpose ?? (person ? mine.of(person) : mine.joint).threads[thread]?.purpose ?? '',
		...(person !== undefined && { person }),
		...(session !== undefined && { session }),
	}),
	// A client who writes is never held back for want of an agreement or a notice (qc-5.02-c): those bind who answers.
	gates: (_, __, roles) => (roles.includes('practitioner') ? ['message.send'] : []),
	decide(mine, { id, purpose, session, person, ...data }, { newId, roles, dossier, actor }) {
		const known =
			(person ? mine.of(person) : mine.joint).threads[data.thread]?.purpose ??
			purpose ??
			(session ? 'care' : undefined);
		if (known === undefined) return refuse('message.purpose');
		if (data.channel !== 'portal' && data.channel !== 'chat') return refuse('message.noFreeText');
		if (
			person !== undefined &&
			!roles.includes('practitioner') &&
			!personsOf(dossier, actor.account).some((p) => p.id === person)
		)
			return refuse('act.notForThem');
		const message = {
			...data,
			id: id ?? newId(),
			purpose: known,
			...(session !== undefined && { session }),
			...(person !== undefined && { person }),
		};
		return [{ kind: 'message.sent', data: message, ...(person !== undefined && { part: person }) }];
	},
});

/** Something came in by text, voice mail or e-mail: it is written down as it came (qc-5.02-a, qc-3.09-a). */
export const logMessage = act({
	name: 'message.log',
	who: ['practitioner'],
	input: z.object({ person: personField, channel: channelField, body: textField, on: dayField }),
	decide: (_, data, { dossier }) =>
		dossier.persons[data.person] ? [{ kind: 'message.logged', part: data.person, data }] : refuse('act.noSuchPerson'),
});
