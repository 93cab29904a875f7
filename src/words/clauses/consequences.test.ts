import { describe, expect, test } from 'vitest';
import { locales } from '../i18n.ts';
import { readingEase } from '../readability.ts';
import { answerableParts, closesOf, consequenceText, isRefusable } from './consequences.ts';
import { documents } from './documents.ts';
import { pointName } from './names.ts';

const points = documents.flatMap((d) =>
	d.clauses.flatMap((clause) => {
		const parts = answerableParts(clause);
		return (parts.length > 0 ? parts : [clause]).map((point) => [d.key, point] as const);
	}),
);

describe.each(points)('a no to %s %s', (document, point) => {
	test('can be said, and says what follows in both languages, easily read', () => {
		expect(isRefusable(document, point)).toBe(true);
		for (const lang of locales) {
			expect(readingEase(consequenceText(point, lang), lang), lang).toBeGreaterThanOrEqual(60);
			expect(pointName(point, lang)).not.toBe(point);
		}
		expect(consequenceText(point, 'fr')).not.toBe(consequenceText(point, 'en'));
	});
});

test('what closes is what was said: everything at a distance, some means, one use, the others, or nothing', () => {
	const closes = Object.fromEntries(points.map(([, point]) => [point, closesOf(point)]));
	expect(closes.risks).toEqual({ remote: true });
	expect(closes['channelRisks.video']).toEqual({ channels: ['video'] });
	expect(closes.messaging?.channels).toEqual(expect.arrayContaining(['email', 'textMessage']));
	expect(closes.websearch).toEqual({ use: 'webSearch' });
	expect(closes.multiParty).toEqual({ together: true });
	expect(closes.complaint).toEqual({});
});

test('what is no clause of a document cannot be answered', () => {
	for (const point of ['', 'fees.more', 'constructor', 'risks.leaks', 'plans'])
		expect(isRefusable('services', point), point).toBe(false);
	expect(isRefusable('plans', 'risks')).toBe(false);
});
