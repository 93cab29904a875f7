import { whole } from '#server/app/views/arrivals.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openIncidentPage } from '#server/app/views/incident-open.ts';
import { peopleOf } from '#server/app/views/incident-people.ts';
import { draftFor } from '#server/app/views/incidents.ts';
import type { PageServerLoad } from './$types';

/** The letters to those who are still to be told and have an address; none to whom a letter could put in danger. */
export const load: PageServerLoad = async (event) => {
	const { facts, incident, world, practice, note } = await openIncidentPage(event, 'incident.letters');
	const left = incident.people.filter((p) => !p.told && !p.untold);
	await note(left.map((p) => p.dossier));
	const all = (await peopleOf(world, practice, left)).filter((p) => p.ways.includes('letter'));
	const safe = all.filter((p) => !p.cautions.includes('unsafe'));
	const profile = facts.practice.practice.profile;
	return {
		id: incident.id,
		heldBack: all.length - safe.length,
		letters: safe.map((p) => ({
			person: p.person,
			name: p.name,
			language: p.language,
			address: p.address ?? '',
			text: draftFor(facts, incident, p),
		})),
		from: { name: profile?.name ?? '', address: profile?.address ?? '', phone: whole(profile?.phone ?? '') },
		today: world.now(),
		zone: homeZone(facts),
	};
};
