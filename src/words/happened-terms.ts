import type { happenedWords, noteWords } from './notes.ts';

/** The name of each thing that happened, in the order in which it is told. */
export const happenedTerms = (words: ReturnType<typeof happenedWords>): readonly (readonly [string, string])[] => [
	['who', words.who],
	['when', words.when],
	['length', words.length],
	['where', words.where],
	['means', words.means],
	['privacy', words.privacy],
	['identity', words.identity],
	['interruptions', words.interruptions],
	['written', words.writtenDuring],
	['agreed', words.agreed],
	['distress', words.distress],
];

/** What happened in a session, what a note corrected of it, took away, or does not say; and who signed. */
export interface HappenedNote {
	readonly happened: Readonly<Record<string, string>>;
	readonly altered: Readonly<Record<string, string>>;
	readonly removed: readonly string[];
	readonly missing: readonly string[];
	readonly by: string;
}

/** One of these facts, as a note tells it; undefined where nothing is said. */
export function happenedTold(
	words: ReturnType<typeof noteWords>,
	{ happened, altered, removed, missing, by }: HappenedNote,
	key: string,
): string | undefined {
	if (removed.includes(key)) return `— (${words.removedBy({ name: by })})`;
	const [was, now] = [happened[key], altered[key]];
	if (now !== undefined) return was === undefined ? now : `${now} (${words.altered({ was })})`;
	return was ?? (missing.includes(key) ? `— (${words.notSaid})` : undefined);
}
