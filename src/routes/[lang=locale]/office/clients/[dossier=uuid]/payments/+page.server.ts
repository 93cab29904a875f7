import type { RequestEvent } from '@sveltejs/kit';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { walkBack } from '#server/app/views/lines.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { isRequest, paymentsOf, requestsIn } from '#server/app/views/payments.ts';
import { DAY } from '#server/kernel/time.ts';
import type { Actions, PageServerLoad } from './$types';

const SHOWN = 25;

/** The services of this file that may be billed, and what was asked for already. */
export const load: PageServerLoad = async (event) => {
	const { facts, world, practice, id, parts } = await openFile(event, 'payments');
	const before = Number(event.url.searchParams.get('before'));
	const back = await walkBack(world, {
		practice,
		dossier: id,
		parts,
		before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
		enough: (found) => found.filter(isRequest).length > SHOWN,
	});
	const all = requestsIn(back.entries, facts);
	return {
		...paymentsOf(facts),
		requests: all.slice(0, SHOWN),
		older: all.length > SHOWN ? all[SHOWN - 1]?.seq : back.before,
		zone: homeZone(facts),
		state: await formState(event),
	};
};

/** Who pays is named as the register names them; nobody chosen: the person themself. */
async function named(typed: Record<string, unknown>, event: RequestEvent) {
	if (typed.payer === undefined) return typed;
	const { facts } = await openPractice(event, 'payers', ['practitioner']);
	const payer = facts.practice.payments.payers[String(typed.payer)];
	return { ...typed, ...(payer && !payer.ended && { payerName: payer.name }) };
}

export const actions: Actions = {
	ask: attempt('payment.request', { journal: thisDossier, input: named }),
	/** The reason passes this asking, not those of later months. */
	waive: attempt('duty.waive', {
		journal: thisDossier,
		input: (typed, event) => ({ ...typed, until: event.locals.app.world.now() + DAY }),
	}),
};
