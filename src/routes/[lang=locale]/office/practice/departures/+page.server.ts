import { noteReading } from '#server/app/access.ts';
import { attempt, formState, theirJournal } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { departuresOf } from '#server/app/views/leaving.ts';
import { isId } from '#server/kernel/journal.ts';
import type { Actions, PageServerLoad } from './$types';

const who = ['owner', 'privacyOfficer'] as const;

/** Who is gone, who named a successor, and the files that pass to others. */
export const load: PageServerLoad = async (event) => {
	const { facts, session } = await openPractice(event, 'departures', who);
	const { app, practice } = event.locals;
	const id = practice?.id ?? '';
	const owner = session.roles.includes('owner');
	const found = await departuresOf(app.world, { practice: id, owner }, facts, app.world.now());
	// Whose file it is stands on this page: each one says that it was seen.
	for (const { files } of found.people)
		for (const { id: dossier } of files) await noteReading(app.world, id, { session, view: 'departures', dossier });
	return {
		...found,
		me: session.account,
		owner,
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	approve: attempt('succession.approve', { journal: theirJournal, input: ({ proof }) => ({ proof }) }),
	hand: attempt('dossier.handOver', {
		journal: (_, { dossier }) => ({
			kind: 'dossier',
			id: typeof dossier === 'string' && isId(dossier) ? dossier : '00000000-0000-0000-0000-000000000000',
		}),
		input: async ({ to, reason }, event) => {
			const { facts } = await openPractice(event, 'departures', who);
			const member = facts.practice.practice.members[String(to)];
			const practises = member?.roles.includes('practitioner') === true;
			return { to: practises ? to : '', toName: member?.name ?? '', basis: 'departure', reason };
		},
	}),
};
