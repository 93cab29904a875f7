import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { idField, personField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { type PaperEntry, type PaperFacts, paperSubjects } from './facts.ts';
import { MOST_BYTES, paperKind } from './kind.ts';

const act = actsOn<PaperFacts, PaperEntry>('dossier');
const key = z
	.string('field.choice')
	.regex(/^[a-zA-Z0-9.]{1,40}$/, 'field.choice')
	.refine((k) => !(k in {}), 'field.choice');

/** The package was printed and posted, or handed on paper (qc-intro-b). */
export const postPackage = act({
	name: 'package.post',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		documents: z
			.record(key, z.number('field.number').int('field.number').min(1, 'field.number'))
			.refine((v) => Object.keys(v).length > 0, 'field.required'),
		means: z.enum(['posted', 'handed'], 'field.choice'),
	}),
	decide: (_, data, { dossier }) =>
		dossier.persons[data.person] ? [{ kind: 'package.posted', part: data.person, data }] : refuse('act.noSuchPerson'),
});

/** The written copy of what was agreed to aloud or on paper left for the person (nb-2-h). */
export const sendCopy = act({
	name: 'copy.send',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		consent: idField,
		means: z.enum(['posted', 'handed', 'portal'], 'field.choice'),
	}),
	decide(_, data, { dossier }) {
		const who = dossier.persons[data.person];
		if (!who) return refuse('act.noSuchPerson');
		// Nothing lies in a space that does not exist: the person would never see it.
		if (data.means === 'portal' && who.account === undefined) return refuse('copy.noSpace');
		return [{ kind: 'copy.sent', part: data.person, data }];
	},
});

/** A signed paper is kept, sealed, in the person's own part; what it is is read from its bytes. */
export const scanPaper = act({
	name: 'paper.scan',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		of: z.enum(paperSubjects, 'field.choice'),
		/** The session whose note it stands beside. */
		session: idField.optional(),
		content: z
			.string('field.required')
			.min(1, 'field.required')
			.max(2 * MOST_BYTES, 'field.tooLong'),
	}),
	// What a paper is stands before the duty as well: nothing disguised or active is taken into a record (nb-6-c).
	gates: () => ['paper.scan', 'record.upload'],
	focus: ({ person, content }) => {
		const kind = paperKind(content);
		return { person, subject: 'upload', means: typeof kind === 'string' ? kind : kind.type };
	},
	decide(_, data, { dossier }) {
		if (!dossier.persons[data.person]) return refuse('act.noSuchPerson');
		const kind = paperKind(data.content);
		switch (kind) {
			case 'unreadable':
				return refuse('paper.unreadable');
			case 'tooBig':
				return refuse('paper.tooBig');
			case 'harmful':
				return refuse('paper.harmful');
			case 'otherKind':
				return refuse('paper.otherKind');
		}
		const { session, ...paper } = data;
		return [
			{
				kind: 'paper.scanned',
				part: data.person,
				data: { ...paper, ...kind, ...(session !== undefined && { session }) },
			},
		];
	},
});

/** A paper that is in the file already stands beside the note of a session too; neither changes. */
export const attachPaper = act({
	name: 'paper.attach',
	who: ['practitioner'],
	input: z.object({
		paper: z.number('field.number').int('field.number').min(1, 'field.number'),
		session: idField,
	}),
	about: ({ paper }) => paper,
	decide: (_, data, { about }) =>
		about?.kind === 'paper.scanned' ? [{ kind: 'paper.attached', part: about.part, data }] : refuse('paper.unknown'),
});
