import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { verifyPractice } from '#server/app/integrity.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import type { Actions, PageServerLoad } from './$types';

/** What protects the records: found by the running system, and checked on demand. */
export const load: PageServerLoad = async (event) => {
	const { facts } = await openPractice(event, 'safeguards', ['owner', 'privacyOfficer', 'practitioner']);
	const { last } = facts.practice.integrity;
	return {
		keys: facts.system.keys,
		...(last && {
			last: {
				at: last.evidence.at,
				lines: last.lines,
				findings: last.findings,
				...(last.first && { first: last.first }),
			},
		}),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	/** Asked by somebody, answered by what the system reads. */
	check: attempt('integrity.check', {
		journal: thisPractice,
		next: async (_, { locals }) => {
			await verifyPractice(locals.app.world, locals.practice?.id ?? '');
			return undefined;
		},
	}),
};
