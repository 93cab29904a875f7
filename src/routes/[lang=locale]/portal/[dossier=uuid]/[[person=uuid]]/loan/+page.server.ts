import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { whole } from '#server/app/views/arrivals.ts';
import { bodyAt } from '#server/app/views/bodies.ts';
import { loansOf } from '#server/app/views/lending.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import type { Actions, PageServerLoad } from './$types';

/** What of the practice's devices one was lent, what was agreed, and what to do when it is lost. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'loan');
	const { own, facts, now } = open;
	const loans = loansOf(own.loans, facts, now);
	const bodies = await open.bodies(loans.map(({ seq }) => seq));
	return {
		frame: frameOf(open),
		loans: loans.map(({ seq, answers: _, ...loan }) => ({
			...loan,
			terms: bodyAt<{ readonly terms: string }>(bodies, seq, 'loan.made')?.terms ?? '',
		})),
		phone: whole(facts.practice.practice.profile?.phone ?? ''),
		state: await formState(event),
	};
};

export const actions = { lost: attempt('loan.report', { journal: thisDossier }) } satisfies Actions;
