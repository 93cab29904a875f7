import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { idField, personField, reasonField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { NoteEntry, NoteFacts } from './facts.ts';

const act = actsOn<NoteFacts, NoteEntry>('dossier');

/** The clinical note of a session, completed and signed (qc-5.02-b, nb-2-f). */
export const signNote = act({
	name: 'note.sign',
	who: ['practitioner'],
	input: z.object({
		session: idField,
		body: z.object({ reason: textField, course: textField, plan: textField }),
		happened: z.record(z.string().max(40), z.string().max(500)),
		stillFits: z.enum(['yes', 'no', 'deferred'], 'field.choice').optional(),
		deferredBecause: reasonField.optional(),
		mood: z.enum(['nothingObserved', 'observed', 'notAsked'], 'field.choice').optional(),
		moodNote: reasonField.optional(),
		stayedBecause: reasonField.optional(),
		attests: z.array(personField).max(12).default([]),
		/** Whose words these are: copied text keeps its author (qc-6.04-a). */
		sources: z.array(idField).max(10).default([]),
		authors: z.array(idField).min(1, 'field.required').max(10),
	}),
	focus: (input) => ({
		subject: input.session,
		means: JSON.stringify({
			stillFits: input.stillFits,
			deferred: input.deferredBecause !== undefined,
			mood: input.mood,
			moodNote: input.moodNote !== undefined,
			stayed: input.stayedBecause !== undefined,
			attests: input.attests,
			missingAuthors: input.sources.filter((s) => !input.authors.includes(s)).length,
		}),
	}),
	decide(mine, { sources: _, ...input }, { actor }) {
		if (!mine.joint.due[input.session]) return refuse('note.notDue');
		if (!actor.account || !input.authors.includes(actor.account)) return refuse('note.authorMissing');
		return [{ kind: 'note.signed', data: JSON.parse(JSON.stringify(input)) }];
	},
});

/** A later correction is added, dated; the note itself is never changed (nb-2-f). */
export const amendNote = act({
	name: 'note.amend',
	who: ['practitioner'],
	input: z.object({ note: z.number('field.number').int('field.number').min(1, 'field.number'), text: textField }),
	about: ({ note }) => note,
	decide: (_, data, { about }) =>
		about?.kind === 'note.signed' ? [{ kind: 'note.amended', part: about.part, data }] : refuse('note.unknown'),
});
