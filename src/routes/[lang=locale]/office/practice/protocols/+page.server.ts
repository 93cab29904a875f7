import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { protocolsOf } from '#server/app/views/protocols.ts';
import type { Actions, PageServerLoad } from './$types';

/** The practice's ways of working, each with its remote form. */
export const load: PageServerLoad = async (event) => {
	const { facts, roles } = await openPractice(event, 'protocols', ['practitioner', 'owner', 'privacyOfficer']);
	const { app, practice } = event.locals;
	return {
		protocols: await protocolsOf(app.world, practice?.id ?? '', facts),
		mayWrite: roles.some((role) => role === 'owner' || role === 'practitioner'),
		zone: homeZone(facts),
		freshId: app.world.newId(),
		state: await formState(event),
	};
};

const withUse = (typed: Readonly<Record<string, unknown>>): unknown => ({ usedRemotely: false, ...typed });

export const actions: Actions = {
	write: attempt('protocol.write', { journal: thisPractice, input: withUse }),
	retire: attempt('protocol.retire', { journal: thisPractice }),
};
