import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { payersOf, toReadAgain } from '#server/app/views/payments.ts';
import { noteFields } from '#server/capabilities/payments/facts.ts';
import { dayOf } from '#server/kernel/time.ts';
import type { Actions, PageServerLoad } from './$types';

/** What insurers, programs and others who pay ask of the record, and when that was last read (nb-6-p). */
export const load: PageServerLoad = async (event) => {
	const { facts } = await openPractice(event, 'payers', ['owner', 'practitioner']);
	const now = event.locals.app.world.now();
	return {
		payers: payersOf(facts).map((p) => ({ ...p, late: !p.ended && toReadAgain(p.reviewedOn, facts, now) })),
		fields: noteFields,
		today: dayOf(now),
		state: await formState(event),
	};
};

export const actions: Actions = {
	add: attempt('payer.add', { journal: thisPractice }),
	review: attempt('payer.review', { journal: thisPractice }),
	end: attempt('payer.end', { journal: thisPractice }),
};
