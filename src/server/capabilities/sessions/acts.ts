import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { present } from '#server/kernel/dossier.ts';
import {
	idField,
	instantField,
	lineField,
	modeField,
	personField,
	purposeField,
	territoryField,
	textField,
	togetherField,
} from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { Session, SessionEntry, SessionFacts } from './facts.ts';

const act = actsOn<SessionFacts, SessionEntry>('dossier');

/** Open a session and its waiting room; its purpose says which duties are judged at its start. */
export const openSession = act({
	name: 'session.open',
	who: ['practitioner'],
	safety: true,
	input: z.object({
		id: idField,
		purpose: purposeField,
		mode: modeField,
		tool: lineField,
		persons: z.array(personField).min(1, 'field.required').max(12),
		appointment: idField.optional(),
		practitionerTerritory: territoryField.optional(),
	}),
	decide(mine, { appointment, practitionerTerritory, ...data }, { dossier }) {
		if (mine.joint.open[data.id] || mine.joint.last?.id === data.id) return refuse('session.known');
		const known = new Set(present(dossier).map((p) => p.id));
		if (!data.persons.every((p) => known.has(p))) return refuse('act.noSuchPerson');
		return [
			{
				kind: 'session.opened',
				data: {
					...data,
					...(appointment !== undefined && { appointment }),
					...(practitionerTerritory !== undefined && { practitionerTerritory }),
				},
			},
		];
	},
});

/** Let a person in from the waiting room (qc-2.01-c, qc-2.04-b, qc-3.07). */
export const admitPerson = act({
	name: 'session.admit',
	who: ['practitioner'],
	safety: true,
	input: z.object({ id: idField, person: personField, togetherBecause: togetherField.optional() }),
	focus: ({ id, person, togetherBecause }, mine) => ({
		person,
		subject: id,
		...purposeOf(mine.joint, id),
		// Who joins those who are already talking meets them; before that, it is the start that brings people together.
		...(mine.joint.open[id]?.state === 'started' && {
			meeting: together([...mine.joint.open[id].admitted, person], togetherBecause),
		}),
	}),
	decide(mine, { id, person, togetherBecause }) {
		const session = mine.joint.open[id];
		if (!session) return refuse('session.unknown');
		if (!session.persons.includes(person)) return refuse('session.notInvited');
		return session.admitted.includes(person)
			? refuse('session.alreadyIn')
			: [{ kind: 'session.admitted', data: { id, person, ...(togetherBecause !== undefined && { togetherBecause }) } }];
	},
});

/** Start it; a session of purpose *service* is judged by `service.start` every time. */
export const startSession = act({
	name: 'session.start',
	who: ['practitioner'],
	safety: true,
	// Said again at the start: booked in person, then held by video, is video (def-qc-inperson).
	input: z.object({
		id: idField,
		mode: modeField.optional(),
		tool: lineField.optional(),
		togetherBecause: togetherField.optional(),
	}),
	gates: (mine, { id, mode }) => [
		'session.start',
		...(mine.joint.open[id]?.purpose === 'service' ? ['service.start', 'channel.use'] : []),
		// Whoever was let in as being in the same room is judged again at the door of a remote one.
		...(mine.joint.open[id]?.mode === 'inPerson' && mode !== undefined && mode !== 'inPerson' ? ['session.admit'] : []),
	],
	focus: ({ id, mode, tool, togetherBecause }, mine) => ({
		subject: id,
		...purposeOf(mine.joint, id),
		meeting: together(meetingIn(mine.joint.open[id]), togetherBecause),
		...(mode !== undefined && { channel: mode, means: tool ?? mine.joint.open[id]?.tool ?? mode }),
	}),
	decide(mine, { id, mode, tool, togetherBecause }) {
		const session = mine.joint.open[id];
		if (!session) return refuse('session.unknown');
		if (session.state !== 'waiting') return refuse('session.alreadyStarted');
		if (session.admitted.length === 0) return refuse('session.nobodyIn');
		const said = mode === undefined ? {} : { mode, ...(tool !== undefined && { tool }) };
		return [
			{ kind: 'session.started', data: { id, ...said, ...(togetherBecause !== undefined && { togetherBecause }) } },
		];
	},
});

/** Who meets: those let in; as long as nobody is, those who are expected. */
const meetingIn = (session: Session | undefined): readonly string[] =>
	session === undefined || session.admitted.length > 0 ? (session?.admitted ?? []) : session.persons;

const together = (persons: readonly string[], because: string | undefined) => ({
	persons,
	interpreted: true,
	anyway: because !== undefined,
});

const purposeOf = (facts: SessionFacts, id: string) => {
	const session = facts.open[id];
	return session ? { purpose: session.purpose, channel: session.mode } : {};
};

/** The line dropped: what broke, on whose side, what was done instead (qc-2.09-d2). Always possible afterwards. */
export const interruptSession = act({
	name: 'session.interrupt',
	who: ['practitioner', 'client', 'representative'],
	safety: true,
	input: z.object({
		id: idField,
		person: personField.optional(),
		cause: z.enum(['network', 'device', 'power', 'other'], 'field.choice'),
		side: z.enum(['practitioner', 'client', 'unknown'], 'field.choice'),
		fallback: z.enum(['reconnect', 'telephone', 'message', 'rebook'], 'field.choice'),
		at: instantField.optional(),
	}),
	decide: (mine, { person, at, ...data }) =>
		mine.joint.open[data.id]
			? [
					{
						kind: 'session.interrupted',
						data: { ...data, ...(person !== undefined && { person }), ...(at !== undefined && { at }) },
					},
				]
			: refuse('session.unknown'),
});

/** Talking again, by the same or another means. */
export const resumeSession = act({
	name: 'session.resume',
	who: ['practitioner', 'client', 'representative'],
	safety: true,
	input: z.object({ id: idField, means: modeField }),
	decide: (mine, data) => (mine.joint.open[data.id] ? [{ kind: 'session.resumed', data }] : refuse('session.unknown')),
});

/** Somebody compared the six words of the room and they were not the same: the line may not be between them alone. */
export const doubtLine = act({
	name: 'session.doubt',
	who: ['practitioner', 'client', 'representative'],
	safety: true,
	input: z.object({ id: idField }),
	decide: (mine, data) => (mine.joint.open[data.id] ? [{ kind: 'session.doubted', data }] : refuse('session.unknown')),
});

/** A person leaves while the others go on. */
export const leaveSession = act({
	name: 'session.leave',
	who: ['practitioner', 'client', 'representative'],
	safety: true,
	input: z.object({ id: idField, person: personField }),
	speaksFor: ({ person }) => person,
	means: () => 'oral',
	decide: (mine, { id, person }) =>
		mine.joint.open[id]?.admitted.includes(person)
			? [{ kind: 'session.left', data: { id, person } }]
			: refuse('session.unknown'),
});

/** Close it; the note is then due. */
export const endSession = act({
	name: 'session.end',
	who: ['practitioner'],
	safety: true,
	input: z.object({ id: idField, agreed: textField.optional() }),
	decide: (mine, { id, agreed }) =>
		mine.joint.open[id]
			? [{ kind: 'session.ended', data: { id, ...(agreed !== undefined && { agreed }) } }]
			: refuse('session.unknown'),
});
