import type { Instant, LocalDate } from '#server/kernel/time.ts';

/** Two calendar days, both included; either may be left open. */
export interface Period {
	readonly from?: LocalDate;
	readonly until?: LocalDate;
}

const DAY_OF_YEAR = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string): boolean => DAY_OF_YEAR.test(text) && !Number.isNaN(Date.parse(text));

/** The days that were typed; what is no day is as if it were not there. */
export function periodIn(text: (name: 'from' | 'until') => string | null | undefined): Period {
	const [from, until] = [text('from') ?? '', text('until') ?? ''];
	return { ...(isDay(from) && { from }), ...(isDay(until) && { until }) };
}

const startIn = (day: Temporal.PlainDate, zone: string): Instant => day.toZonedDateTime(zone).epochMilliseconds;

/** The instants of a period where somebody works: from the first, and before the second. */
export const instantsOf = (
	{ from, until }: Period,
	zone: string,
): { readonly from?: Instant; readonly until?: Instant } => ({
	...(from !== undefined && { from: startIn(Temporal.PlainDate.from(from), zone) }),
	...(until !== undefined && { until: startIn(Temporal.PlainDate.from(until).add({ days: 1 }), zone) }),
});
