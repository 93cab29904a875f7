import { unbound } from '#server/platform/full-text.ts';

/** What is looked for: one word and all that begins with it, or several that follow one another exactly. */
export interface Term {
	readonly words: readonly string[];
	readonly exact: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const QUOTED = /["“«]([^"”»]*)["”»]/g;
const MOST_TERMS = 12;

/** Without accents or capitals, as the index keeps it. */
export const folded = (text: string): string => unbound(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsIn = (text: string): readonly string[] => folded(text).match(WORD) ?? [];

/** What somebody typed, as terms: every one must stand in a line. What stands between quotation marks is looked for as it is. */
export function termsOf(typed: string): readonly Term[] {
	const phrases = [...typed.matchAll(QUOTED)].map(([, text = '']) => ({ words: wordsIn(text), exact: true }));
	const loose = wordsIn(typed.replace(QUOTED, ' '));
	// « l’école » is looked for as « école »: a letter alone says something only when nothing else does.
	const long = loose.filter((word) => word.length > 1);
	const single = (long.length > 0 || phrases.length > 0 ? long : loose).map((word) => ({
		words: [word],
		exact: false,
	}));
	return [...phrases, ...single].filter(({ words }) => words.length > 0).slice(0, MOST_TERMS);
}

/** The same for the index; undefined where nothing was typed that could be found. */
export function matchOf(terms: readonly Term[]): string | undefined {
	if (terms.length === 0) return undefined;
	return terms.map(({ words, exact }) => `"${words.join(' ')}"${exact ? '' : '*'}`).join(' AND ');
}

/** A piece of an excerpt; `hit` where it is what was looked for. */
export interface Piece {
	readonly text: string;
	readonly hit: boolean;
}

interface Placed {
	readonly start: number;
	readonly end: number;
	readonly word: string;
}

/** Which words of a text, from this one on, are that term: none, or the number of words. */
const standsAt = (placed: readonly Placed[], at: number, { words, exact }: Term): number =>
	words.every((word, n) => {
		const here = placed[at + n]?.word;
		return exact ? here === word : here?.startsWith(word) === true;
	})
		? words.length
		: 0;

const BEFORE = 60;
const ABOUT = 200;

/** A short part of a text around the first thing that was looked for, every hit in it marked. */
export function excerptOf(text: string, terms: readonly Term[]): readonly Piece[] {
	const placed = [...text.matchAll(WORD)].map(
		(m): Placed => ({ start: m.index, end: m.index + m[0].length, word: folded(m[0]) }),
	);
	const hits = placed.flatMap(({ start }, at) => {
		const long = Math.max(0, ...terms.map((term) => standsAt(placed, at, term)));
		return long > 0 ? [{ start, end: placed[at + long - 1]?.end ?? start }] : [];
	});
	const from = placed.find(({ start }) => start >= (hits[0]?.start ?? 0) - BEFORE)?.start ?? 0;
	const until = placed.findLast(({ end }) => end <= from + ABOUT)?.end ?? from + ABOUT;
	const to = Math.min(text.length, hits[0] ? Math.max(until, hits[0].end) : until);
	return cut(text, { from: from < 3 ? 0 : from, to: text.length - to < 3 ? text.length : to }, hits);
}

interface Span {
	readonly start: number;
	readonly end: number;
}

function cut(text: string, { from, to }: { from: number; to: number }, hits: readonly Span[]): readonly Piece[] {
	const pieces: Piece[] = from > 0 ? [{ text: '… ', hit: false }] : [];
	let at = from;
	for (const { start, end } of hits.filter((hit) => hit.start >= from && hit.end <= to)) {
		if (start < at) continue;
		if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
		pieces.push({ text: text.slice(start, end), hit: true });
		at = end;
	}
	const rest = text.slice(at, to) + (to < text.length ? ' …' : '');
	return rest === '' ? pieces : [...pieces, { text: rest, hit: false }];
}
