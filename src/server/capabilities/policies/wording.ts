import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { lineField, territoryField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { isRefusable } from '#words/clauses/consequences.ts';
import { furtherLanguages } from '#words/languages.ts';
import { noDocument, type PolicyEntry, type PolicyFacts } from './facts.ts';

const act = actsOn<PolicyFacts, PolicyEntry>('practice');
const writers = ['owner', 'practitioner', 'privacyOfficer'] as const;
const key = z
	.string('field.choice')
	.regex(/^[a-zA-Z0-9.]{1,40}$/, 'field.choice')
	.refine((k) => !(k in {}), 'field.choice');
const language = z.enum(furtherLanguages, 'field.choice');
const sameName = (a: string, b: string): boolean => a.localeCompare(b, 'fr', { sensitivity: 'base' }) === 0;

/**
 * Give a published clause to be read in a further language. French and English are what binds; a translation renders one
 * version of them, for one place, and two people stand behind it: who wrote it and who read it again (qc-2.03-a).
 */
export const addTranslation = act({
	name: 'translation.add',
	who: writers,
	input: z.object({
		document: key,
		clause: key,
		/** What the translator had before them: a version published meanwhile is another text. */
		version: z.number('field.number').int('field.number').min(1, 'field.number'),
		territory: territoryField,
		language,
		title: lineField,
		body: textField,
		translatedBy: lineField,
		reviewedBy: lineField,
	}),
	decide(mine, data) {
		const { published } = mine.joint.documents[data.document] ?? noDocument;
		if (!published?.clauses.includes(data.clause)) return refuse('translation.notPublished');
		if (published.version !== data.version) return refuse('translation.otherVersion');
		return sameName(data.translatedBy, data.reviewedBy)
			? refuse('translation.sameReader')
			: [{ kind: 'translation.added', data }];
	},
});

/** Offer it no longer. */
export const removeTranslation = act({
	name: 'translation.remove',
	who: writers,
	input: z.object({ document: key, clause: key, language }),
	decide(mine, data) {
		const { translations } = mine.joint.documents[data.document] ?? noDocument;
		return translations.some((t) => t.clause === data.clause && t.language === data.language)
			? [{ kind: 'translation.removed', data }]
			: refuse('translation.unknown');
	},
});

/** Say in the practice's own words what follows when somebody says no to a clause; what closes stays the same. */
export const writeConsequence = act({
	name: 'consequence.write',
	who: writers,
	input: z.object({ document: key, clause: key, fr: textField, en: textField }),
	decide: (_, data) =>
		isRefusable(data.document, data.clause) ? [{ kind: 'consequence.written', data }] : refuse('clause.unknown'),
});
