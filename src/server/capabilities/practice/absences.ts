import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { idField, instantField, lineField, phoneField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { PractitionerEntry, PractitionerFacts } from './facts.ts';

const own = actsOn<PractitionerFacts, PractitionerEntry>('practitioner');
const noticeLine = z.string('field.line').trim().min(1, 'field.required').max(600, 'field.tooLong');

/** Say when one is away, who covers or that nobody does, and what those who write are told at once (qc-4.04-c). */
export const setAbsence = own({
	name: 'absence.set',
	who: ['practitioner'],
	input: z
		.object({
			id: idField,
			from: instantField,
			until: instantField,
			cover: z.object({ name: lineField, phone: phoneField }).optional(),
			noCover: z.literal(true).optional(),
			notice: z.object({ fr: noticeLine, en: noticeLine }),
		})
		.refine((a) => a.from < a.until, { path: ['until'], message: 'field.endBeforeStart' }),
	focus: ({ cover, noCover }) => ({ means: cover ? 'cover' : noCover ? 'noCover' : 'nothing' }),
	decide(mine, { cover, noCover, ...data }, { now }) {
		if (cover && noCover) return refuse('absence.both');
		if (data.until <= now) return refuse('absence.past');
		if (mine.joint.absences.some((a) => a.from < data.until && data.from < a.until)) return refuse('absence.overlap');
		return [{ kind: 'absence.set', data: { ...data, ...(cover && { cover }), ...(noCover && { noCover }) } }];
	},
});

/** An absence is shortened to nothing: one is there after all. */
export const cancelAbsence = own({
	name: 'absence.cancel',
	who: ['practitioner'],
	input: z.object({ id: idField }),
	decide: (mine, data) =>
		mine.joint.absences.some((a) => a.id === data.id)
			? [{ kind: 'absence.cancelled', data }]
			: refuse('absence.unknown'),
});
