import { isState, type Territory } from '#words/territories.ts';
import type { LocalDate } from '../kernel/time.ts';
import type { AnyLine, Line } from './line.ts';
import { packs } from './packs/index.ts';
import type { Topic, Topics } from './topics.ts';

/** How far what was found may be trusted. */
export type Mark = 'current' | 'unverified' | 'expired' | 'missing';

/** What the packs answer: a value and its mark, with the line it comes from. */
export type Found<K extends Topic> =
	| {
			readonly mark: Exclude<Mark, 'missing'>;
			readonly value: Topics[K];
			readonly line: Line<K>;
			/** The place has no line of its own: this one is its country's. */
			readonly byDefault?: true;
	  }
	| { readonly mark: 'missing'; readonly value: undefined; readonly line: undefined; readonly byDefault?: never };

/** What to ask: about what, for which place, as of which day. */
export type Asked<K extends Topic> = readonly [
	topic: K,
	territory: Territory,
	onDate: LocalDate,
	lines?: readonly AnyLine[],
];

const markOf = (line: AnyLine, onDate: LocalDate): Exclude<Mark, 'missing'> => {
	if (line.confidence === 'general' || line.confidence === 'notFound') return 'unverified';
	return onDate < line.expiresOn ? 'current' : 'expired';
};

/**
 * Every line in force that day, in the order of the packs: for topics that have several (help lines, exceptions, laws).
 * A state without a line of its own answers with its country's, and says so.
 */
export function lookUpAll<K extends Topic>(
	...[topic, territory, onDate, lines = packs]: Asked<K>
): readonly Found<K>[] {
	const own = linesOf(topic, territory, onDate, lines);
	if (own.length > 0 || !isState(territory)) return own;
	return linesOf(topic, 'US', onDate, lines).map((found) => ({ ...found, byDefault: true }));
}

type InForce<K extends Topic> = Exclude<Found<K>, { readonly mark: 'missing' }>;

function linesOf<K extends Topic>(...[topic, territory, onDate, lines = packs]: Asked<K>): readonly InForce<K>[] {
	return (lines as readonly Line<K>[])
		.filter((l) => l.topic === topic && l.territory === territory)
		.filter((l) => l.from <= onDate && (l.until === undefined || onDate < l.until))
		.map((l) => ({ mark: markOf(l as AnyLine, onDate), value: l.value, line: l }));
}

/** The line in force that day; when two are, the newest. An old day gets the answer of that day. */
export const lookUp = <K extends Topic>(...asked: Asked<K>): Found<K> =>
	lookUpAll(...asked).toSorted((a, b) => (b.line?.from ?? '').localeCompare(a.line?.from ?? ''))[0] ?? {
		mark: 'missing',
		value: undefined,
		line: undefined,
	};

/** What a client may be told as a fact: read in a source, and the reading not out of date. Nothing else, ever. */
export const forClient = <K extends Topic>(found: Found<K>): Topics[K] | undefined =>
	found.mark === 'current' ? found.value : undefined;

/** All that a client may be told about a topic, in that place, that day. */
export const allForClient = <K extends Topic>(...asked: Asked<K>): readonly Topics[K][] =>
	lookUpAll(...asked).flatMap((found) => (found.mark === 'current' ? [found.value] : []));

/** The lines whose reading must be done again by that day: the expiry alarm. */
export const expiringBy = (day: LocalDate, lines: readonly AnyLine[] = packs): readonly AnyLine[] =>
	lines.filter((l) => l.expiresOn <= day && (l.until === undefined || day < l.until));
