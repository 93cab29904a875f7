import { JOINT } from '#server/kernel/journal.ts';
import type { LocalDate } from '#server/kernel/time.ts';
import { closingLines, summaryOf } from './closing.ts';
import { goalLines, goalsOf, reviewLine, type ShownGoal } from './intervention.ts';
import type { OpenPortal } from './portal.ts';

/** What one works at here, in one's own words, and when it is looked at again. */
export interface MyGoals {
	readonly goals: readonly Omit<ShownGoal, 'inPlan'>[];
	readonly reviewOn?: LocalDate;
	/** What one said of it the last time. */
	readonly view?: string;
}

/** The goals of the plan in force, to those who share what is joint. */
export async function myGoals({ facts, parts, bodies }: OpenPortal): Promise<MyGoals | undefined> {
	const { plan } = facts.dossier.joint.care;
	if (!plan || !parts.includes(JOINT)) return undefined;
	const found = await bodies([...goalLines(facts), plan.reviewed?.seq]);
	const goals = goalsOf(facts, found).flatMap(({ inPlan, ...goal }) => (inPlan ? [goal] : []));
	const view = reviewLine(facts, found)?.view;
	if (goals.length === 0) return undefined;
	return { goals, ...(!plan.ended && { reviewOn: plan.reviewOn }), ...(view !== undefined && { view }) };
}

/** The summary that one was given in one's space when the work ended. */
export interface MySummary {
	readonly at: number;
	readonly by: string;
	readonly body: readonly { readonly heading: string; readonly laid: string }[];
}

/** To whoever was given it here, and to nobody else. */
export async function mySummary({ facts, parts, who, bodies }: OpenPortal): Promise<MySummary | undefined> {
	const { given } = facts.dossier.joint.closing;
	if (given[who.id]?.means !== 'portal' || !parts.includes(JOINT)) return undefined;
	const summary = summaryOf(facts, await bodies(closingLines(facts)));
	return summary && { at: summary.at, by: summary.by, body: summary.laidOut };
}
