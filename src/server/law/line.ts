import type { Bilingual } from '#words/clauses/facts.ts';
import type { Territory } from '#words/territories.ts';
import type { LocalDate } from '../kernel/time.ts';
import type { Topic, Topics } from './topics.ts';

/**
 * How a line is known: `seen` in the source itself, from a `secondary` source or a sister body's rule, `general`
 * knowledge nobody checked, or `notFound` (the value is only a proposal). The last two are never told to a client.
 */
export type Confidence = 'seen' | 'secondary' | 'general' | 'notFound';

/** One fact of law or practice: where, about what, since when, read where and when, until when that reading is trusted. */
export interface Line<K extends Topic = Topic> {
	readonly territory: Territory;
	readonly topic: K;
	readonly value: Topics[K];
	readonly source: string;
	readonly verifiedOn: LocalDate;
	readonly confidence: Confidence;
	/** First day it holds. */
	readonly from: LocalDate;
	/** First day it no longer holds. */
	readonly until?: LocalDate;
	/** First day the reading must be done again. */
	readonly expiresOn: LocalDate;
	readonly note?: Bilingual;
}

/** A first day for rules that were there long before us and whose own first day was not looked for. */
export const longStanding: LocalDate = '2000-01-01';

/** The same day one year later. */
export const aYearAfter = (day: LocalDate): LocalDate =>
	`${Number(day.slice(0, 4)) + 1}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;

type Written<K extends Topic> = Omit<Line<K>, 'expiresOn' | 'from'> & Partial<Pick<Line<K>, 'expiresOn' | 'from'>>;

/** Write one line of a pack; unless told otherwise its reading is trusted for one year. */
export const line = <K extends Topic>(written: Written<K>): Line<K> => ({
	from: longStanding,
	expiresOn: aYearAfter(written.verifiedOn),
	...written,
});

/** A line about any topic, for the tables that hold them all. */
export type AnyLine = { [K in Topic]: Line<K> }[Topic];
