import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { dayField, idField, lineField, reasonField, textField } from '#server/kernel/field.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import { type CareEntry, type CareFacts, goalStates, openGoals } from './facts.ts';

const act = actsOn<CareFacts, CareEntry>('dossier');

const LONGEST = 366;
const tooFar = (reviewOn: string, now: number): boolean =>
	reviewOn <= dayOf(now) || reviewOn > dayOf(now + LONGEST * DAY);

/** Goals, methods each with how it is done by this means, what is hoped for, and when to look again (nb-3-d). */
export const writeInterventionPlan = act({
	name: 'interventionPlan.write',
	who: ['practitioner'],
	input: z
		.object({
			goals: textField.optional(),
			/** One goal a line; an id is that of a goal which is written again. */
			lines: z
				.array(z.object({ id: idField.optional(), goal: lineField, sign: lineField.optional() }), 'field.required')
				.max(8, 'field.tooMany')
				.default([]),
			methods: z
				.array(z.object({ method: lineField, adapted: textField }), 'field.required')
				.min(1, 'field.required')
				.max(12, 'field.tooMany'),
			outcome: textField,
			reviewOn: dayField,
		})
		.superRefine(({ goals, lines }, { addIssue }) => {
			if (goals === undefined && lines.length === 0)
				addIssue({ code: 'custom', path: ['lines'], message: 'field.required' });
		}),
	decide(mine, { goals, lines, ...data }, { now, newId }) {
		if (tooFar(data.reviewOn, now)) return refuse('interventionPlan.reviewDay');
		const known = mine.joint.goals;
		const written = lines.map(({ id, goal, sign }) => ({
			id: id !== undefined && known[id] ? id : newId(),
			goal,
			...(sign !== undefined && { sign }),
		}));
		return [
			{
				kind: 'interventionPlan.written',
				data: { ...data, ...(goals !== undefined && { goals }), ...(written.length > 0 && { lines: written }) },
			},
		];
	},
});

type Review = z.infer<typeof review>;
const review = z.object({
	outcome: textField,
	/** What came of each goal, by its id. */
	results: z
		.record(idField, z.object({ state: z.enum(goalStates, 'field.choice'), came: textField.optional() }))
		.default({}),
	/** What the person says of it; or why they were not asked. */
	view: textField.optional(),
	viewBecause: reasonField.optional(),
	next: z.enum(['goesOn', 'changes', 'ends'], 'field.choice'),
	reviewOn: dayField.optional(),
});

/** Every goal that is pursued has its answer, and the person theirs, or a reason why not. */
function unanswered(care: CareFacts, { results, view, viewBecause }: Review): Refusal | undefined {
	const open = openGoals(care);
	if (open.length === 0) return undefined;
	const fields = [
		...open.filter((id) => !results[id]).map((id) => `results.${id}.state`),
		...(view === undefined && viewBecause === undefined ? ['view'] : []),
	].map((field) => [field, 'field.required'] as const);
	return fields.length > 0 ? { ...refuse('act.invalidInput'), fields: Object.fromEntries(fields) } : undefined;
}

/** Looking back at the plan: what came of each goal, what the person says, whether it goes on, changes or ends. */
export const reviewInterventionPlan = act({
	name: 'interventionPlan.review',
	who: ['practitioner'],
	input: review,
	decide(mine, input, { now }) {
		if (!mine.joint.plan) return refuse('interventionPlan.none');
		const lacking = unanswered(mine.joint, input);
		if (lacking) return lacking;
		const { reviewOn, results, ...said } = input;
		const known = Object.entries(results).filter(([id]) => mine.joint.goals[id]);
		const data = { ...said, ...(known.length > 0 && { results: Object.fromEntries(known) }) };
		const told = JSON.parse(JSON.stringify(data));
		if (data.next === 'ends') return [{ kind: 'interventionPlan.reviewed', data: told }];
		if (reviewOn === undefined || tooFar(reviewOn, now)) return refuse('interventionPlan.reviewDay');
		return [{ kind: 'interventionPlan.reviewed', data: { ...told, reviewOn } }];
	},
});
