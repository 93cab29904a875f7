import { expect, test } from 'vitest';
import { MINUTE } from '#server/kernel/time.ts';
import { beforeThisVisit, isNewTo } from './visits.ts';

const now = Date.UTC(2026, 10, 22, 17);
const ago = (...minutes: readonly number[]) => minutes.map((m) => now - m * MINUTE);

test('pages opened one after the other are one visit; the last one before it is where the visit before ended', () => {
	expect(beforeThisVisit(ago(0, 10, 25, 50, 300, 310), now)).toBe(now - 300 * MINUTE);
	expect(beforeThisVisit(ago(300, 310), now)).toBe(now - 300 * MINUTE);
	expect(beforeThisVisit(ago(310, 300, 5, 0), now)).toBe(now - 300 * MINUTE);
});

test('whoever is here for the first time has no last visit, and nothing is new to them', () => {
	expect(beforeThisVisit(ago(0, 12, 40), now)).toBeUndefined();
	expect(beforeThisVisit([], now)).toBeUndefined();
	expect(isNewTo({ at: now, by: { as: 'system' } }, 'eve', undefined)).toBe(false);
});

test('what one wrote oneself is not new, what anybody else wrote since is', () => {
	const [since = 0] = ago(60);
	expect(isNewTo({ at: now, by: { as: 'practitioner', account: 'eve' } }, 'eve', since)).toBe(false);
	expect(isNewTo({ at: now, by: { as: 'client', account: 'noa' } }, 'eve', since)).toBe(true);
	expect(isNewTo({ at: since, by: { as: 'client', account: 'noa' } }, 'eve', since)).toBe(false);
});
