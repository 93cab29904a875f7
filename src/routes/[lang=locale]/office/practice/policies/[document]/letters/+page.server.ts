import { error } from '@sveltejs/kit';
import { noteReading } from '#server/app/access.ts';
import { openPractice } from '#server/app/view.ts';
import { concernedBy } from '#server/app/views/announcing.ts';
import { whole } from '#server/app/views/arrivals.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { lettersTo } from '#server/app/views/letters.ts';
import { documentKeys } from '#words/clauses/documents.ts';
import type { PageServerLoad } from './$types';

/** One letter for each person who is still to be told of a material change, ready to print. */
export const load: PageServerLoad = async (event) => {
	const { facts, session } = await openPractice(event, 'letters', ['practitioner', 'owner', 'privacyOfficer']);
	const { app, practice: row } = event.locals;
	const { world } = app;
	const [practice, key] = [row?.id ?? '', event.params.document];
	if (!documentKeys.some((known) => known === key)) error(404);
	const all = await concernedBy(world, { practice, account: session.account, key });
	const left = all.filter(({ is }) => !is.told);
	// The words of each file leave here: each is noted as read, before they do.
	for (const dossier of new Set(left.map((one) => one.dossier)))
		await noteReading(world, practice, { session, view: 'letters', dossier });
	const profile = facts.practice.practice.profile;
	return {
		key,
		letters: await lettersTo(left, { world, practice, session, key, now: world.now() }),
		from: { name: profile?.name ?? '', address: profile?.address ?? '', phone: whole(profile?.phone ?? '') },
		today: world.now(),
		zone: homeZone(facts),
	};
};
