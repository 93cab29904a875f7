import type { CareEntry } from '#server/capabilities/care/facts.ts';
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
		...beneficiaries(facts.dossier.joint.dossier).flatMap((p) =>
			facts.dossier.of(p.id).care.used.map((u) => u.evidence.seq),
		),
	];
};

const NINETY = 90;

/** The plan as it was written, what its last review said, and the day one would suggest for the next. */
export function planOf(facts: Facts, bodies: ReadonlyMap<number, Entry>, now: Instant) {
	const { plan } = facts.dossier.joint.care;
	const suggested = dayOf(now + NINETY * DAY);
	if (!plan) return { suggested };
	const said = bodyAt<Body<'interventionPlan.written'>>(bodies, plan.evidence.seq, 'interventionPlan.written');
	const review = bodyAt<Body<'interventionPlan.reviewed'>>(bodies, plan.reviewed?.seq, 'interventionPlan.reviewed');
	return {
		suggested,
		plan: {
			version: plan.version,
			at: plan.evidence.at,
			goals: said?.goals ?? '',
			methods: said?.methods ?? [],
			outcome: said?.outcome ?? '',
			reviewOn: plan.reviewOn,
			late: !plan.ended && plan.reviewOn <= dayOf(now),
			ended: plan.ended === true,
			...(plan.reviewed && review && { review: { at: plan.reviewed.at, outcome: review.outcome, next: review.next } }),
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
