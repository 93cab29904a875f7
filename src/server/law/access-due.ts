import { isTerritory, type Territory } from '#words/territories.ts';
import { DAY, dayOf, type Instant, type LocalDate, startOf } from '../kernel/time.ts';
import { lookUp } from './look-up.ts';
import type { AccessReply } from './topics.ts';

/** The last day to answer somebody who asked for their record, and the rule it comes from. */
export interface AccessDue {
	readonly due: LocalDate;
	readonly territory: Territory;
	readonly days: number;
	readonly count: AccessReply['count'];
}

/** The first day of all was a Thursday. */
const isWeekend = (at: Instant): boolean => [2, 3].includes((at / DAY) % 7);

/**
 * So many days after the one it came in. Business days leave out Saturdays and Sundays, and count holidays: the day found
 * is then never later than the law's.
 */
function after(received: LocalDate, { days, count }: AccessReply): LocalDate {
	let day = startOf(received);
	if (count === 'calendar') return dayOf(day + days * DAY);
	for (let left = days; left > 0; ) {
		day += DAY;
		if (!isWeekend(day)) left--;
	}
	return dayOf(day);
}

/** When the answer is due: the earliest of the places that are looked at; undefined where none has a rule. */
export const accessDue = (received: LocalDate, places: readonly (string | undefined)[]): AccessDue | undefined =>
	[...new Set(places)]
		.filter((place): place is Territory => place !== undefined && isTerritory(place))
		.flatMap((territory) => {
			const reply = lookUp('accessReply', territory, received).value;
			return reply ? [{ due: after(received, reply), territory, days: reply.days, count: reply.count }] : [];
		})
		.sort((a, b) => a.due.localeCompare(b.due))[0];
