/** Milliseconds since 1970-01-01T00:00Z, from the server's clock, never the browser's. */
export type Instant = number;
/** A calendar day, 'YYYY-MM-DD'. */
export type LocalDate = string;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The calendar day at that instant in UTC; law and permits are looked up by day. */
export const dayOf = (at: Instant): LocalDate => new Date(at).toISOString().slice(0, 10);

/** The first instant of a calendar day, in UTC like {@link dayOf}. */
export const startOf = (day: LocalDate): Instant => Date.parse(day);

/** Full years of age on a day. */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
	return Temporal.PlainDate.from(birthDate).until(Temporal.PlainDate.from(day), { largestUnit: 'year' }).years;
}
