import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { meansField, modeField, personField, reasonField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { pointsOf, reviewTriggers } from '#words/clauses/revisit.ts';
import { type ConsentEntry, type ConsentFacts, inForce, pointsHeld } from './facts.ts';

const act = actsOn<ConsentFacts, ConsentEntry>('dossier');
const point = z.string('field.choice').regex(/^[a-zA-Z0-9]{1,40}\.[a-zA-Z0-9]{1,40}$/, 'field.choice');

/** The important points of a consent are gone over again, and the person says what they want (qc-2.03-d). */
export const reviewConsent = act({
	name: 'consent.review',
	who: ['client', 'representative', 'practitioner'],
	input: z
		.object({
			person: personField,
			trigger: z.enum(reviewTriggers, 'field.choice'),
			mode: modeField.optional(),
			points: z.array(point).min(1, 'field.required').max(40, 'field.tooMany'),
			result: z.enum(['kept', 'changed', 'talk'], 'field.choice'),
			means: meansField,
		})
		.refine((r) => r.trigger !== 'mode' || r.mode !== undefined, { path: ['mode'], message: 'field.required' }),
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	decide(mine, { person, mode, ...data }) {
		const facts = mine.of(person);
		if (!inForce(facts)) return refuse('consent.noneInForce');
		const asked = pointsHeld(facts, pointsOf(data.trigger, mode));
		if (asked.some((p) => !data.points.includes(p))) return refuse('review.points');
		if (pointsHeld(facts, data.points).length < data.points.length) return refuse('consent.notSent');
		return [
			{
				kind: 'consent.reviewed',
				part: person,
				data: { person, ...data, ...(mode !== undefined && { mode }) },
			},
		];
	},
});

/** Something changed that no line of the file shows (the purpose, somebody who takes part): the consent is to be gone over again. */
export const askReview = act({
	name: 'review.ask',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		trigger: z.enum(['policy', 'participant', 'purpose'], 'field.choice'),
		reason: reasonField,
	}),
	decide: (mine, data) =>
		inForce(mine.of(data.person)) ? [{ kind: 'review.asked', part: data.person, data }] : refuse('consent.noneInForce'),
});
