import { expect, test } from 'vitest';
import { DAY } from '#server/kernel/time.ts';
import { backupName, begunAt, outdated } from './keep.ts';

const today = Date.parse('2026-11-22T03:00:00Z');
const nights = (n: number) => Array.from({ length: n }, (_, i) => backupName(today - i * DAY));
const keeping = { days: 7, weeks: 5, months: 12 };

test('a name says when its backup was begun; anything else is no backup', () => {
	expect(backupName(today)).toBe('balise-20261122T030000Z.backup');
	expect(begunAt(backupName(today))).toBe(today);
	for (const name of ['keys.3', 'balise-20261122T030000Z.backup.draft', 'notes.txt'])
		expect(begunAt(name)).toBeUndefined();
});
test('of two years of nights stay seven days, five weeks and twelve months', () => {
	const names = nights(730);
	const gone = new Set(outdated(names, keeping));
	const kept = names.filter((name) => !gone.has(name));
	expect(kept.slice(0, 7)).toEqual(nights(7));
	expect(kept.length).toBeLessThanOrEqual(7 + 5 + 12);
	expect(kept.length).toBeGreaterThanOrEqual(20);
	expect(begunAt(kept.at(-1) ?? '')).toBeLessThan(today - 300 * DAY);
});
test('after a long silence the last ones stay, and other files are nobody’s to remove', () => {
	expect(outdated(nights(3), { days: 1, weeks: 1, months: 1 })).toEqual(nights(3).slice(1));
	expect(outdated(['keys.1', 'notes.txt'], keeping)).toEqual([]);
	expect(outdated([], keeping)).toEqual([]);
});
