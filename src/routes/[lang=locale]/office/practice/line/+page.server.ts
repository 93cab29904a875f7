import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { receivers } from '#server/app/request-form.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import type { Actions, PageServerLoad } from './$types';

/** The line that asks for no name: approved in advance, or closed. */
export const load: PageServerLoad = async (event) => {
	const { facts, roles } = await openPractice(event, 'practice.line');
	const { anonymousLine: line } = facts.practice.practice;
	return {
		owner: roles.includes('owner'),
		...(line && {
			line: {
				reason: line.reason,
				limits: line.limits,
				hours: line.hours,
				practitioner: line.practitioner,
				at: line.evidence.at,
			},
		}),
		practitioners: receivers(facts),
		voice: facts.system.relay,
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	approve: attempt('anonymousLine.approve', {
		journal: thisPractice,
		input: (typed) => ({ limits: {}, hours: {}, ...typed }),
	}),
	close: attempt('anonymousLine.close', { journal: thisPractice }),
};
