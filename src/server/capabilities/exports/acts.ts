import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { reachOf } from '#server/kernel/dossier.ts';
import { dayField, idField, lineField, personField, reasonField } from '#server/kernel/field.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import { type Copy, type ExportEntry, type ExportFacts, exportFormats, protections } from './facts.ts';

const act = actsOn<ExportFacts, ExportEntry>('dossier');

/** Take a copy of the file out, for the practice's own use: the risk read, its protection, its place, its recall (nb-intro-d). */
export const exportRecord = act({
	name: 'record.export',
	who: ['practitioner'],
	input: z.object({
		format: z.enum(exportFormats, 'field.choice'),
		parts: z
			.array(z.union([z.literal(JOINT), personField]))
			.min(1, 'field.required')
			.max(40),
		/** What a copy on a device risks was on the screen, and read. */
		risk: z.literal(true, 'field.required'),
		protection: z.enum(protections, 'field.choice'),
		place: lineField,
		recall: dayField,
	}),
	decide(_, { risk: _read, ...data }, { actor, dossier, newId, now, roles }) {
		const reach = reachOf(dossier, actor.account, roles, now);
		if (actor.account === undefined || !Array.isArray(reach) || data.parts.some((part) => !reach.includes(part)))
			return refuse('export.part');
		if (data.recall <= dayOf(now)) return refuse('export.recallDay');
		return [{ kind: 'record.exported', data: { id: newId(), by: actor.account, ...data } }];
	},
});

/** A copy that was not said to be destroyed. */
const outside = ({ copies }: ExportFacts, id: string): Copy | undefined =>
	copies[id]?.recalled ? undefined : copies[id];

/** Its bytes leave: only their hash and number stay. Written by the machine, before they do. */
export const takeExport = act({
	name: 'export.take',
	who: ['system'],
	input: z.object({
		id: idField,
		hash: z.string('field.text').regex(/^[0-9a-f]{64}$/, 'field.text'),
		bytes: z.int('field.number').min(1, 'field.number'),
	}),
	decide: ({ joint }, data) => (outside(joint, data.id) ? [{ kind: 'export.taken', data }] : refuse('export.unknown')),
});

/** The copy was destroyed where it lay. */
export const recallExport = act({
	name: 'export.recall',
	who: ['practitioner'],
	input: z.object({ id: idField, on: dayField }),
	decide({ joint }, data, { now }) {
		const copy = outside(joint, data.id);
		if (!copy) return refuse('export.unknown');
		// A day in Canada may still be the one before, counted from Greenwich.
		const isThen = data.on <= dayOf(now) && data.on >= dayOf(copy.evidence.at - DAY);
		return isThen ? [{ kind: 'export.recalled', data }] : refuse('export.day');
	},
});

/** The copy stays a while longer: until when, and why. */
export const keepExport = act({
	name: 'export.keep',
	who: ['practitioner'],
	input: z.object({ id: idField, until: dayField, reason: reasonField }),
	decide({ joint }, data, { now }) {
		if (!outside(joint, data.id)) return refuse('export.unknown');
		return data.until > dayOf(now) ? [{ kind: 'export.kept', data }] : refuse('export.recallDay');
	},
});
