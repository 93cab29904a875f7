import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { present } from '#server/kernel/dossier.ts';
import { idField, instantField, modeField, purposeField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { times, wrong } from './acts.ts';
import type { SchedulingEntry, SchedulingFacts } from './facts.ts';
import { keptOf, meetingFields, meetingOf } from './meeting.ts';

const act = actsOn<SchedulingFacts, SchedulingEntry>('dossier');
const slot = z.object({ id: idField, startsAt: instantField, endsAt: instantField });

/** Offer moments for the client to choose from; a later offer replaces what was not taken. */
export const offerSlots = act({
	name: 'slots.offer',
	who: ['practitioner', 'receptionist'],
	desk: true,
	input: z.object({
		purpose: purposeField,
		practitioner: idField,
		persons: z.array(idField).min(1, 'field.required').max(12),
		zone: times.zone,
		modes: z.array(modeField).min(1, 'field.required').max(5),
		inPerson: z.boolean(),
		slots: z.array(slot).min(1, 'field.required').max(20, 'field.tooMany'),
	}),
	gates: (_, { purpose }) => (purpose === 'service' ? ['appointment.book'] : []),
	focus: ({ purpose, persons }) => ({ purpose, meeting: meetingOf({ persons }) }),
	decide(_, data, { now, dossier }) {
		const bad = data.slots.map((s) => wrong(s.startsAt, s.endsAt, now)).find((code) => code !== undefined);
		if (bad) return refuse(bad);
		if (!dossier.careTeam[data.practitioner]) return refuse('appointment.notTheirPractitioner');
		const known = new Set(present(dossier).map((p) => p.id));
		return data.persons.every((p) => known.has(p)) ? [{ kind: 'slots.offered', data }] : refuse('act.noSuchPerson');
	},
});

/** The client takes one of the moments offered, and says whether they would rather come in person (qc-1.06-a). */
export const takeSlot = act({
	name: 'slot.take',
	who: ['client', 'representative'],
	input: z.object({ slot: idField, mode: modeField }),
	gates: (mine) => (mine.joint.offer?.purpose === 'service' ? ['appointment.book'] : []),
	focus: (_, mine) => (mine.joint.offer ? { purpose: mine.joint.offer.purpose } : {}),
	decide(mine, { slot: id, mode }, { now }) {
		const { offer } = mine.joint;
		const chosen = offer?.slots.find((s) => s.id === id);
		if (!offer || !chosen || chosen.startsAt <= now) return refuse('slot.gone');
		if (mode === 'inPerson' ? !offer.inPerson : !offer.modes.includes(mode)) return refuse('slot.notByThat');
		const answer = !offer.inPerson ? 'noOffice' : mode === 'inPerson' ? 'accepted' : 'declined';
		const { purpose, practitioner, persons, zone } = offer;
		return [
			{ kind: 'inPerson.offered', data: { answer, appointment: id } },
			{ kind: 'appointment.booked', data: { ...chosen, purpose, mode, persons, practitioner, zone } },
		];
	},
});

const DAY_OF_WEEKS = 7;

/** The same hour on the same day of the week, several times: each one an appointment of its own, all of them or none. */
export const bookSeries = act({
	name: 'series.book',
	who: ['practitioner', 'receptionist'],
	desk: true,
	input: z.object({
		purpose: purposeField,
		mode: modeField,
		persons: z.array(idField).min(1, 'field.required').max(12),
		practitioner: idField,
		...meetingFields,
		...times,
		everyWeeks: z.number('field.number').int('field.number').min(1, 'field.number').max(8, 'field.number'),
		count: z.number('field.number').int('field.number').min(2, 'field.number').max(26, 'field.number'),
	}),
	gates: (_, { purpose }) => (purpose === 'service' ? ['appointment.book'] : []),
	focus: (input) => ({ purpose: input.purpose, meeting: meetingOf(input) }),
	decide(_, { everyWeeks, count, interpreter, noInterpreter, togetherBecause, ...one }, { now, newId, dossier }) {
		const bad = wrong(one.startsAt, one.endsAt, now);
		if (bad) return refuse(bad);
		if (!dossier.careTeam[one.practitioner]) return refuse('appointment.notTheirPractitioner');
		const known = new Set(present(dossier).map((p) => p.id));
		if (!one.persons.every((p) => known.has(p))) return refuse('act.noSuchPerson');
		// The hour on the clock stays the same when the clocks change.
		const first = Temporal.Instant.fromEpochMilliseconds(one.startsAt).toZonedDateTimeISO(one.zone);
		const kept = keptOf({ interpreter, noInterpreter, togetherBecause });
		return Array.from({ length: count }, (_, i) => {
			const startsAt = first.add({ days: i * everyWeeks * DAY_OF_WEEKS }).epochMilliseconds;
			const endsAt = startsAt + one.endsAt - one.startsAt;
			return { kind: 'appointment.booked' as const, data: { ...one, ...kept, id: newId(), startsAt, endsAt } };
		});
	},
});

/** The person did not come, or came late: noted as it was; whether anything follows is in the agreement. */
export const missAppointment = act({
	name: 'appointment.miss',
	who: ['practitioner'],
	input: z.object({ id: idField, how: z.enum(['missed', 'late'], 'field.choice') }),
	decide(mine, { id, how }, { now }) {
		const a = mine.joint.appointments[id];
		if (a?.state !== 'booked') return refuse('appointment.unknown');
		if (a.startsAt > now) return refuse('appointment.notYet');
		return [{ kind: 'appointment.missed', data: { id, practitioner: a.practitioner, how } }];
	},
});
