import { DAY, HOUR } from '#server/kernel/time.ts';
import { lea, marie, NOON, noe, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { SchedulingEntry } from './scheduling/facts.ts';

const person = lea.person;
const appointment = uid(81);
const times = { startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR, zone: 'America/Toronto' };
type Booked = Exclude<SchedulingEntry['kind'], 'inPerson.offered'>;
type Lines = { readonly [K in Booked]: readonly Extract<SchedulingEntry, { kind: K }>['data'][] };

/** A believable line of every kind of booking. */
export const bookingSamples: Lines = {
	'appointment.booked': [
		{
			id: appointment,
			purpose: 'service',
			mode: 'video',
			persons: [person, noe.person],
			practitioner: marie,
			...times,
		},
		{
			id: uid(82),
			purpose: 'service',
			mode: 'video',
			persons: [person],
			practitioner: marie,
			interpreter: said,
			noInterpreter: said,
			togetherBecause: 'ordered',
			...times,
		},
	],
	'slots.offered': [
		{
			purpose: 'service',
			practitioner: marie,
			persons: [person],
			zone: 'America/Toronto',
			modes: ['video'],
			inPerson: true,
			keptUntil: NOON + HOUR,
			interpreter: said,
			slots: [{ id: uid(85), startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR }],
		},
	],
	'slots.declined': [{ stays: true }],
	'interpreter.named': [{ id: appointment, interpreter: said }],
	'appointment.reminded': [{ id: appointment, sequence: 0 }],
	'appointment.missed': [{ id: appointment, practitioner: marie, how: 'late', lateBy: 25 }],
	'appointment.moved': [{ id: appointment, practitioner: marie, ...times }],
	'appointment.cancelled': [
		{ id: appointment, practitioner: marie, startsAt: times.startsAt, endsAt: times.endsAt, reason: 'person' },
	],
};
