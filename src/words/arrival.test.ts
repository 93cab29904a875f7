import { describe, expect, test } from 'vitest';
import { arrivalWords } from './arrival.ts';
import { locales } from './i18n.ts';
import { readingEase } from './readability.ts';
import { room } from './room.ts';

/** What a tired person reads on a phone before and during a meeting. */
const said = (words: Readonly<Record<string, unknown>>): string =>
	Object.values(words)
		.filter((text): text is string => typeof text === 'string' && text.includes(' '))
		.join('\n');

describe.each(locales)('what a client reads around a meeting, in %s', (locale) => {
	test('at the door is easy', () => expect(readingEase(said(arrivalWords(locale)), locale)).toBeGreaterThanOrEqual(70));
	test('in the room is easy', () => expect(readingEase(said(room(locale)), locale)).toBeGreaterThanOrEqual(70));
});
