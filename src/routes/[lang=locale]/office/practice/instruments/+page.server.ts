import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { appraisalBodies, instrumentsOf } from '#server/app/views/instruments.ts';
import { factors } from '#server/capabilities/instruments/facts.ts';
import type { Actions, PageServerLoad } from './$types';

/** The practice's list of clinical instruments, each with what it is worth. */
export const load: PageServerLoad = async (event) => {
	const { facts, roles } = await openPractice(event, 'instruments');
	const { world } = event.locals.app;
	const practice = event.locals.practice?.id ?? '';
	return {
		may: roles.includes('owner') || roles.includes('practitioner'),
		instruments: instrumentsOf(facts, await appraisalBodies(world, practice, facts)),
		factors,
		freshId: world.newId(),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	appraise: attempt('instrument.appraise', { journal: thisPractice }),
};
