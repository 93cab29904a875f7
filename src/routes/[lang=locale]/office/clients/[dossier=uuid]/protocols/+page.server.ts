import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { followedOf } from '#server/app/views/protocols.ts';
import type { Actions, PageServerLoad } from './$types';

/** Which of the practice's protocols this care follows, and in which form. */
export const load: PageServerLoad = async (event) => {
	const { facts } = await openFile(event, 'protocols');
	return { ...followedOf(facts), zone: homeZone(facts), state: await formState(event) };
};

export const actions: Actions = {
	/** The name and the version are those of now: read here, never taken from the browser. */
	attach: attempt('protocol.attach', {
		journal: thisDossier,
		input: async (typed, event) => {
			const { facts } = await openFile(event, 'protocols');
			const chosen = followedOf(facts).offered.find((p) => p.id === typed.protocol);
			return { ...typed, name: chosen?.name, version: chosen?.version };
		},
	}),
	detach: attempt('protocol.detach', { journal: thisDossier }),
	waive: attempt('duty.waive', { journal: thisDossier }),
};
