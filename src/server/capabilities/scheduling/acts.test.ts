import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '#server/kernel/time.ts';
import { bench, byLea, bySystem, lea, marie, NOON, noe, type Past, stranger, uid } from '../acts.harness.ts';
import * as acts from './acts.ts';
import { missedTwice, type SchedulingEntry, type SchedulingFacts, schedulingFold } from './facts.ts';

const { given } = bench<SchedulingFacts, SchedulingEntry>(schedulingFold);

const id = uid(81);
const at = (startsAt: number, endsAt = startsAt + 50 * MINUTE) => ({ startsAt, endsAt, zone: 'America/Toronto' });
const appointment = {
	id,
	purpose: 'service',
	mode: 'video',
	persons: [lea.person, noe.person],
	practitioner: marie,
	...at(NOON + DAY),
} as const;
const booked = { kind: 'appointment.booked', data: appointment } as const;
const cancelled = (reason: 'person' | 'practitioner') =>
	({
		kind: 'appointment.cancelled',
		data: { id, practitioner: marie, startsAt: appointment.startsAt, endsAt: appointment.endsAt, reason },
	}) as const;

describe('an appointment', () => {
	test('is booked with persons of the file and somebody of its team', () => {
		expect(given().when(acts.bookAppointment, appointment)).toEqual({ did: [booked] });
		expect(given().when(acts.bookAppointment, { ...appointment, practitioner: uid(2) })).toEqual({
			refused: 'appointment.notTheirPractitioner',
		});
		expect(given().when(acts.bookAppointment, { ...appointment, persons: [stranger] })).toEqual({
			refused: 'act.noSuchPerson',
		});
		expect(given({ kind: 'person.left', data: { id: noe.person } }).when(acts.bookAppointment, appointment)).toEqual({
			refused: 'act.noSuchPerson',
		});
	});
	test('is booked once', () => {
		expect(given(booked).when(acts.bookAppointment, appointment)).toEqual({ refused: 'appointment.known' });
	});
	test.each([
		['ends after it starts', at(NOON + DAY, NOON + DAY), 'appointment.length'],
		['is not longer than a day’s work', at(NOON + DAY, NOON + DAY + 8 * HOUR + 1), 'appointment.length'],
		['is not long past', at(NOON - HOUR - 1), 'appointment.past'],
	])('%s', (_, times, refused) => {
		expect(given().when(acts.bookAppointment, { ...appointment, ...times })).toEqual({ refused });
		expect(given(booked).when(acts.moveAppointment, { id, ...times })).toEqual({ refused });
	});
	test('may have just begun, and last eight hours', () => {
		expect(given().when(acts.bookAppointment, { ...appointment, ...at(NOON - HOUR, NOON + 7 * HOUR) })).toHaveProperty(
			'did',
		);
	});
	test.each([
		[{ persons: [] }, { persons: 'field.required' }],
		[{ purpose: 'tea' }, { purpose: 'field.choice' }],
		[{ mode: 'letter' }, { mode: 'field.choice' }],
		[{ startsAt: 'lundi' }, { startsAt: 'field.instant' }],
		[{ startsAt: Number.NaN }, { startsAt: 'field.instant' }],
		[{ zone: 'America/Nowhere' }, { zone: 'field.choice' }],
	])('is not booked with %j', (wrong, fields) => {
		expect(given().when(acts.bookAppointment, { ...appointment, ...wrong })).toEqual({ wrong: fields });
	});
	test('[qc-2.07-a] waits for the preliminary assessment when it is for a service, and only then', () => {
		expect(given().asks(acts.bookAppointment, appointment)).toEqual({
			gates: ['appointment.book'],
			focus: {
				purpose: 'service',
				meeting: { persons: appointment.persons, interpreted: false, anyway: false },
			},
		});
		for (const purpose of ['initialInterview', 'safety', 'rehearsal'])
			expect(given().asks(acts.bookAppointment, { ...appointment, purpose }).gates).toEqual([]);
	});
});

describe('moving and calling off', () => {
	const moved = { id, ...at(NOON + 2 * DAY) };
	test('moves what is booked, for the same practitioner, and counts it', () => {
		expect(given(booked).when(acts.moveAppointment, moved)).toEqual({
			did: [{ kind: 'appointment.moved', data: { ...moved, practitioner: marie } }],
		});
		const { facts } = given(booked, { kind: 'appointment.moved', data: { ...moved, practitioner: marie } });
		expect(facts.joint.appointments[id]).toMatchObject({
			sequence: 1,
			startsAt: NOON + 2 * DAY,
			state: 'booked',
			persons: appointment.persons,
		});
	});
	test('says who called it off: the person or the practice', () => {
		expect(given(booked).when(acts.cancelAppointment, { id })).toEqual({ did: [cancelled('practitioner')] });
		expect(given(booked).when(acts.cancelAppointment, { id }, { roles: ['receptionist'] })).toEqual({
			did: [cancelled('practitioner')],
		});
		expect(given(booked).when(acts.cancelAppointment, { id }, byLea)).toEqual({ did: [cancelled('person')] });
		// By telephone: written down here, asked for there.
		expect(given(booked).when(acts.cancelAppointment, { id, asked: 'person' })).toEqual({ did: [cancelled('person')] });
		expect(given(booked).when(acts.cancelAppointment, { id, asked: 'eux' })).toEqual({
			wrong: { asked: 'field.choice' },
		});
	});
	test('[def-qc-regulated] the system calls off what no permit covers any more, and says so', () => {
		const { did } = given(booked).when(acts.cancelAppointment, { id }, bySystem) as { did: readonly object[] };
		expect(did).toMatchObject([{ kind: 'appointment.cancelled', data: { id, reason: 'permit' } }]);
	});
	test('is of an appointment that stands', () => {
		for (const here of [given(), given(booked, cancelled('person'))]) {
			expect(here.when(acts.moveAppointment, moved)).toEqual({ refused: 'appointment.unknown' });
			expect(here.when(acts.cancelAppointment, { id })).toEqual({ refused: 'appointment.unknown' });
		}
		expect(given(booked).when(acts.cancelAppointment, { id: 'lundi' })).toEqual({ wrong: { id: 'field.id' } });
		expect(given(booked).when(acts.moveAppointment, { ...moved, zone: '' })).toEqual({
			wrong: { zone: 'field.required' },
		});
	});
});

test('those to come are all kept; of those that were, the last four', () => {
	const many = Array.from({ length: 40 }, (_, i) => {
		const startsAt = NOON + (i - 30) * DAY;
		return {
			kind: 'appointment.booked',
			at: NOON + i * MINUTE,
			data: { ...appointment, id: uid(300 + i), ...at(startsAt) },
		} as const;
	});
	const kept = Object.values(given(...many).facts.joint.appointments).map((a) => a.startsAt);
	expect(kept.filter((t) => t >= NOON)).toHaveLength(10);
	expect(kept.filter((t) => t < NOON)).toHaveLength(4);
	expect(Math.min(...kept)).toBe(NOON - 4 * DAY);
});

test('[qc-2.08-0b] missed twice in a row counts; with one that was held between them, it does not', () => {
	const before = (n: number) => ({ ...appointment, id: uid(300 + n), ...at(NOON - n * DAY) });
	const were = (n: number) => ({ kind: 'appointment.booked', data: before(n), at: NOON - 20 * DAY }) as const;
	const missed = (n: number) =>
		({ kind: 'appointment.missed', data: { id: uid(300 + n), practitioner: marie, how: 'missed' } }) as const;
	const twice = (...lines: readonly Past<SchedulingEntry>[]) => missedTwice(given(...lines).facts.joint, NOON);
	expect(twice(were(9), were(3), missed(9), missed(3))).toBe(true);
	expect(twice(were(9), were(6), were(3), missed(9), missed(3))).toBe(false);
	expect(twice(were(3), missed(3))).toBe(false);
});

describe('a reminder', () => {
	const times = { startsAt: NOON + 2 * DAY, endsAt: NOON + 2 * DAY + HOUR, zone: 'America/Toronto' };
	const booked = {
		kind: 'appointment.booked',
		data: { id: uid(71), purpose: 'service', mode: 'video', persons: [lea.person], practitioner: marie, ...times },
	} as const;
	const reminded = { kind: 'appointment.reminded', data: { id: uid(71), sequence: 0 } } as const;
	test('is sent once for each time that was agreed on', () => {
		const ask = { id: uid(71) };
		expect(given(booked).when(acts.remindAppointment, ask, bySystem)).toEqual({ did: [reminded] });
		expect(given(booked, reminded).when(acts.remindAppointment, ask, bySystem)).toEqual({
			refused: 'appointment.unknown',
		});
		const moved = { kind: 'appointment.moved', data: { id: uid(71), practitioner: marie, ...times } } as const;
		expect(given(booked, reminded, moved).when(acts.remindAppointment, ask, bySystem)).toMatchObject({
			did: [{ data: { sequence: 1 } }],
		});
		expect(given().when(acts.remindAppointment, ask, bySystem)).toEqual({ refused: 'appointment.unknown' });
		expect(given().when(acts.remindAppointment, { id: 'x' }, bySystem)).toEqual({ wrong: { id: 'field.id' } });
	});
});
