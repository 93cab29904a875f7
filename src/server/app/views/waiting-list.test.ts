import { expect, test } from 'vitest';
import { HOUR } from '#server/kernel/time.ts';
import { inOrder, isKept, placeFrom, placeKey, type Waiting } from './waiting-list.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const wait = (id: string, level: string, since: string, more: Partial<Waiting> = {}): Waiting => ({
	id,
	label: id,
	of: 'marie',
	level,
	since,
	modes: ['video'],
	reviewOn: '2026-12-22',
	...more,
});
const levels = [
	{ id: 'soon', fr: 'Vite', en: 'Soon' },
	{ id: 'usual', fr: 'À son tour', en: 'In turn' },
];

test('the most pressing come first, then who has waited longest; a priority that is no more comes last', () => {
	const all = [
		wait('a', 'gone', '2026-01-01'),
		wait('b', 'usual', '2026-11-02'),
		wait('c', 'usual', '2026-11-01'),
		wait('d', 'soon', '2026-11-20'),
	];
	expect(inOrder(all, levels).map((w) => w.id)).toEqual(['d', 'c', 'b', 'a']);
});

test('a place is kept for one file until its day, and for no other practitioner’s', () => {
	const place = { practitioner: 'marie', startsAt: now + HOUR, endsAt: now + 2 * HOUR };
	const kept = { startsAt: place.startsAt, endsAt: place.endsAt, until: now + 1 };
	const waiting = [wait('a', 'soon', '2026-11-01', { kept })];
	expect(isKept(place, waiting, now)).toBe(true);
	expect(isKept(place, waiting, now + 1)).toBe(false);
	expect(isKept({ ...place, practitioner: 'luc' }, waiting, now)).toBe(false);
	expect(isKept({ ...place, startsAt: place.endsAt, endsAt: place.endsAt + HOUR }, waiting, now)).toBe(false);
});

test('a place travels in an address, and what is no place is none', () => {
	const place = { practitioner: 'marie', startsAt: now, endsAt: now + HOUR };
	expect(placeFrom(placeKey(place))).toEqual(place);
	for (const other of [undefined, '', '~1~2', 'marie~demain~2', 'marie~1', 3]) expect(placeFrom(other)).toBeUndefined();
});
