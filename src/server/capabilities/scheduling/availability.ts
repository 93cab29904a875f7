import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { dayField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { type Instant, MINUTE } from '#server/kernel/time.ts';
import { times } from './acts.ts';
import type { AvailabilityEntry, AvailabilityFacts, Hours } from './facts.ts';

const own = actsOn<AvailabilityFacts, AvailabilityEntry>('practitioner');
const clock = z.string('field.time').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'field.time');
const span = { from: clock, to: clock };
const inOrder = { path: ['to'], message: 'field.endBeforeStart' };
const isInOrder = ({ from, to }: Hours): boolean => from < to;

/** Say in which hours of the week one meets people. */
export const setAvailability = own({
	name: 'availability.set',
	who: ['practitioner'],
	input: z.object({
		zone: times.zone,
		minutes: z.number('field.number').int('field.number').min(10, 'field.number').max(240, 'field.number'),
		hours: z
			.array(
				z
					.object({
						day: z.number('field.number').int('field.number').min(1, 'field.number').max(7, 'field.number'),
						...span,
					})
					.refine(isInOrder, inOrder),
			)
			.max(28, 'field.tooMany'),
	}),
	decide: (_, data) => [{ kind: 'availability.set', data }],
});

/** One day differs: other hours, or none at all. */
export const exceptDay = own({
	name: 'availability.except',
	who: ['practitioner'],
	input: z.object({ day: dayField, hours: z.array(z.object(span).refine(isInOrder, inOrder)).max(6, 'field.tooMany') }),
	decide: (_, data) => [{ kind: 'availability.excepted', data }],
});

/** Let a calendar elsewhere read when one is busy: times alone, by a secret address; another one ends the one before. */
export const openFeed = own({
	name: 'feed.open',
	who: ['practitioner'],
	input: z.object({ digest: z.string('field.choice').regex(/^[0-9a-f]{64}$/, 'field.choice') }),
	decide: (_, data) => [{ kind: 'feed.opened', data }],
});

/** That address answers no more. */
export const closeFeed = own({
	name: 'feed.close',
	who: ['practitioner'],
	input: z.object({}),
	decide: (mine) => (mine.joint.feed ? [{ kind: 'feed.closed', data: {} }] : refuse('feed.none')),
});

interface Asked {
	readonly from: Instant;
	readonly days: number;
	readonly taken: readonly { readonly startsAt: Instant; readonly endsAt: Instant }[];
}

/** The free moments of the coming days: within the hours, whole, not gone by, not taken. Clocks that change move nothing. */
export function openMoments(
	{ week, days }: AvailabilityFacts,
	{ from, days: count, taken }: Asked,
): readonly { readonly startsAt: Instant; readonly endsAt: Instant }[] {
	if (!week) return [];
	const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(week.zone).toPlainDate();
	return Array.from({ length: count }, (_, i) => first.add({ days: i })).flatMap((date) => {
		const hours = days[date.toString()] ?? week.hours.filter((h) => h.day === date.dayOfWeek);
		return hours
			.flatMap((h) => cut(date, h, week))
			.filter((m) => m.startsAt > from && !taken.some((t) => overlaps(t, m)));
	});
}

type Span = { readonly startsAt: Instant; readonly endsAt: Instant };
const overlaps = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** One stretch of a day in whole meetings. */
function cut(
	date: Temporal.PlainDate,
	{ from, to }: Hours,
	week: NonNullable<AvailabilityFacts['week']>,
): readonly Span[] {
	const at = (time: string): Instant =>
		date.toZonedDateTime({ timeZone: week.zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
	const length = week.minutes * MINUTE;
	const [start, end] = [at(from), at(to)];
	return Array.from({ length: Math.max(0, Math.floor((end - start) / length)) }, (_, i) => ({
		startsAt: start + i * length,
		endsAt: start + (i + 1) * length,
	}));
}
