import { noteReading } from '#server/app/access.ts';
import { attempt, formState } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { destroyedIn, toApprove } from '#server/app/views/retention.ts';
import { isId } from '#server/kernel/journal.ts';
import type { Actions, PageServerLoad } from './$types';

/** What stays of the files that were destroyed, and what waits for a second person. */
export const load: PageServerLoad = async (event) => {
	const { facts, roles, session } = await openPractice(event, 'destructions', [
		'practitioner',
		'owner',
		'privacyOfficer',
	]);
	const { app, practice } = event.locals;
	const id = practice?.id ?? '';
	const waiting = roles.includes('privacyOfficer') ? await toApprove(app.world, id) : [];
	// Whose file it is stands on this page: each one says that it was seen.
	for (const { dossier } of waiting) await noteReading(app.world, id, { session, view: 'destructions', dossier });
	return {
		destroyed: await destroyedIn(app.world, id),
		waiting,
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	approve: attempt('destruction.approve', {
		journal: (_, { dossier }) => ({
			kind: 'dossier',
			id: typeof dossier === 'string' && isId(dossier) ? dossier : '00000000-0000-0000-0000-000000000000',
		}),
		input: ({ of }) => ({ of }),
	}),
};
