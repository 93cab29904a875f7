import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '#server/kernel/time.ts';
import { calendarAt } from './calendar.ts';

const dayIn = (at: number, zone = 'America/Toronto') =>
	Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

test.each([
	['in the morning', '2026-11-24T14:07:00Z', '2026-11-24T14:30:00Z'],
	['on the quarter', '2026-11-24T14:10:00Z', '2026-11-24T14:30:00Z'],
	['just before midnight', '2026-11-25T04:50:00Z', '2026-11-25T04:30:00Z'],
	['just after midnight', '2026-11-25T05:01:00Z', '2026-11-25T05:30:00Z'],
	['on the night the clocks go back', '2026-11-01T05:40:00Z', '2026-11-01T06:00:00Z'],
])('today’s appointment %s is today, and soon', (_, now, soon) => {
	const calendar = calendarAt(Date.parse(now));
	expect(new Date(calendar.soon).toISOString()).toBe(new Date(soon).toISOString());
	expect(dayIn(calendar.soon)).toBe(dayIn(calendar.now));
	expect(calendar.soon - calendar.now).toBeLessThan(HOUR);
	expect(calendar.now - calendar.soon).toBeLessThan(30 * MINUTE);
});

test('weekdays are found from any day, as far away as asked and no more than a week further', () => {
	for (let day = 0; day < 7; day++) {
		const calendar = calendarAt(Date.parse(`2026-11-2${day}T17:00:00Z`));
		for (const weekday of [1, 2, 3, 4, 5]) {
			const [last, next] = [calendar.last(weekday, 4), calendar.next(weekday, 2)];
			expect(Temporal.PlainDate.from(calendar.date(last)).dayOfWeek).toBe(weekday);
			expect(Temporal.PlainDate.from(calendar.date(next)).dayOfWeek).toBe(weekday);
			expect(last).toBeGreaterThan(-11);
			expect(last).toBeLessThanOrEqual(-4);
			expect(next).toBeGreaterThanOrEqual(2);
			expect(next).toBeLessThan(9);
		}
		expect(Temporal.PlainDate.from(calendar.date(calendar.workday(-1))).dayOfWeek).toBeLessThan(6);
	}
});

test('an hour is told where people live, in summer and in winter', () => {
	const calendar = calendarAt(Date.parse('2026-11-24T14:00:00Z'));
	expect(new Date(calendar.at(-7, '10:00')).toISOString()).toBe('2026-11-17T15:00:00.000Z');
	expect(new Date(calendar.at(-7, '10:00', 'NB')).toISOString()).toBe('2026-11-17T14:00:00.000Z');
	expect(new Date(calendar.at(-120, '10:00')).toISOString()).toBe('2026-07-27T14:00:00.000Z');
});

test.each([
	['2027-03-31T16:00:00Z', '2026-04-01', '2027-04-01'],
	['2027-04-01T16:00:00Z', '2027-04-01', '2028-04-01'],
])('a permit’s year holds today: %s', (now, from, until) => {
	const calendar = calendarAt(Date.parse(now));
	expect([calendar.permitYear(0), calendar.permitYear(-1)]).toEqual([from, until]);
});

test('a birthday keeps the age, whatever the day', () => {
	expect(calendarAt(Date.parse('2026-11-24T14:00:00Z')).born(15, 140)).toBe('2011-07-07');
});
