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

describe('a place that is kept for a while', () => {
	const keptUntil = NOON + 6 * HOUR;
	const kept = { kind: 'slots.offered', data: { ...offer, keptUntil } } as const;
	test('is taken until then, and not after', () => {
		expect(given().when(acts.offerSlots, { ...offer, keptUntil })).toEqual({ did: [kept] });
		expect(given().when(acts.offerSlots, { ...offer, keptUntil: NOON })).toEqual({ refused: 'slot.keptPast' });
		expect(given(kept).when(acts.takeSlot, { slot: one, mode: 'video' }, byLea)).toHaveProperty('did');
		const later = { ...byLea, now: keptUntil };
		expect(given(kept).when(acts.takeSlot, { slot: one, mode: 'video' }, later)).toEqual({ refused: 'slot.gone' });
	});
	test('brings two together for a reason that is said, and that the facts do not hold', () => {
		const why = { ...offer, togetherBecause: 'judgement' } as const;
		expect(given().asks(acts.offerSlots, why).focus).toMatchObject({ meeting: { anyway: true } });
		expect(given().when(acts.offerSlots, why)).toEqual({ did: [{ kind: 'slots.offered', data: why }] });
		expect(JSON.stringify(given({ kind: 'slots.offered', data: why }).facts.joint)).not.toContain('judgement');
	});
	test('is let go, and the person says whether they stay on the list', () => {
		const declined = { kind: 'slots.declined', data: { stays: false } } as const;
		expect(given(kept).when(acts.declineSlots, { stays: false }, byLea)).toEqual({ did: [declined] });
		expect(given(kept, declined).facts.joint.offer).toBeUndefined();
		expect(given().when(acts.declineSlots, { stays: true }, byLea)).toEqual({ refused: 'slot.gone' });
		expect(given(kept).when(acts.declineSlots, {}, byLea)).toHaveProperty('wrong');
	});
});

describe('[qc-1.03-b] an interpreter', () => {
	const interpreter = 'Samira Haddad';
	test('is named with the moments that are offered, and holds for the meeting one of them becomes', () => {
		const lines = { kind: 'slots.offered', data: { ...offer, interpreter } } as const;
		expect(given().when(acts.offerSlots, { ...offer, interpreter })).toEqual({ did: [lines] });
		expect(given().asks(acts.offerSlots, { ...offer, interpreter }).focus).toMatchObject({
			meeting: { interpreted: true },
		});
		const taken = given(lines).when(acts.takeSlot, { slot: one, mode: 'video' }, byLea);
		const after = given(lines, ...('did' in taken ? (taken.did.slice(1) as never[]) : []));
		expect(after.facts.joint.appointments[one]).toMatchObject({ interpreted: true });
		expect(JSON.stringify(after.facts.joint)).not.toContain(interpreter);
	});
	test('is named for each meeting of a series', () => {
		const { slots: _, modes: __, inPerson: ___, ...who } = offer;
		const times = { startsAt: NOON + DAY, endsAt: NOON + DAY + HOUR };
		const series = { ...who, mode: 'video', everyWeeks: 1, count: 2, ...times, interpreter };
		const booked = given().when(acts.bookSeries, series);
		expect('did' in booked ? booked.did.map((d) => d.data) : []).toMatchObject([{ interpreter }, { interpreter }]);
	});
	test('is named later for a meeting that stands, or it is said why there is none', () => {
		const data = { id: one, interpreter };
		const [slot] = slots;
		const meeting = {
			kind: 'appointment.booked',
			data: {
				id: one,
				startsAt: slot?.startsAt ?? 0,
				endsAt: slot?.endsAt ?? 0,
				purpose: 'service',
				mode: 'video',
				persons: offer.persons,
				practitioner: marie,
				zone: offer.zone,
			},
		} as const;
		const named = { kind: 'interpreter.named', data } as const;
		expect(given(meeting).when(acts.nameInterpreter, data)).toEqual({ did: [named] });
		expect(given(meeting, named).facts.joint.appointments[one]).toMatchObject({ interpreted: true });
		expect(given(meeting).when(acts.nameInterpreter, { id: one, noInterpreter: 'Sa sœur traduit' })).toHaveProperty(
			'did',
		);
		expect(given(meeting).when(acts.nameInterpreter, { id: one })).toEqual({
			wrong: { interpreter: 'field.required' },
		});
		expect(given().when(acts.nameInterpreter, data)).toEqual({ refused: 'appointment.unknown' });
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
	test('keeps its hour in autumn too: that week is an hour longer', () => {
		// In 2026 the clocks of Québec go back on 1 November.
		const startsAt = Date.UTC(2026, 9, 28, 14);
		const soon = { now: Date.UTC(2026, 9, 20) };
		const outcome = given().when(acts.bookSeries, { ...series, startsAt, endsAt: startsAt + 50 * MINUTE }, soon);
		const times = 'did' in outcome ? outcome.did.map((d) => d.data as { startsAt: number; endsAt: number }) : [];
		expect(times.map((t) => clockOf(t.startsAt))).toEqual(['10:00:00', '10:00:00', '10:00:00']);
		expect((times[1]?.startsAt ?? 0) - (times[0]?.startsAt ?? 0)).toBe(7 * DAY + HOUR);
		expect(times.map((t) => t.endsAt - t.startsAt)).toEqual([50, 50, 50].map((n) => n * MINUTE));
	});
	test('an hour that the clocks leap over is told at the next one, and none is lost', () => {
		const at = Temporal.ZonedDateTime.from('2027-03-07T02:30[America/Toronto]').epochMilliseconds;
		const outcome = given().when(acts.bookSeries, { ...series, startsAt: at, endsAt: at + HOUR });
		const starts = 'did' in outcome ? outcome.did.map((d) => (d.data as { startsAt: number }).startsAt) : [];
		expect(starts.map(clockOf)).toEqual(['02:30:00', '03:30:00', '02:30:00']);
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
	expect(gone.when(acts.missAppointment, { id: one, how: 'late', lateBy: 25 })).toEqual({
		did: [{ kind: 'appointment.missed', data: { id: one, practitioner: marie, how: 'late', lateBy: 25 } }],
	});
});
