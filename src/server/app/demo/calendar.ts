import type { Instant, LocalDate } from '#server/kernel/time.ts';
import { zoneOf } from '#words/zones.ts';

/** The calendar of the story: days are counted from today (−1 is yesterday), hours are those of the place. */
export interface Calendar {
	readonly now: Instant;
	/** That hour of that day: `at(-7, '10:00')`. */
	readonly at: (day: number, hour: string, territory?: string) => Instant;
	/** The last such weekday (Monday is 1), at least so many days ago. */
	readonly last: (weekday: number, ago: number) => number;
	/** The next such weekday, at least so many days ahead. */
	readonly next: (weekday: number, ahead: number) => number;
	/** That day, or the Friday before it when it falls on a weekend. */
	readonly workday: (day: number) => number;
	readonly date: (day: number) => LocalDate;
	/** A birthday so many years and days ago. */
	readonly born: (years: number, days: number) => LocalDate;
	/** The first day of a permit's year, the one that holds today or an earlier one. */
	readonly permitYear: (yearsAgo: number) => LocalDate;
	/** Later today, with time enough to come: within the hour, and never past midnight. */
	readonly soon: Instant;
}

/** Count from that instant. */
export function calendarAt(now: Instant): Calendar {
	const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zoneOf('QC'));
	const today = here.toPlainDate();
	const plus = (day: number) => today.add({ days: day });
	const weekdayOf = (day: number) => plus(day).dayOfWeek;
	return {
		now,
		at: (day, hour, territory = 'QC') =>
			plus(day).toZonedDateTime({ timeZone: zoneOf(territory), plainTime: Temporal.PlainTime.from(hour) })
				.epochMilliseconds,
		last: (weekday, ago) => -ago - ((weekdayOf(-ago) - weekday + 7) % 7),
		next: (weekday, ahead) => ahead + ((weekday - weekdayOf(ahead) + 7) % 7),
		workday: (day) => day - Math.max(0, weekdayOf(day) - 5),
		date: (day) => plus(day).toString(),
		born: (years, days) => today.subtract({ years }).subtract({ days }).toString(),
		permitYear: (yearsAgo) => {
			const year = today.year - yearsAgo - (today.month < 4 ? 1 : 0);
			return `${year}-04-01`;
		},
		soon: soonAfter(here),
	};
}

function soonAfter(here: Temporal.ZonedDateTime): Instant {
	const quarter = here
		.add({ minutes: 20 })
		.round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'ceil' });
	const last = here.withPlainTime('23:30');
	return Math.min(quarter.epochMilliseconds, last.epochMilliseconds);
}
