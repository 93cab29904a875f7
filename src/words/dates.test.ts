import { describe, expect, test } from 'vitest';
import {
	dateText,
	dayText,
	durationText,
	ended,
	momentText,
	moneyText,
	spanText,
	timeText,
	zoneText,
} from './dates.ts';
import { portal } from './portal.ts';
import { todayWords } from './today.ts';

const east = 'America/Toronto';
const atlantic = 'America/Moncton';
const half = Date.parse('2026-03-09T18:30:00Z');
const nine = Date.parse('2026-03-09T13:00:00Z');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('dates and times as they are written here', () => {
	test('a day', () => {
		expect(dateText('fr', half, east)).toBe('lundi 9 mars 2026');
		expect(dateText('en', half, east)).toBe('Monday, March 9, 2026');
	});
	test('the first of the month is « 1er », and no other figure is', () => {
		expect(dayText('fr', '2026-04-01')).toBe('mercredi 1er avril 2026');
		expect(dayText('fr', '2026-04-21')).toBe('mardi 21 avril 2026');
		expect(dayText('fr', '2026-04-11')).toBe('samedi 11 avril 2026');
		expect(dayText('en', '2026-04-01')).toBe('Wednesday, April 1, 2026');
	});
	test('a calendar day stays the same day whatever the machine’s zone', () => {
		expect(dayText('fr', '2026-01-01')).toBe('jeudi 1er janvier 2026');
	});
	test('a time: « 14 h 30 », « 9 h », « 0 h 05 », with spaces that do not break', () => {
		expect(timeText('fr', half, east)).toBe('14\u00a0h\u00a030');
		expect(timeText('fr', nine, east)).toBe('9\u00a0h');
		expect(timeText('fr', Date.parse('2026-03-09T04:05:00Z'), east)).toBe('0\u00a0h\u00a005');
		expect(timeText('en', half, east)).toBe('2:30\u00a0p.m.');
		expect(timeText('en', nine, east)).toBe('9\u00a0a.m.');
	});
	test('the same instant in two places', () => {
		expect(plain(momentText('fr', half, east))).toBe('lundi 9 mars 2026 à 14 h 30 (heure de l’Est)');
		expect(plain(momentText('fr', half, atlantic))).toBe('lundi 9 mars 2026 à 15 h 30 (heure de l’Atlantique)');
		expect(plain(momentText('en', half, atlantic))).toBe('Monday, March 9, 2026 at 3:30 p.m. (Atlantic Time)');
	});
	test('either side of the hour that is skipped in spring', () => {
		const before = Date.parse('2026-03-08T06:59:00Z');
		expect(timeText('fr', before, east)).toBe('1\u00a0h\u00a059');
		expect(timeText('fr', before + 60_000, east)).toBe('3\u00a0h');
	});
	test('a zone that has no name of its own is still said in words', () => {
		expect(zoneText('fr', half, 'UTC')).toBe('temps universel coordonné');
		expect(zoneText('en', half, 'America/St_Johns')).toBe('Newfoundland Time');
	});
	test('a span within a day, and across midnight', () => {
		const hour = { start: half, end: half + 50 * 60_000 };
		expect(plain(spanText('fr', hour, east))).toBe('lundi 9 mars 2026, de 14 h 30 à 15 h 20 (heure de l’Est)');
		expect(plain(spanText('en', hour, east))).toBe('Monday, March 9, 2026, from 2:30 p.m. to 3:20 p.m. (Eastern Time)');
		const night = { start: Date.parse('2026-03-10T03:30:00Z'), end: Date.parse('2026-03-10T04:20:00Z') };
		expect(plain(spanText('fr', night, east))).toBe(
			'du lundi 9 mars 2026 à 23 h 30 au mardi 10 mars 2026 à 0 h 20 (heure de l’Est)',
		);
	});
	test('a zone that does not exist is refused', () => {
		expect(() => dateText('fr', half, 'America/Nowhere')).toThrow(RangeError);
	});
});

test('durations: « 50 min », « 1 h », « 1 h 20 min »', () => {
	expect([50, 60, 80, 0, 59.6].map((m) => plain(durationText(m)))).toEqual([
		'50 min',
		'1 h',
		'1 h 20 min',
		'0 min',
		'1 h',
	]);
});

test('money: « 125,00 $ » and "$125.00", kept in cents', () => {
	expect(plain(moneyText('fr', 12_500))).toBe('125,00 $');
	expect(plain(moneyText('fr', 112_505))).toBe('1 125,05 $');
	expect(moneyText('en', 112_505)).toBe('$1,125.05');
	expect(plain(moneyText('fr', -1_200))).toBe('-12,00 $');
	expect(moneyText('fr', 12_500)).toContain('\u00a0$');
});

test('a sentence that ends in a time has one point', () => {
	const when = timeText('en', Date.parse('2026-11-22T14:30:00-05:00'), east);
	expect(ended(`We call you at ${when}`)).toMatch(/^We call you at 2:30\sp\.m\.$/);
	expect(portal('en').soonNow({ when })).not.toContain('..');
	expect(todayWords('en').nowMeeting('Sophie', when)).not.toContain('..');
	expect(ended('On vous appelle à 14 h 30')).toBe('On vous appelle à 14 h 30.');
});
