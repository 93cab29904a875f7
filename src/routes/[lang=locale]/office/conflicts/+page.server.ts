import { noteReading } from '#server/app/access.ts';
import { waitingForDecision } from '#server/app/conflicts.ts';
import { attempt, formState } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { isId } from '#server/kernel/journal.ts';
import type { Actions, PageServerLoad } from './$types';

/**
 * What waits for the conflicts officer. The reading is written in the file that asks and in no other: a person must not
 * learn from their own file that somebody they know has asked for help.
 */
export const load: PageServerLoad = async (event) => {
	const { facts, session } = await openPractice(event, 'conflicts', ['conflictsOfficer']);
	const { app, practice } = event.locals;
	const waiting = practice ? await waitingForDecision(app.world, practice.id) : [];
	for (const { dossier } of waiting)
		await noteReading(app.world, practice?.id ?? '', { session, view: 'conflicts', dossier });
	return {
		waiting: waiting.map(({ dossier, asked, names, hits }) => ({
			id: dossier,
			at: asked.at,
			by: asked.by,
			names,
			hits: hits.map(({ label, name, practitioner, fields }) => ({ label, name, practitioner, fields })),
		})),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	decide: attempt('conflict.decide', {
		journal: (_, { dossier }) => ({
			kind: 'dossier',
			id: typeof dossier === 'string' && isId(dossier) ? dossier : '00000000-0000-0000-0000-000000000000',
		}),
		input: ({ decision, reason }) => ({ decision, reason }),
	}),
};
