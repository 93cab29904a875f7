import { homeZone } from '#server/app/views/home-zone.ts';
import { openIncidentPage } from '#server/app/views/incident-open.ts';
import { personIn } from '#server/app/views/incident-people.ts';
import { officerOf, rulesFor } from '#server/app/views/incidents.ts';
import { readingOf } from '#server/app/views/regulators.ts';
import type { PageServerLoad } from './$types';

/** The notice to the authority, with what it must hold, ready to print; it counts people and names none. */
export const load: PageServerLoad = async (event) => {
	const { facts, incident, world, practice } = await openIncidentPage(event, 'incident.notice');
	const { lang } = event.locals;
	const { notice, rule, authority, place } = rulesFor(facts, world.now());
	const inFiles = await Promise.all(incident.people.map((p) => personIn(world, practice, p)));
	const here = inFiles.filter((one) => one?.facts.dossier.joint.place.home?.territory === place).length;
	const { people, ...shown } = incident;
	const told = people.flatMap((p) => p.told?.on ?? []).sort();
	const profile = facts.practice.practice.profile;
	return {
		incident: shown,
		fields: notice.value ?? [],
		reading: readingOf(notice, lang),
		question: rule.value?.question[lang],
		place,
		here,
		...(told.length > 0 && { told: { first: told[0] ?? '', last: told.at(-1) ?? '' } }),
		...(authority && {
			authority: { name: authority.name[lang], address: authority.address ?? '', site: authority.site ?? '' },
		}),
		from: {
			name: profile?.name ?? '',
			address: profile?.address ?? '',
			phone: profile?.phone ?? '',
			email: profile?.email ?? '',
			officer: officerOf(facts),
		},
		today: world.now(),
		zone: homeZone(facts),
	};
};
