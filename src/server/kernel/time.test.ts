import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, DAY, dayOf, MINUTE, monthsLater, withMoment } from './time.ts';

const days = fc
	.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

describe('days in plain numbers say what Temporal says', () => {
	it('the years between a birth and a day', () =>
		fc.assert(
			fc.property(days, days, (one, other) => {
				const [birth, day] = one < other ? [one, other] : [other, one];
				const { years } = Temporal.PlainDate.from(birth).until(day, { largestUnit: 'year' });
				expect(ageOn(birth, day)).toBe(years);
			}),
		));
	it('the same day so many months later, or the last of its month', () =>
		fc.assert(
			fc.property(days, fc.integer({ min: 0, max: 1200 }), (day, months) => {
				expect(monthsLater(day, months)).toBe(Temporal.PlainDate.from(day).add({ months }).toString());
			}),
		));
	it('the day of an instant, whatever was asked before', () =>
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -4e12, max: 4e12 })), (instants) => {
				for (const at of instants) expect(dayOf(at)).toBe(new Date(at).toISOString().slice(0, 10));
			}),
		));
	it('an instant that is no number has no day', () => expect(() => dayOf(Number.NaN)).toThrow());
});

it('moments are remembered for two months and a little, in minutes, whatever their order', () => {
	const now = Date.UTC(2026, 10, 30, 23);
	const first = withMoment(withMoment([], now - 100 * DAY), now);
	expect(first).toEqual([Math.floor(now / MINUTE)]);
	expect(withMoment(first, now - 60 * DAY)).toHaveLength(2);
	expect(withMoment(first, now - 100 * DAY)).toEqual(first);
});
