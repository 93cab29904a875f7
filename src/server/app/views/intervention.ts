import { type CareEntry, type Goal, type GoalState, openGoals } from '#server/capabilities/care/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { DAY, dayOf, type Instant } from '#server/kernel/time.ts';
import { bodyAt } from './bodies.ts';
import type { instrumentsOf } from './instruments.ts';

type Body<K extends CareEntry['kind']> = Extract<CareEntry, { kind: K }>['data'];

/** The lines whose words the page shows again: the plan, its last review, the instruments used. */
export const interventionLines = (facts: Facts): readonly (number | undefined)[] => {
	const { plan } = facts.dossier.joint.care;
	return [
		plan?.evidence.seq,
		plan?.reviewed?.seq,
		...goalLines(facts),
		...beneficiaries(facts.dossier.joint.dossier).flatMap((p) =>
			facts.dossier.of(p.id).care.used.map((u) => u.evidence.seq),
		),
	];
};

/** The lines in which the goals that are known stand. */
export const goalLines = ({ dossier }: Facts): readonly number[] => [
	...new Set(Object.values(dossier.joint.care.goals).map((g) => g.written)),
];

/** A goal in its words, what its last review found, and whether the plan in force still has it. */
export interface ShownGoal extends Goal {
	readonly state?: GoalState;
	readonly inPlan: boolean;
}

/** Each goal that is known, the oldest first. */
export const goalsOf = ({ dossier }: Facts, bodies: ReadonlyMap<number, Entry>): readonly ShownGoal[] =>
	Object.entries(dossier.joint.care.goals)
		.toSorted(([, a], [, b]) => a.written - b.written)
		.flatMap(([id, { written, state }]) => {
			const said = bodyAt<Body<'interventionPlan.written'>>(bodies, written, 'interventionPlan.written');
			const line = said?.lines?.find((l) => l.id === id);
			const inPlan = written === dossier.joint.care.plan?.evidence.seq;
			return line ? [{ ...line, inPlan, ...(state !== undefined && { state }) }] : [];
		});

/** What the last review of the plan said. */
export const reviewLine = ({ dossier }: Facts, bodies: ReadonlyMap<number, Entry>) =>
	bodyAt<Body<'interventionPlan.reviewed'>>(
		bodies,
		dossier.joint.care.plan?.reviewed?.seq,
		'interventionPlan.reviewed',
	);

const NINETY = 90;

/** The plan as it was written, what its last review said, and the day one would suggest for the next. */
export function planOf(facts: Facts, bodies: ReadonlyMap<number, Entry>, now: Instant) {
	const { plan } = facts.dossier.joint.care;
	const suggested = dayOf(now + NINETY * DAY);
	if (!plan) return { suggested };
	const said = bodyAt<Body<'interventionPlan.written'>>(bodies, plan.evidence.seq, 'interventionPlan.written');
	const review = reviewLine(facts, bodies);
	const goals = goalsOf(facts, bodies);
	return {
		suggested,
		plan: {
			version: plan.version,
			at: plan.evidence.at,
			goals: said?.goals ?? '',
			lines: goals.filter((g) => g.inPlan),
			open: openGoals(facts.dossier.joint.care),
			methods: said?.methods ?? [],
			outcome: said?.outcome ?? '',
			reviewOn: plan.reviewOn,
			late: !plan.ended && plan.reviewOn <= dayOf(now),
			ended: plan.ended === true,
			...(plan.reviewed && review && { review: { at: plan.reviewed.at, ...review } }),
		},
	};
}

/** Each result with the limits of its instrument beside it; one that nobody appraised says so. */
export const resultsOf = (facts: Facts, bodies: ReadonlyMap<number, Entry>, known: ReturnType<typeof instrumentsOf>) =>
	beneficiaries(facts.dossier.joint.dossier).map(({ id, name }) => ({
		id,
		name,
		results: facts.dossier
			.of(id)
			.care.used.toReversed()
			.map(({ instrument, evidence }) => {
				const said = bodyAt<Body<'instrument.used'>>(bodies, evidence.seq, 'instrument.used');
				const listed = known.find((k) => k.id === instrument);
				return {
					seq: evidence.seq,
					at: evidence.at,
					name: said?.name ?? '',
					summary: said?.summary ?? '',
					...(listed && { limits: listed.limits, allowed: listed.decision === 'allowed' }),
				};
			}),
	}));
