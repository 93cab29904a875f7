import { z } from 'zod';
import type { MissedRule } from '#words/clauses/facts.ts';

const whole = (min: number, max: number) =>
	z.number('field.number').int('field.number').min(min, 'field.number').max(max, 'field.number');
const amount = whole(1, 1000_00);

/** What may be asked after a missed or late meeting: half a late rule is none, and is told. */
export const missedField = z.object({
	hours: whole(1, 168),
	amount,
	late: z.object({ minutes: whole(5, 120), amount }).optional(),
});

/** The same as its line keeps it. */
export const ruleFrom = ({ hours, amount, late }: z.infer<typeof missedField>): MissedRule => ({
	hours,
	amount,
	...(late && { late }),
});
