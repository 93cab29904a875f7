import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { idField, lineField, personField, reasonField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { type NoteEntry, type NoteFacts, signedFor } from './facts.ts';
import type { NoteRuleEntry, NoteRuleFacts } from './rule-facts.ts';
import { happenedKeys, headings, noteTemplates, templateNames } from './templates.ts';

const act = actsOn<NoteFacts, NoteEntry>('dossier');
const rule = actsOn<NoteRuleFacts, NoteRuleEntry>('practice');

const factField = z.enum(happenedKeys, 'field.choice');

/** The clinical note of a session, completed and signed (qc-5.02-b, nb-2-f). */
export const signNote = act({
	name: 'note.sign',
	who: ['practitioner'],
	input: z
		.object({
			session: idField,
			template: z.enum(templateNames, 'field.choice').optional(),
			body: z.partialRecord(z.enum(headings, 'field.choice'), textField),
			happened: z.record(z.string().max(40), z.string().max(500)),
			/** What the practitioner corrects of it, and takes away: both leave a trace (nb-2-f, nb-6-o). */
			altered: z.partialRecord(factField, lineField).optional(),
			removed: z.array(factField).max(happenedKeys.length).optional(),
			stillFits: z.enum(['yes', 'no', 'deferred'], 'field.choice').optional(),
			deferredBecause: reasonField.optional(),
			mood: z.enum(['nothingObserved', 'observed', 'notAsked'], 'field.choice').optional(),
			moodNote: reasonField.optional(),
			stayedBecause: reasonField.optional(),
			attests: z.array(personField).max(12).default([]),
			/** Whose words these are: copied text keeps its author (qc-6.04-a). */
			sources: z.array(idField).max(10).default([]),
			authors: z.array(idField).min(1, 'field.required').max(10),
		})
		.superRefine(({ template, body }, { addIssue }) => {
			// What has nothing to say under a heading says so.
			for (const heading of noteTemplates[template ?? 'usual'])
				if (body[heading] === undefined)
					addIssue({ code: 'custom', path: ['body', heading], message: 'field.required' });
		}),
	// A note that is signed is signed: writing it again is an edit, and no edit is taken (nb-2-f).
	gates: (mine, { session }) => [signedFor(mine.joint, session) ? 'record.edit' : 'note.sign'],
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
		const due = mine.joint.due[input.session];
		if (!due) return refuse('note.notDue');
		if (!actor.account || !input.authors.includes(actor.account)) return refuse('note.authorMissing');
		const { removed = [], template, ...rest } = input;
		const left = <T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
			Object.fromEntries(Object.entries(all).filter(([key]) => !removed.some((r) => r === key)));
		const note = {
			...rest,
			endedAt: due.endedAt,
			...(template !== undefined && template !== 'usual' && { template }),
			happened: left(rest.happened),
			altered: rest.altered && left(rest.altered),
			...(removed.length > 0 && { removed }),
			...(due.mode !== 'inPerson' && { remote: true }),
		};
		return [{ kind: 'note.signed', data: JSON.parse(JSON.stringify(note)) }];
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

/** Within how many hours of a meeting its note is signed here (qc-5.02-b, nb-6-b). */
export const setNoteLimit = rule({
	name: 'noteLimit.set',
	who: ['owner'],
	input: z.object({
		hours: z.number('field.number').int('field.number').min(1, 'field.number').max(336, 'field.number'),
	}),
	decide: (_, data) => [{ kind: 'noteLimit.set', data }],
});
