import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { colleaguesFor, mayJoin, takersFor, teamOf } from '#server/app/views/team.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who follows this file, and letting a colleague in or out. */
export const load: PageServerLoad = async (event) => {
	const { facts, session } = await openFile(event, 'team');
	return {
		me: session.account,
		team: teamOf(facts),
		colleagues: colleaguesFor(facts),
		takers: takersFor(facts),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	join: attempt('careTeam.join', {
		journal: thisDossier,
		// The practice says who works here; the file alone cannot know it.
		input: async (typed, event) => {
			const { facts } = await openFile(event, 'team');
			return mayJoin(facts, String(typed.account)) ?? { ...typed, noOtherRelation: typed.noOtherRelation === true };
		},
	}),
	leave: attempt('careTeam.leave', { journal: thisDossier }),
	handOver: attempt('dossier.handOver', {
		journal: thisDossier,
		input: async (typed, event) => {
			const { facts } = await openFile(event, 'team');
			const to = String(typed.to);
			return (
				mayJoin(facts, to) ?? { ...typed, toName: facts.practice.practice.members[to]?.name ?? '', basis: 'authorised' }
			);
		},
		// Whoever handed it over opens it no more.
		next: (_, { locals }) => `/${locals.lang}/office/clients`,
	}),
	supervise: attempt('supervision.name', { journal: thisDossier }),
	free: attempt('supervision.end', { journal: thisDossier }),
};
