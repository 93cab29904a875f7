import { z } from 'zod';
import { type Actor, actsOn } from '#server/kernel/act.ts';
import { type Dossier, personsOf, present, readableBy } from '#server/kernel/dossier.ts';
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
	decide(mine, { id, purpose, session, person: to, ...data }, { newId, roles, dossier, actor, now }) {
		const inRoom = mine.joint.rooms[session ?? ''];
		const reads = (p: string) => readableBy(dossier, actor.account, now).some((r) => r.id === p);
		if (inRoom && !roles.includes('practitioner') && !inRoom.some(reads)) return refuse('act.notYours');
		const person = to ?? aloneIn(inRoom, dossier);
		const known =
			(person ? mine.of(person) : mine.joint).threads[data.thread]?.purpose ??
			purpose ??
			(session ? 'care' : undefined);
		if (known === undefined) return refuse('message.purpose');
		if (data.channel !== 'portal' && data.channel !== 'chat') return refuse('message.noFreeText');
		const mayTo = person === undefined || roles.includes('practitioner') || inRoom || isMe(dossier, actor, person);
		if (!mayTo) return refuse('act.notForThem');
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

/** Of several persons, the only one in the room: what is written there is theirs alone. */
const aloneIn = (persons: readonly string[] | undefined, dossier: Dossier): string | undefined =>
	persons?.length === 1 && present(dossier).length > 1 ? persons[0] : undefined;

const isMe = (dossier: Dossier, { account }: Actor, person: string): boolean =>
	personsOf(dossier, account).some((p) => p.id === person);

/** Something came in by text, voice mail or e-mail: it is written down as it came (qc-5.02-a, qc-3.09-a). */
export const logMessage = act({
	name: 'message.log',
	who: ['practitioner'],
	input: z.object({ person: personField, channel: channelField, body: textField, on: dayField }),
	decide: (_, data, { dossier }) =>
		dossier.persons[data.person] ? [{ kind: 'message.logged', part: data.person, data }] : refuse('act.noSuchPerson'),
});
