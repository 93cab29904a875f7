import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { present } from '#server/kernel/dossier.ts';
import { idField, instantField, lineField, modeField, purposeField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { HOUR } from '#server/kernel/time.ts';
import type { SchedulingEntry, SchedulingFacts } from './facts.ts';
import { keptOf, meetingFields, meetingOf } from './meeting.ts';

const act = actsOn<SchedulingFacts, SchedulingEntry>('dossier');
const isZone = (name: string): boolean => {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
};
// A zone that calendars do not know could not be shown again.
/** When an appointment is, and in whose hours. */
export const times = {
	startsAt: instantField,
	endsAt: instantField,
	zone: lineField.refine((z) => z === '' || isZone(z), 'field.choice'),
};
/** Too long, too short, or gone by. */
export const wrong = (startsAt: number, endsAt: number, now: number) =>
	endsAt <= startsAt || endsAt - startsAt > 8 * HOUR
		? 'appointment.length'
		: startsAt < now - HOUR
			? 'appointment.past'
			: undefined;

/** Agree on a time; anything but a first contact waits for the preliminary assessment (qc-2.07-a). */
export const bookAppointment = act({
	name: 'appointment.book',
	who: ['practitioner', 'receptionist'],
	desk: true,
	input: z.object({
		id: idField,
		purpose: purposeField,
		mode: modeField,
		persons: z.array(idField).min(1, 'field.required').max(12),
		practitioner: idField,
		...meetingFields,
		...times,
	}),
	gates: (_, { purpose }) => (purpose === 'service' ? ['appointment.book'] : []),
	focus: (input) => ({ purpose: input.purpose, meeting: meetingOf(input) }),
	decide(mine, input, { now, dossier }) {
		const { interpreter, noInterpreter, togetherBecause, ...booked } = input;
		const data = { ...booked, ...keptOf({ interpreter, noInterpreter, togetherBecause }) };
		const bad = wrong(data.startsAt, data.endsAt, now);
		if (bad) return refuse(bad);
		if (!dossier.careTeam[data.practitioner]) return refuse('appointment.notTheirPractitioner');
		if (mine.joint.appointments[data.id]) return refuse('appointment.known');
		const known = new Set(present(dossier).map((p) => p.id));
		return data.persons.every((p) => known.has(p))
			? [{ kind: 'appointment.booked', data }]
			: refuse('act.noSuchPerson');
	},
});

/** Another time for the same appointment. */
export const moveAppointment = act({
	name: 'appointment.move',
	who: ['practitioner', 'receptionist'],
	desk: true,
	input: z.object({ id: idField, ...times }),
	decide(mine, data, { now }) {
		const before = mine.joint.appointments[data.id];
		if (before?.state !== 'booked') return refuse('appointment.unknown');
		const bad = wrong(data.startsAt, data.endsAt, now);
		return bad ? refuse(bad) : [{ kind: 'appointment.moved', data: { ...data, practitioner: before.practitioner } }];
	},
});

/** It comes soon: who agreed to e-mail is reminded, once for each time that was agreed on; the letter says nothing of why. */
export const remindAppointment = act({
	name: 'appointment.remind',
	who: ['system'],
	input: z.object({ id: idField }),
	decide(mine, { id }, { now }) {
		const a = mine.joint.appointments[id];
		if (a?.state !== 'booked' || a.startsAt < now || a.reminded === a.sequence) return refuse('appointment.unknown');
		return [{ kind: 'appointment.reminded', data: { id, sequence: a.sequence } }];
	},
});

/** Call it off. */
export const cancelAppointment = act({
	name: 'appointment.cancel',
	who: ['practitioner', 'receptionist', 'client', 'representative', 'system'],
	desk: true,
	/** Here or on the telephone, somebody asked for it: the word is then theirs. */
	input: z.object({ id: idField, asked: z.enum(['person', 'practice'], 'field.choice').optional() }),
	decide(mine, { id, asked }, { roles, actor }) {
		const a = mine.joint.appointments[id];
		if (a?.state !== 'booked') return refuse('appointment.unknown');
		const ours = asked !== 'person' && (roles.includes('practitioner') || roles.includes('receptionist'));
		// The system calls off what no permit covers any more; nobody else's word is in it.
		const reason = actor.system ? ('permit' as const) : ours ? ('practitioner' as const) : ('person' as const);
		return [
			{
				kind: 'appointment.cancelled',
				data: { id, practitioner: a.practitioner, startsAt: a.startsAt, endsAt: a.endsAt, reason },
			},
		];
	},
});
