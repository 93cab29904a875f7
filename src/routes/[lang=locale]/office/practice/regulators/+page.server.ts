import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { directoryOf } from '#server/app/views/directory.ts';
import { dayOf } from '#server/kernel/time.ts';
import { phonesOf } from '../phones.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who regulates the profession, place by place, and the day somebody of the practice looked. */
export const load: PageServerLoad = async (event) => {
	const { facts, roles } = await openPractice(event, 'regulators');
	const { app, lang } = event.locals;
	return {
		mayVerify: roles.includes('owner') || roles.includes('practitioner'),
		places: directoryOf(facts, { day: dayOf(app.world.now()), lang }),
		state: await formState(event),
	};
};

export const actions: Actions = {
	verify: attempt('regulator.verify', { journal: thisPractice, input: phonesOf }),
};
