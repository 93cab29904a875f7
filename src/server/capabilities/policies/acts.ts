import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { clauseTextField, reasonField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { writtenBySystem } from '#words/clauses/own.ts';
import { noDocument, type PolicyEntry, type PolicyFacts } from './facts.ts';

const act = actsOn<PolicyFacts, PolicyEntry>('practice');
/** One part of a clause: `risks.breakdowns`. */
const part = z.string('field.choice').regex(/^[a-zA-Z0-9]{1,40}\.[a-zA-Z0-9]{1,40}$/, 'field.choice');
// A name that every object has (`constructor`) would be found in documents that hold nothing by it.
const key = z
	.string('field.choice')
	.regex(/^[a-zA-Z0-9]{1,40}$/, 'field.choice')
	.refine((k) => !(k in {}), 'field.choice');

/** Take the library's clauses of a document as the draft. */
export const adoptPolicy = act({
	name: 'policy.adopt',
	who: ['owner', 'practitioner', 'privacyOfficer', 'system'],
	input: z.object({ document: key, clauses: z.array(key).min(1, 'field.required').max(60) }),
	decide: (_, data) => [{ kind: 'policy.adopted', data }],
});

/** Write a clause in the practice's own words, in both languages; leaving out a part of it asks for a reason. */
export const writeClause = act({
	name: 'clause.write',
	who: ['owner', 'practitioner', 'privacyOfficer'],
	input: z.object({
		document: key,
		clause: key,
		fr: textField,
		en: textField,
		omitted: z.array(part).max(10).default([]),
		reason: reasonField.optional(),
	}),
	decide(_, { reason, ...data }) {
		if (writtenBySystem.includes(data.clause)) return refuse('clause.bySystem');
		if (data.omitted.length > 0 && reason === undefined) return refuse('clause.omissionReason');
		return [{ kind: 'clause.written', data: { ...data, ...(reason !== undefined && { reason }) } }];
	},
});

/** Take a clause out of the draft; publishing may then be refused. */
export const removeClause = act({
	name: 'clause.remove',
	who: ['owner', 'practitioner', 'privacyOfficer'],
	input: z.object({ document: key, clause: key }),
	decide: (mine, data) =>
		mine.joint.documents[data.document]?.draft[data.clause]
			? [{ kind: 'clause.removed', data }]
			: refuse('clause.unknown'),
});

/** Publish the draft: its words are frozen with the facts of the running system that they state. */
export const publishPolicy = act({
	name: 'policy.publish',
	who: ['owner', 'practitioner', 'privacyOfficer', 'system'],
	input: z.object({
		document: key,
		material: z.boolean(),
		states: z.record(key, z.string().max(2000)),
		clauses: z.record(key, z.object({ fr: clauseTextField, en: clauseTextField })),
	}),
	focus: ({ document }) => ({ subject: document }),
	decide(mine, { document, clauses, ...data }) {
		const before = mine.joint.documents[document] ?? noDocument;
		const drafted = Object.keys(before.draft);
		if (drafted.length === 0) return refuse('policy.noDraft');
		if (drafted.length !== Object.keys(clauses).length || !drafted.every((k) => clauses[k]))
			return refuse('policy.draftChanged');
		return [
			{ kind: 'policy.published', data: { document, clauses, ...data, version: (before.published?.version ?? 0) + 1 } },
		];
	},
});
