import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import { dayField, lineField, personField, reasonField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { findings, questions, type SuitabilityEntry, type SuitabilityFacts } from './facts.ts';

const act = actsOn<SuitabilityFacts, SuitabilityEntry>('dossier');

/** One question of the preliminary assessment, for one person; it can be answered again until the form is finalised. */
export const answerSuitability = act({
	name: 'suitability.answer',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		question: z.enum(questions, 'field.choice'),
		finding: z.enum(findings, 'field.choice'),
		note: textField,
		adjustment: textField.optional(),
		town: lineField.optional(),
	}),
	decide(_, { adjustment, town, ...data }, { dossier }) {
		if (!dossier.persons[data.person]) return refuse('act.noSuchPerson');
		if (data.finding === 'adapt' && adjustment === undefined) return refuse('suitability.adjustmentMissing');
		if (data.question === 'safety' && town === undefined) return refuse('suitability.townMissing');
		return [
			{
				kind: 'suitability.answered',
				part: data.person,
				data: { ...data, ...(adjustment !== undefined && { adjustment }), ...(town !== undefined && { town }) },
			},
		];
	},
});

/** Birth date, or an age band where the date is not asked (qc-2.08-a). */
export const recordAge = act({
	name: 'age.record',
	who: ['practitioner', 'client', 'representative'],
	input: z.object({
		person: personField,
		birthDate: dayField.optional(),
		band: z.enum(['under14', '14to17', 'adult'], 'field.choice').optional(),
	}),
	decide(_, { person, birthDate, band }, { dossier }) {
		if (!dossier.persons[person]) return refuse('act.noSuchPerson');
		if (birthDate === undefined && band === undefined) return refuse('age.missing');
		return [
			{
				kind: 'age.recorded',
				part: person,
				data: { person, ...(birthDate !== undefined && { birthDate }), ...(band !== undefined && { band }) },
			},
		];
	},
});

/** The practitioner decides and signs: the program shows, never decides (ARCHITECTURE 9). */
export const finaliseSuitability = act({
	name: 'suitability.finalise',
	who: ['practitioner'],
	input: z.object({
		fit: z.enum(['yes', 'partly', 'no'], 'field.choice'),
		interventionFits: z.boolean('field.choice'),
		meansFit: z.boolean('field.choice'),
		firstMeeting: z.enum(['inPerson', 'video', 'telephone', 'none'], 'field.choice'),
		reasons: z.string('field.text').trim().max(20_000, 'field.tooLong').default(''),
	}),
	decide(mine, data, { dossier }) {
		const answers = beneficiaries(dossier).flatMap((p) => Object.values(mine.of(p.id).answers));
		const obstacle = answers.some((a) => a?.finding === 'obstacle');
		if ((obstacle || data.fit !== 'yes') && data.reasons.length < 3) return refuse('suitability.reasonMissing');
		return [{ kind: 'suitability.finalised', data }];
	},
});

/** Does this form of service still suit (qc-2.08-0b, nb-caution-d)? */
export const reviewSuitability = act({
	name: 'suitability.review',
	who: ['practitioner'],
	input: z.object({ stillFits: z.enum(['yes', 'no', 'deferred'], 'field.choice'), reason: reasonField.optional() }),
	decide(_, { stillFits, reason }) {
		if (stillFits !== 'yes' && reason === undefined) return refuse('suitability.reasonMissing');
		return [{ kind: 'suitability.reviewed', data: { stillFits, ...(reason !== undefined && { reason }) } }];
	},
});
