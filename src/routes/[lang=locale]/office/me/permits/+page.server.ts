import { attempt, formState, myJournal } from '#server/app/http.ts';
import { permitsOf } from '#server/app/views/me.ts';
import { openMyLife } from '#server/app/views/my-life.ts';
import { permitEnding } from '#server/app/views/today.ts';
import type { Actions, PageServerLoad } from './$types';

/** By which right I practise, where, and until when. */
export const load: PageServerLoad = async (event) => {
	const { facts, now, today } = await openMyLife(event, 'permits');
	return {
		permits: permitsOf(facts, today),
		home: facts.practitioner.practitioner.profile?.territory,
		endsSoon: permitEnding(facts, now),
		freshId: event.locals.app.world.newId(),
		state: await formState(event),
	};
};

export const actions: Actions = {
	record: attempt('permit.record', { journal: myJournal }),
	end: attempt('permit.end', { journal: myJournal }),
};
