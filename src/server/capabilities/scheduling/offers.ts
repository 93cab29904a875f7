import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { present } from '#server/kernel/dossier.ts';
import { idField, instantField, modeField, purposeField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { times, wrong } from './acts.ts';
import { openSlots, type SchedulingEntry, type SchedulingFacts } from './facts.ts';
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
		/** A place of the waiting list is kept for them until then. */
		keptUntil: instantField.optional(),
		...meetingFields,
	}),
	gates: (_, { purpose }) => (purpose === 'service' ? ['appointment.book'] : []),
	focus: ({ purpose, ...input }) => ({ purpose, meeting: meetingOf(input) }),
	decide(_, { interpreter, noInterpreter, togetherBecause, keptUntil, ...data }, { now, dossier }) {
		if (keptUntil !== undefined && keptUntil <= now) return refuse('slot.keptPast');
		const bad = data.slots.map((s) => wrong(s.startsAt, s.endsAt, now)).find((code) => code !== undefined);
		if (bad) return refuse(bad);
		if (!dossier.careTeam[data.practitioner]) return refuse('appointment.notTheirPractitioner');
		const known = new Set(present(dossier).map((p) => p.id));
		if (!data.persons.every((p) => known.has(p))) return refuse('act.noSuchPerson');
		const kept = {
			...keptOf({ interpreter, noInterpreter, togetherBecause }),
			...(keptUntil !== undefined && { keptUntil }),
		};
		return [{ kind: 'slots.offered', data: { ...data, ...kept } }];
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
		const chosen = openSlots(offer, now).find((s) => s.id === id);
		if (!offer || !chosen) return refuse('slot.gone');
		if (mode === 'inPerson' ? !offer.inPerson : !offer.modes.includes(mode)) return refuse('slot.notByThat');
		const answer = !offer.inPerson ? 'noOffice' : mode === 'inPerson' ? 'accepted' : 'declined';
		const { purpose, practitioner, persons, zone } = offer;
		return [
			{ kind: 'inPerson.offered', data: { answer, appointment: id } },
			{ kind: 'appointment.booked', data: { ...chosen, purpose, mode, persons, practitioner, zone } },
		];
	},
});

/** None of these moments suits: whoever waits stays on the list, or leaves it, as they say. */
export const declineSlots = act({
	name: 'slots.decline',
	who: ['client', 'representative', 'practitioner', 'receptionist'],
	desk: true,
	input: z.object({ stays: z.boolean() }),
	decide: (mine, data) => (mine.joint.offer ? [{ kind: 'slots.declined', data }] : refuse('slot.gone')),
});

/** Somebody needs an interpreter at a meeting that was booked before it was known: who it is, or why none (qc-1.03-b). */
export const nameInterpreter = act({
	name: 'interpreter.name',
	who: ['practitioner', 'receptionist'],
	desk: true,
	input: z
		.object({ id: idField, interpreter: meetingFields.interpreter, noInterpreter: meetingFields.noInterpreter })
		.refine((i) => (i.interpreter ?? i.noInterpreter) !== undefined, {
			path: ['interpreter'],
			message: 'field.required',
		}),
	decide(mine, { id, ...said }, { now }) {
		const a = mine.joint.appointments[id];
		if (a?.state !== 'booked' || a.endsAt <= now) return refuse('appointment.unknown');
		return [{ kind: 'interpreter.named', data: { id, ...keptOf(said) } }];
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
	input: z.object({
		id: idField,
		how: z.enum(['missed', 'late'], 'field.choice'),
		/** How many minutes late: the agreement says from how many it counts. */
		lateBy: z.number('field.number').int('field.number').min(1, 'field.number').max(480, 'field.number').optional(),
	}),
	decide(mine, { id, how, lateBy }, { now }) {
		const a = mine.joint.appointments[id];
		if (a?.state !== 'booked') return refuse('appointment.unknown');
		if (a.startsAt > now) return refuse('appointment.notYet');
		const by = how === 'late' && lateBy !== undefined && { lateBy };
		return [{ kind: 'appointment.missed', data: { id, practitioner: a.practitioner, how, ...by } }];
	},
});
