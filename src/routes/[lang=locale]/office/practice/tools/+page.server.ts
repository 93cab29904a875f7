import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { toolsOf } from '#server/app/views/practice.ts';
import { regulatorsOf } from '#server/app/views/regulators.ts';
import { channels } from '#server/kernel/field.ts';
import { dayOf } from '#server/kernel/time.ts';
import { phonesOf } from '../phones.ts';
import type { Actions, PageServerLoad } from './$types';

/** Tools, third parties, and how the regulators are reached; each with what was checked. */
export const load: PageServerLoad = async (event) => {
	const { facts, roles } = await openPractice(event, 'tools');
	const { world } = event.locals.app;
	const has = (...some: readonly string[]): boolean => some.some((role) => roles.includes(role as never));
	return {
		may: {
			tools: has('owner', 'practitioner'),
			assess: has('owner', 'practitioner', 'privacyOfficer'),
			thirdParties: has('owner', 'privacyOfficer'),
		},
		...toolsOf(facts.practice.practice),
		regulators: regulatorsOf(facts, { day: dayOf(world.now()), lang: event.locals.lang }),
		channels,
		zone: homeZone(facts),
		freshId: world.newId(),
		state: await formState(event),
	};
};

export const actions: Actions = {
	register: attempt('tool.register', {
		journal: thisPractice,
		input: (typed) => ({ socialNetwork: false, ...typed }),
	}),
	assess: attempt('tool.assess', { journal: thisPractice }),
	add: attempt('thirdParty.add', { journal: thisPractice, input: (typed) => ({ purpose: {}, shared: {}, ...typed }) }),
	remove: attempt('thirdParty.remove', { journal: thisPractice }),
	verify: attempt('regulator.verify', { journal: thisPractice, input: phonesOf }),
};
