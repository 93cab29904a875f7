import type { RequestEvent } from '@sveltejs/kit';
import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { registerOf, rulesFor } from '#server/app/views/incidents.ts';
import { dataKinds, happenings } from '#server/capabilities/incidents/facts.ts';
import type { Done } from '#server/journal/perform.ts';
import { dayOf } from '#server/kernel/time.ts';
import type { Actions, PageServerLoad } from './$types';

/** The register of privacy incidents, for whoever answers for the practice or for its privacy. */
export const load: PageServerLoad = async (event) => {
	const { facts } = await openPractice(event, 'incidents', ['owner', 'privacyOfficer']);
	const { app, lang } = event.locals;
	const now = app.world.now();
	const { rule } = rulesFor(facts, now);
	return {
		...registerOf(facts, now),
		when: rule.value?.when[lang],
		happenings,
		dataKinds,
		today: dayOf(now),
		freshId: app.world.newId(),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

const idIn = (entries: Done['entries']): string =>
	entries.flatMap((e) => (e.kind === 'incident.opened' ? [(e.data as { readonly id: string }).id] : []))[0] ?? '';
/** On to the incident that was just noted, or to its rehearsal. */
const toIt = ({ entries }: Done, { locals }: Pick<RequestEvent, 'locals'>): string =>
	`/${locals.lang}/office/practice/incidents/${idIn(entries)}`;
const noted = (exercise: boolean) =>
	attempt('incident.open', { journal: thisPractice, input: (typed) => ({ ...typed, exercise }), next: toIt });

export const actions: Actions = {
	open: noted(false),
	rehearse: noted(true),
};
