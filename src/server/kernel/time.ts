/** Milliseconds since 1970-01-01T00:00Z, from the server's clock, never the browser's. */
export type Instant = number;
/** A calendar day, 'YYYY-MM-DD'. */
export type LocalDate = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The calendar day at that instant in UTC; law and permits are looked up by day. */
export function dayOf(at: Instant): LocalDate {
	const number = Math.floor(at / DAY);
	const known = days.get(number);
	if (known !== undefined) return known;
	// Every norm asks for the day of the same few instants, at every act.
	if (days.size >= 1000) days.clear();
	const day = new Date(at).toISOString().slice(0, 10);
	days.set(number, day);
	return day;
}
const days = new Map<number, LocalDate>();

/** The first instant of a calendar day, in UTC like {@link dayOf}. */
export const startOf = (day: LocalDate): Instant => Date.parse(day);

/** The month one is in and the one before, whatever the zone and however late a note is. */
const TWO_MONTHS = (75 * DAY) / MINUTE;

/** The moments of the last two months, in minutes, with one more: small enough for facts. */
export function withMoment(minutes: readonly number[], at: Instant): readonly number[] {
	const all = [...minutes, Math.floor(at / MINUTE)];
	const oldest = Math.max(...all) - TWO_MONTHS;
	return all.filter((m) => m >= oldest);
}

// Judged at every act, so in plain numbers: Temporal takes twenty times as long.

/** Full years of age on a day. */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
	const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
	return day.slice(4) < birthDate.slice(4) ? years - 1 : years;
}

/** The same day so many months later; the month's last where it has no such day. */
export function monthsLater(day: LocalDate, months: number): LocalDate {
	const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)].map(Number) as [
		number,
		number,
		number,
	];
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}
