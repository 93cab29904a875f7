import { expect, test } from 'vitest';
import { MINUTE } from '#server/kernel/time.ts';
import { dateText } from '#words/dates.ts';
import type { TimelineLine } from './timeline.ts';
import { daysOf } from './timeline-days.ts';

const noon = Date.parse('2026-11-18T12:00:00-05:00');
const line = (seq: number, minutes: number, more: Partial<TimelineLine> = {}): TimelineLine => ({
	seq,
	at: noon + minutes * MINUTE,
	what: 'Document expliqué',
	by: 'Ève Tremblay',
	whose: 'Camille Roy',
	about: `texte ${seq}`,
	...more,
});
const told = (lines: readonly TimelineLine[]) =>
	daysOf(lines.toReversed(), (at) => dateText('fr', at, 'America/Toronto'));

test('like lines of one person and one minute are told together, each with its number and what it is about', () => {
	const sixteen = Array.from({ length: 16 }, (_, i) => line(40 + i, 0));
	const [day, ...others] = told([...sixteen, line(56, 0, { what: 'Suivi accepté', whose: '' })]);
	expect(others).toEqual([]);
	expect(day?.moments).toHaveLength(1);
	expect(day?.moments[0]).toMatchObject({ from: 40, to: 56, by: 'Ève Tremblay' });
	expect(day?.moments[0]?.told.map((t) => [t.what, t.lines.length])).toEqual([
		['Document expliqué', 16],
		['Suivi accepté', 1],
	]);
	expect(day?.moments[0]?.told[0]?.lines.map((l) => l.about)).toEqual(sixteen.map((l) => l.about));
});

test('the same thing again after a short while is one go, with its first and last time', () => {
	const [day] = told([line(1, 0), line(2, 3), line(3, 31), line(4, 90)]);
	expect(day?.moments.map((m) => [m.from, m.to, (m.until - m.at) / MINUTE])).toEqual([
		[4, 4, 0],
		[1, 3, 31],
	]);
});

test('another minute, another hand or another person’s part stand apart; every line stays, newest first', () => {
	const lines = [
		line(1, 0),
		line(2, 0, { whose: 'Alix Morin' }),
		line(3, 0, { by: 'Camille Roy' }),
		line(4, 1, { what: 'Suivi accepté' }),
		line(5, 60 * 24),
	];
	const days = told(lines);
	expect(days.map((d) => d.day)).toEqual(['jeudi 19 novembre 2026', 'mercredi 18 novembre 2026']);
	expect(days.map((d) => d.moments.map((m) => [m.from, m.to]))).toEqual([
		[[5, 5]],
		[
			[4, 4],
			[3, 3],
			[1, 2],
		],
	]);
	expect(days[1]?.moments[2]?.told).toHaveLength(2);
	const kept = days.flatMap((d) => d.moments.flatMap((m) => m.told.flatMap((t) => t.lines.map((l) => l.seq))));
	expect(kept.toSorted()).toEqual([1, 2, 3, 4, 5]);
});
