import { systemClock } from '#server/platform/clock.ts';
import { zoneOf } from '#words/zones.ts';
import type { PageServerLoad } from './$types';

/** Its own layout is not the public one, so it says again that it needs no script. */
export const csr = false;

const ofMonth = (text: string | null, today: Temporal.PlainDate): Temporal.PlainYearMonth =>
	/^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '') ? Temporal.PlainYearMonth.from(text ?? '') : today.toPlainYearMonth();

/** One month of an ordinary calendar: weeks that start on Sunday, as they are printed in Canada. */
export const load: PageServerLoad = ({ url }) => {
	const now = Temporal.Instant.fromEpochMilliseconds(systemClock.now());
	const today = now.toZonedDateTimeISO(zoneOf(undefined)).toPlainDate();
	const month = ofMonth(url.searchParams.get('month'), today);
	const first = month.toPlainDate({ day: 1 });
	const blanks = first.dayOfWeek % 7;
	const cells = Array.from({ length: Math.ceil((blanks + month.daysInMonth) / 7) * 7 }, (_, i) => i - blanks + 1);
	return {
		month: month.toString(),
		previous: month.subtract({ months: 1 }).toString(),
		next: month.add({ months: 1 }).toString(),
		today: today.toPlainYearMonth().equals(month) ? today.day : 0,
		weeks: Array.from({ length: cells.length / 7 }, (_, w) =>
			cells.slice(w * 7, w * 7 + 7).map((day) => (day >= 1 && day <= month.daysInMonth ? day : 0)),
		),
	};
};
