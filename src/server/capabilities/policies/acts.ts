import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { clauseTextField, dayField, reasonField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { dayOf } from '#server/kernel/time.ts';
import { writtenBySystem } from '#words/clauses/own.ts';
import { monthsAfter, noDocument, type PolicyEntry, type PolicyFacts, type Published, rhythms } from './facts.ts';

const act = actsOn<PolicyFacts, PolicyEntry>('practice');
/** One part of a clause: `risks.breakdowns`. */
const part = z.string('field.choice').regex(/^[a-zA-Z0-9]{1,40}\.[a-zA-Z0-9]{1,40}$/, 'field.choice');
// A name that every object has (`constructor`) would be found in documents that hold nothing by it.
const key = z
	.string('field.choice')
	.regex(/^[a-zA-Z0-9]{1,40}$/, 'field.choice')
	.refine((k) => !(k in {}), 'field.choice');

/** An easy-read version: at most sixty lines of an idea each. */
const easyField = textField.refine((text) => {
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	return lines.length <= 60 && lines.every((line) => line.trim().length <= 1000);
}, 'field.tooLong');

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
		easyFr: easyField.optional(),
		easyEn: easyField.optional(),
		omitted: z.array(part).max(10).default([]),
		reason: reasonField.optional(),
	}),
	decide(_, { reason, easyFr, easyEn, ...data }) {
		if (writtenBySystem.includes(data.clause)) return refuse('clause.bySystem');
		if (data.omitted.length > 0 && reason === undefined) return refuse('clause.omissionReason');
		const more = {
			...(easyFr !== undefined && { easyFr }),
			...(easyEn !== undefined && { easyEn }),
			...(reason !== undefined && { reason }),
		};
		return [{ kind: 'clause.written', data: { ...data, ...more } }];
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

/** Did a fact of the running system change since? Then those who agreed to the old one are asked again, whatever was ticked. */
const statesOther = (before: Published | undefined, states: Readonly<Record<string, string>>): boolean =>
	before !== undefined &&
	Object.keys({ ...before.states, ...states }).some((key) => before.states[key] !== states[key]);

/**
 * Publish the draft: its words are frozen with the facts of the running system that they state. A minor change informs;
 * a material one asks again, and what was agreed to before it counts for a period of grace.
 */
export const publishPolicy = act({
	name: 'policy.publish',
	who: ['owner', 'practitioner', 'privacyOfficer', 'system'],
	input: z.object({
		document: key,
		material: z.boolean(),
		graceDays: z.number('field.number').int('field.number').min(0, 'field.number').max(365, 'field.number').optional(),
		reviewOn: dayField.optional(),
		states: z.record(key, z.string().max(2000)),
		clauses: z.record(key, z.object({ fr: clauseTextField, en: clauseTextField })),
	}),
	focus: ({ document }) => ({ subject: document }),
	decide(mine, { document, clauses, material, graceDays, reviewOn, states }, { now }) {
		const before = mine.joint.documents[document] ?? noDocument;
		const drafted = Object.keys(before.draft);
		if (drafted.length === 0) return refuse('policy.noDraft');
		if (drafted.length !== Object.keys(clauses).length || !drafted.every((k) => clauses[k]))
			return refuse('policy.draftChanged');
		if (reviewOn !== undefined && reviewOn <= dayOf(now)) return refuse('policy.reviewPast');
		const data = {
			document,
			clauses,
			states,
			material: material || statesOther(before.published, states),
			version: (before.published?.version ?? 0) + 1,
			reviewOn: reviewOn ?? monthsAfter(now, mine.joint.months.policy),
			...(graceDays !== undefined && { graceDays }),
		};
		return [{ kind: 'policy.published', data }];
	},
});

/** A published document was read again and still says what is so: it is kept without change (nb-2-e). */
export const reviewPolicy = act({
	name: 'policy.review',
	who: ['owner', 'practitioner', 'privacyOfficer'],
	input: z.object({ document: key, reviewOn: dayField.optional() }),
	decide(mine, { document, reviewOn }, { now }) {
		const { published } = mine.joint.documents[document] ?? noDocument;
		if (!published) return refuse('policy.notPublished');
		const next = reviewOn ?? monthsAfter(now, mine.joint.months.policy);
		if (next <= dayOf(now)) return refuse('policy.reviewPast');
		return [{ kind: 'policy.reviewed', data: { document, version: published.version, reviewOn: next } }];
	},
});

/** Every how many months the practice looks again at its policies, and at each consent (nb-2-e, qc-2.03-d). */
export const setRhythm = act({
	name: 'rhythm.set',
	who: ['owner', 'privacyOfficer'],
	input: z.object({
		of: z.enum(rhythms, 'field.choice'),
		months: z.number('field.number').int('field.number').min(1, 'field.number').max(36, 'field.number'),
	}),
	decide: (_, data) => [{ kind: 'rhythm.set', data }],
});
