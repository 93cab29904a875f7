import type { RequestEvent } from '@sveltejs/kit';
import { newConnection } from '#server/app/connecting.ts';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { freshly } from '#server/app/recover.ts';
import { readingsOf } from '#server/app/views/connections.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { connectionKinds } from '#server/capabilities/disclosure/connection-facts.ts';
import { present } from '#server/kernel/dossier.ts';
import type { Actions, PageServerLoad } from './$types';

/** Other software that reads some of this file. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'connections');
	return {
		persons: present(file.facts.dossier.joint.dossier).map(({ id, name }) => ({ id, name })),
		kinds: [...connectionKinds],
		readings: await readingsOf(file),
		today: file.today,
		zone: homeZone(file.facts),
		state: await formState(event),
	};
};

/** The secret is shown once, and never again. */
async function open(event: RequestEvent) {
	const { token, digest } = newConnection(event.params.dossier ?? '');
	const answer = await attempt('connection.open', {
		journal: thisDossier,
		input: (typed) => ({ ...typed, digest }),
	})(event);
	return 'done' in answer ? { ...answer, token, address: `${event.url.origin}/api/fhir/Patient` } : answer;
}

export const actions: Actions = {
	open: freshly(open),
	close: attempt('connection.close', { journal: thisDossier }),
};
