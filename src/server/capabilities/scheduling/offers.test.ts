import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '#server/kernel/time.ts';
import { bench, byLea, lea, marie, NOON, noe, stranger, uid } from '../acts.harness.ts';
import { type SchedulingEntry, type SchedulingFacts, schedulingFold } from './facts.ts';
import * as acts from './offers.ts';

const { given } = bench<SchedulingFacts, SchedulingEntry>(schedulingFold);
const [one, two] = [uid(85), uid(86)];
const slots = [
	{ id: one, startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR },
	{ id: two, startsAt: NOON + 2 * DAY, endsAt: NOON + 2 * DAY + HOUR },
];
const offer = {
	purpose: 'service',
	practitioner: marie,
	persons: [lea.person, noe.person],
	zone: 'America/Toronto',
	modes: ['video'],
	inPerson: true,
	slots,
} as const;
const offered = { kind: 'slots.offered', data: offer } as const;

describe('moments to choose from', () => {
	test('are offered by the team, to persons of the file, to come', () => {
		expect(given().when(acts.offerSlots, offer)).toEqual({ did: [offered] });
		expect(given().when(acts.offerSlots, { ...offer, practitioner: uid(2) })).toEqual({
			refused: 'appointment.notTheirPractitioner',
		});
		expect(given().when(acts.offerSlots, { ...offer, persons: [stranger] })).toEqual({ refused: 'act.noSuchPerson' });
		const past = [{ id: one, startsAt: NOON - DAY, endsAt: NOON - DAY + HOUR }];
		expect(given().when(acts.offerSlots, { ...offer, slots: past })).toEqual({ refused: 'appointment.past' });
		expect(given().when(acts.offerSlots, { ...offer, slots: [] })).toEqual({ wrong: { slots: 'field.required' } });
		expect(given().asks(acts.offerSlots, offer).gates).toEqual(['appointment.book']);
	});
	test('[qc-1.06-a] one is taken by the client, and the answer on meeting in person is kept with it', () => {
		const taken = (mode: string, answer: string) => ({
			did: [
				{ kind: 'inPerson.offered', data: { answer, appointment: one } },
				{
					kind: 'appointment.booked',
					data: {
						...slots[0],
						purpose: 'service',
						mode,
						persons: offer.persons,
						practitioner: marie,
						zone: offer.zone,
					},
				},
			],
		});
		const here = given(offered);
		expect(here.when(acts.takeSlot, { slot: one, mode: 'inPerson' }, byLea)).toEqual(taken('inPerson', 'accepted'));
		expect(here.when(acts.takeSlot, { slot: one, mode: 'video' }, byLea)).toEqual(taken('video', 'declined'));
		const noOffice = given({ kind: 'slots.offered', data: { ...offer, inPerson: false } });
		expect(noOffice.when(acts.takeSlot, { slot: one, mode: 'video' }, byLea)).toEqual(taken('video', 'noOffice'));
		expect(noOffice.when(acts.takeSlot, { slot: one, mode: 'inPerson' }, byLea)).toEqual({
			refused: 'slot.notByThat',
		});
		expect(here.when(acts.takeSlot, { slot: one, mode: 'chat' }, byLea)).toEqual({ refused: 'slot.notByThat' });
		expect(here.when(acts.takeSlot, { slot: 'lundi', mode: 'video' }, byLea)).toEqual({ wrong: { slot: 'field.id' } });
	});
	test('what was taken or is gone by is offered no more; the rest stands', () => {
		const { startsAt, endsAt } = slots[0] ?? { startsAt: 0, endsAt: 0 };
		const here = given(offered, {
			kind: 'appointment.booked',
			data: {
				id: one,
				startsAt,
				endsAt,
				purpose: 'service',
				mode: 'video',
				persons: offer.persons,
				practitioner: marie,
				zone: offer.zone,
			},
		});
		expect(here.facts.joint.offer?.slots.map((s) => s.id)).toEqual([two]);
		expect(here.when(acts.takeSlot, { slot: one, mode: 'video' }, byLea)).toEqual({ refused: 'slot.gone' });
		const late = { ...byLea, now: NOON + 3 * DAY };
		expect(given(offered).when(acts.takeSlot, { slot: two, mode: 'video' }, late)).toEqual({ refused: 'slot.gone' });
	});
});

describe('a series', () => {
	const { slots: _, modes: __, inPerson: ___, ...who } = offer;
	const series = { ...who, mode: 'video', everyWeeks: 1, count: 3 };
	const clockOf = (at: number): string =>
		Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(offer.zone).toPlainTime().toString();
	test('keeps its hour on the clock when the clocks change', () => {
		// In 2027 the clocks of Québec go forward on 14 March.
		const startsAt = Date.UTC(2027, 2, 8, 15);
		const outcome = given().when(acts.bookSeries, { ...series, startsAt, endsAt: startsAt + 50 * MINUTE });
		const starts = 'did' in outcome ? outcome.did.map((d) => (d.data as { startsAt: number }).startsAt) : [];
		expect(starts.map(clockOf)).toEqual(['10:00:00', '10:00:00', '10:00:00']);
		expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBe(7 * DAY - HOUR);
	});
	test('is of the team, with persons of the file, at most half a year', () => {
		const at = { startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR };
		expect(given().when(acts.bookSeries, { ...series, ...at, practitioner: uid(2) })).toEqual({
			refused: 'appointment.notTheirPractitioner',
		});
		expect(given().when(acts.bookSeries, { ...series, ...at, persons: [stranger] })).toEqual({
			refused: 'act.noSuchPerson',
		});
		expect(given().when(acts.bookSeries, { ...series, ...at, count: 27 })).toEqual({
			wrong: { count: 'field.number' },
		});
		expect(given().asks(acts.bookSeries, { ...series, ...at })).toEqual({
			gates: ['appointment.book'],
			focus: { purpose: 'service', meeting: { persons: series.persons, interpreted: false, anyway: false } },
		});
	});
});

test('an absence is noted once, after its time, and counted', () => {
	const booked = (at: number) =>
		({
			kind: 'appointment.booked',
			data: {
				id: one,
				startsAt: at,
				endsAt: at + HOUR,
				purpose: 'service',
				mode: 'video',
				persons: offer.persons,
				practitioner: marie,
				zone: offer.zone,
			},
		}) as const;
	const missed = { kind: 'appointment.missed', data: { id: one, practitioner: marie, how: 'missed' } } as const;
	const gone = given(booked(NOON - 2 * HOUR));
	expect(gone.when(acts.missAppointment, { id: one, how: 'missed' })).toEqual({ did: [missed] });
	expect(given(booked(NOON + DAY)).when(acts.missAppointment, { id: one, how: 'missed' })).toEqual({
		refused: 'appointment.notYet',
	});
	const after = given(booked(NOON - 2 * HOUR), missed);
	expect(after.facts.joint).toMatchObject({ missed: 1, appointments: { [one]: { state: 'missed' } } });
	expect(after.when(acts.missAppointment, { id: one, how: 'late' })).toEqual({ refused: 'appointment.unknown' });
	expect(gone.when(acts.missAppointment, { id: one, how: 'perdu' })).toEqual({ wrong: { how: 'field.choice' } });
});
