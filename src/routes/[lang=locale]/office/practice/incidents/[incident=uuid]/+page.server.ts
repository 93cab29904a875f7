import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { ofThis, telling } from '#server/app/incidents.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openIncidentPage } from '#server/app/views/incident-open.ts';
import { peopleOf } from '#server/app/views/incident-people.ts';
import { draftFor, rulesFor } from '#server/app/views/incidents.ts';
import { readingOf } from '#server/app/views/regulators.ts';
import { dataKinds, happenings, untoldReasons } from '#server/capabilities/incidents/facts.ts';
import { dayOf } from '#server/kernel/time.ts';
import type { Actions, PageServerLoad } from './$types';

/** One incident, from the day it is known to the day it is closed. */
export const load: PageServerLoad = async (event) => {
	const { facts, incident, world, practice, note } = await openIncidentPage(event, 'incident');
	const { lang } = event.locals;
	await note(incident.people.map((p) => p.dossier));
	const people = await peopleOf(world, practice, incident.people);
	const { rule, authority, place } = rulesFor(facts, world.now());
	const { people: _, ...shown } = incident;
	return {
		incident: shown,
		people: people.map((p) => ({ ...p, draft: draftFor(facts, incident, p) })),
		rule: rule.value && { question: rule.value.question[lang], when: rule.value.when[lang] },
		reading: readingOf(rule, lang),
		place,
		...(authority && { authority: { name: authority.name[lang], phones: authority.phones } }),
		untoldReasons,
		choices: { happenings, dataKinds },
		today: dayOf(world.now()),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

const onThis = (act: string) => attempt(act, { journal: thisPractice, input: ofThis });

export const actions: Actions = {
	describe: onThis('incident.describe'),
	spare: onThis('incident.spare'),
	tell: attempt('incident.tell', { journal: thisPractice, input: telling }),
	leave: onThis('incident.leaveUntold'),
	assess: onThis('incident.assess'),
	measure: onThis('incident.measure'),
	notify: onThis('incident.notify'),
	close: onThis('incident.close'),
};
