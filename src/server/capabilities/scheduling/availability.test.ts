import { describe, expect, test } from 'vitest';
import { HOUR } from '#server/kernel/time.ts';
import { bench, NOON } from '../acts.harness.ts';
import { closeFeed, exceptDay, openFeed, openMoments, setAvailability } from './availability.ts';
import { type AvailabilityEntry, type AvailabilityFacts, availabilityFold } from './facts.ts';

const { given } = bench<AvailabilityFacts, AvailabilityEntry>(availabilityFold);
const week = {
	zone: 'America/Toronto',
	minutes: 60,
	hours: [
		{ day: 1, from: '09:00', to: '11:30' },
		{ day: 2, from: '13:00', to: '14:00' },
	],
} as const;
const set = { kind: 'availability.set', data: week } as const;
const told = (facts: AvailabilityFacts, taken: readonly { startsAt: number; endsAt: number }[] = []) =>
	openMoments(facts, { from: NOON, days: 10, taken }).map((m) =>
		Temporal.Instant.fromEpochMilliseconds(m.startsAt)
			.toZonedDateTimeISO(week.zone)
			.toPlainDateTime()
			.toString()
			.slice(0, 16),
	);

describe('the hours of a week', () => {
	test('are set, in order, in a zone that calendars know', () => {
		expect(given().when(setAvailability, week)).toEqual({ did: [set] });
		expect(given().when(setAvailability, { ...week, zone: 'America/Nowhere' })).toEqual({
			wrong: { zone: 'field.choice' },
		});
		const backwards = { ...week, hours: [{ day: 1, from: '11:00', to: '09:00' }] };
		expect(given().when(setAvailability, backwards)).toEqual({ wrong: { 'hours.0.to': 'field.endBeforeStart' } });
		const odd = { ...week, hours: [{ day: 1, from: '9h', to: '10:00' }] };
		expect(given().when(setAvailability, odd)).toMatchObject({ wrong: { 'hours.0.from': 'field.time' } });
	});
	test('are cut in whole meetings, of the days to come', () => {
		expect(told(given(set).facts.joint)).toEqual([
			'2026-11-23T09:00',
			'2026-11-23T10:00',
			'2026-11-24T13:00',
			'2026-11-30T09:00',
			'2026-11-30T10:00',
			'2026-12-01T13:00',
		]);
		expect(told(given().facts.joint)).toEqual([]);
	});
	test('leave out what is taken, even in part, and the days that differ', () => {
		const closed = { kind: 'availability.excepted', data: { day: '2026-11-30', hours: [] } } as const;
		const other = {
			kind: 'availability.excepted',
			data: { day: '2026-12-01', hours: [{ from: '18:00', to: '19:00' }] },
		} as const;
		const startsAt = Date.UTC(2026, 10, 23, 14, 30);
		expect(told(given(set, closed, other).facts.joint, [{ startsAt, endsAt: startsAt + HOUR }])).toEqual([
			'2026-11-24T13:00',
			'2026-12-01T18:00',
		]);
	});
	test('of one day are set apart', () => {
		const data = { day: '2026-12-24', hours: [] };
		expect(given().when(exceptDay, data)).toEqual({ did: [{ kind: 'availability.excepted', data }] });
		expect(given().when(exceptDay, { ...data, day: 'Noël' })).toEqual({ wrong: { day: 'field.day' } });
	});
});

describe('another calendar', () => {
	const digest = 'ab'.repeat(32);
	const opened = { kind: 'feed.opened', data: { digest } } as const;
	test('reads by a secret of which only the digest is kept, and another ends the one before', () => {
		expect(given().when(openFeed, { digest })).toEqual({ did: [opened] });
		expect(given().when(openFeed, { digest: 'secret' })).toEqual({ wrong: { digest: 'field.choice' } });
		const other = { kind: 'feed.opened', data: { digest: 'cd'.repeat(32) } } as const;
		expect(given(opened, other).facts.joint.feed?.digest).toBe('cd'.repeat(32));
	});
	test('reads no more once it is closed', () => {
		const closed = { kind: 'feed.closed', data: {} } as const;
		expect(given(opened).when(closeFeed, {})).toEqual({ did: [closed] });
		expect(given(opened, closed).when(closeFeed, {})).toEqual({ refused: 'feed.none' });
	});
});
