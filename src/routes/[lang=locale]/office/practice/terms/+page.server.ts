import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { termsInput } from '#server/app/terms-form.ts';
import { openPractice } from '#server/app/view.ts';
import { termsOf } from '#server/app/views/practice.ts';
import { dayOf } from '#server/kernel/time.ts';
import type { Actions, PageServerLoad } from './$types';

/** How services are given here; the documents are written from it. */
export const load: PageServerLoad = async (event) => {
	const { facts, roles } = await openPractice(event, 'terms');
	const { app, lang } = event.locals;
	return {
		mayWrite: roles.includes('owner') || roles.includes('practitioner'),
		...termsOf(facts, { day: dayOf(app.world.now()), lang }),
		published: Object.values(facts.practice.policies.documents).some((d) => d.published),
		state: await formState(event),
	};
};

export const actions: Actions = { describe: attempt('service.describe', { journal: thisPractice, input: termsInput }) };
