import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { dayField, idField, lineField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import type { RegisterEntry, RegisterFacts } from './register-facts.ts';

const act = actsOn<RegisterFacts, RegisterEntry>('dossier');
const place = { place: lineField, locked: z.boolean('field.choice') };

/** A paper of this file lies there: a note that was printed, a drawing, a letter (nb-6-d). */
export const listPaper = act({
	name: 'paper.list',
	who: ['practitioner'],
	input: z.object({ what: lineField, ...place, note: z.int('field.number').min(1, 'field.number').optional() }),
	decide: (_, { note, ...data }, { newId }) => [
		{ kind: 'paper.listed', data: { id: newId(), ...data, ...(note !== undefined && { note }) } },
	],
});

/** Where it lies now, and whether it is under lock. */
export const placePaper = act({
	name: 'paper.place',
	who: ['practitioner'],
	input: z.object({ id: idField, ...place }),
	decide({ joint }, data) {
		const item = joint.items[data.id];
		return item && !item.destroyed ? [{ kind: 'paper.placed', data }] : refuse('paper.gone');
	},
});

/** It was shredded, or given back. */
export const destroyPaper = act({
	name: 'paper.destroy',
	who: ['practitioner'],
	input: z.object({ id: idField, on: dayField }),
	decide({ joint }, data, { now }) {
		const item = joint.items[data.id];
		if (!item || item.destroyed) return refuse('paper.gone');
		// A day in Canada may still be the one before, counted from Greenwich.
		const isThen = data.on <= dayOf(now) && data.on >= dayOf(item.evidence.at - DAY);
		return isThen ? [{ kind: 'paper.destroyed', data }] : refuse('paper.day');
	},
});
