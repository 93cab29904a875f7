import type { Opening } from '#server/app/views/portal-openings.ts';

/** Somebody's openings one after the other, told as one: from when to when, and what was opened. */
export interface Visit {
	readonly by: Opening['by'];
	readonly from: number;
	readonly to: number;
	/** Each place once, in the order it was opened. */
	readonly places: readonly string[];
}

/** One day, with who came in on it. */
export interface VisitDay {
	readonly day: string;
	readonly visits: readonly Visit[];
}

const HOUR = 60 * 60_000;

const nameOf = ({ by }: Pick<Visit, 'by'>): string => (typeof by === 'string' ? by : `n ${by.name}`);

/** Openings, newest first, as days of visits; only neighbours of one person within the hour are put together. */
export function visitsOf(openings: readonly Opening[], dayOf: (at: number) => string): readonly VisitDay[] {
	const days: { day: string; visits: Visit[] }[] = [];
	for (const { at, by, place } of openings) {
		const day = dayOf(at);
		if (days.at(-1)?.day !== day) days.push({ day, visits: [] });
		const visits = days.at(-1)?.visits ?? [];
		const last = visits.at(-1);
		if (last && nameOf(last) === nameOf({ by }) && last.from - at < HOUR)
			visits[visits.length - 1] = { ...last, from: at, places: [place, ...last.places.filter((p) => p !== place)] };
		else visits.push({ by, from: at, to: at, places: [place] });
	}
	return days;
}
