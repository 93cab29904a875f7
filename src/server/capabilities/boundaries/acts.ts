import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { dayField, idField, lineField, personField, phoneField, reasonField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { type BoundaryEntry, type BoundaryFacts, namesIn } from './facts.ts';

const act = actsOn<BoundaryFacts, BoundaryEntry>('dossier');
const MOST_OTHERS = 20;

/** What other relation the practitioner has with these persons (qc-4.01, qc-4.08-a, qc-4.11); never the trait that is shared. */
export const declareRelation = act({
	name: 'relation.declare',
	who: ['practitioner'],
	input: z.object({
		link: z.enum(['none', 'other', 'personal'], 'field.choice'),
		decision: z.enum(['proceed', 'refer'], 'field.choice'),
		analysis: reasonField.optional(),
		safeguards: reasonField.optional(),
		reviewOn: dayField.optional(),
		communityConsidered: z.boolean(),
	}),
	decide(_, { analysis, safeguards, reviewOn, ...data }) {
		if (!data.communityConsidered) return refuse('relation.communityNotConsidered');
		return [
			{
				kind: 'relation.declared',
				data: {
					...data,
					...(analysis !== undefined && { analysis }),
					...(safeguards !== undefined && { safeguards }),
					...(reviewOn !== undefined && { reviewOn }),
				},
			},
		];
	},
});

/** Somebody the persons speak of is named, so that conflicts of interest with them are found too (qc-4.02). */
export const nameOther = act({
	name: 'other.name',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		id: idField,
		name: lineField,
		phone: phoneField.optional(),
		relation: lineField,
	}),
	decide(mine, { phone, ...data }, { dossier }) {
		if (!dossier.persons[data.person]) return refuse('act.noSuchPerson');
		if (Object.keys(mine.of(data.person).others).length >= MOST_OTHERS) return refuse('other.tooMany');
		return [{ kind: 'other.named', part: data.person, data: { ...data, ...(phone !== undefined && { phone }) } }];
	},
});

/** The names of this dossier were searched, blindly, across the practice; what was found is not said here (qc-4.02). */
export const searchConflict = act({
	name: 'conflict.search',
	who: ['practitioner'],
	input: z.object({}),
	decide: (mine, _, { dossier }) => [
		{ kind: 'conflict.searched', data: { persons: namesIn(mine.of, dossier).length } },
	],
});

/** The conflicts officer, or the solo practitioner on their own caseload, decides and signs. */
export const decideConflict = act({
	name: 'conflict.decide',
	who: ['conflictsOfficer'],
	office: 'conflictsOfficer',
	input: z.object({ decision: z.enum(['none', 'managed', 'conflict'], 'field.choice'), reason: reasonField }),
	decide: (mine, data) => (mine.joint.searched ? [{ kind: 'conflict.decided', data }] : refuse('conflict.notSearched')),
});
