import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { useLines, usesOfAll } from '#server/app/views/uses.ts';
import { useKinds } from '#server/capabilities/uses/facts.ts';
import { present } from '#server/kernel/dossier.ts';
import type { Actions, PageServerLoad } from './$types';

/** What each person was asked beside the service, and what they said. */
export const load: PageServerLoad = async (event) => {
	const { facts, bodies } = await openFile(event, 'uses');
	const lines = present(facts.dossier.joint.dossier).flatMap((p) => useLines(facts, p.id));
	return {
		persons: usesOfAll(facts, await bodies(lines)),
		kinds: useKinds,
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	ask: attempt('use.propose', { journal: thisDossier }),
	yes: attempt('use.agree', { journal: thisDossier }),
	no: attempt('use.refuse', { journal: thisDossier }),
	end: attempt('use.end', { journal: thisDossier }),
};
