import type { Instant } from '#server/kernel/time.ts';
import type { TimelineLine } from './timeline.ts';

/** Like lines told as one: the same thing done to several documents, means or questions. */
export interface ToldTogether {
	readonly what: string;
	readonly whose?: string;
	readonly lines: readonly TimelineLine[];
}

/** What one person did within one minute, or one thing after another of the same kind. */
export interface Moment {
	readonly at: Instant;
	/** When the last of it was done. */
	readonly until: Instant;
	readonly by: string;
	/** The numbers of its entries, the first and the last. */
	readonly from: number;
	readonly to: number;
	readonly told: readonly ToldTogether[];
}

/** One day of a file. */
export interface TimelineDay {
	readonly day: string;
	readonly moments: readonly Moment[];
}

const runs = <T>(list: readonly T[], alike: (a: T, b: T) => boolean): readonly (readonly T[])[] =>
	list.reduce<T[][]>((all, item) => {
		const last = all.at(-1);
		const previous = last?.at(-1);
		if (last && previous !== undefined && alike(previous, item)) last.push(item);
		else all.push([item]);
		return all;
	}, []);

const minuteOf = ({ at }: TimelineLine): number => Math.floor(at / 60_000);

function momentOf(lines: readonly TimelineLine[]): Moment {
	const inOrder = lines.toSorted((a, b) => a.seq - b.seq);
	const alike = Map.groupBy(inOrder, ({ what, whose }) => JSON.stringify([what, whose]));
	const [first] = inOrder;
	return {
		at: first?.at ?? 0,
		until: inOrder.at(-1)?.at ?? 0,
		by: first?.by ?? '',
		from: first?.seq ?? 0,
		to: inOrder.at(-1)?.seq ?? 0,
		told: [...alike.values()].map((same) => {
			const { what = '', whose } = same[0] ?? {};
			return { what, ...(whose !== undefined && { whose }), lines: same };
		}),
	};
}

const PAUSE = 30 * 60_000;

/** Done in one go: in the same minute, or the same thing again after a short while (one document read after another). */
const inOneGo = (a: TimelineLine, b: TimelineLine): boolean =>
	a.by === b.by &&
	(minuteOf(a) === minuteOf(b) || (a.what === b.what && a.whose === b.whose && Math.abs(a.at - b.at) <= PAUSE));

/** Lines, newest first, by day, then by who did them in one go; each line keeps its number and its words. */
export const daysOf = (lines: readonly TimelineLine[], dayOf: (at: Instant) => string): readonly TimelineDay[] =>
	runs(lines, (a, b) => dayOf(a.at) === dayOf(b.at)).map((day) => ({
		day: dayOf(day[0]?.at ?? 0),
		moments: runs(day, inOneGo).map(momentOf),
	}));
