import type { happenedWords } from './notes.ts';

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
