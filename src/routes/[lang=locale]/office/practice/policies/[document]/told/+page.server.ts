import { error } from '@sveltejs/kit';
import { tellMany } from '#server/app/announcing.ts';
import { formState } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { concernedBy } from '#server/app/views/announcing.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { documentTitle } from '#server/app/views/portal-reading.ts';
import { tellingMeans } from '#server/capabilities/policies/told-facts.ts';
import { dayOf } from '#server/kernel/time.ts';
import { documentKeys } from '#words/clauses/documents.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The document of the address, and the version of its last material change. */
async function changeOf(event: RequestEvent) {
	const opened = await openPractice(event, 'announcing', ['practitioner', 'owner', 'privacyOfficer']);
	const key = documentKeys.find((k) => k === event.params.document);
	if (!key) error(404);
	return { ...opened, key, version: opened.facts.practice.policies.documents[key]?.materialVersion ?? 0 };
}

/** Whom a material change concerns, who was told and how, who is still to be. */
export const load: PageServerLoad = async (event) => {
	const { facts, session, key } = await changeOf(event);
	const { app, practice, lang } = event.locals;
	const found = await concernedBy(app.world, { practice: practice?.id ?? '', account: session.account, key });
	const all = found.map(({ is: { address: _, ...one } }) => one);
	return {
		key,
		title: documentTitle(key, lang),
		left: all.filter((c) => !c.told),
		told: all.filter((c) => c.told),
		means: tellingMeans,
		today: dayOf(app.world.now()),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	tell: async (event) => {
		const { key, version } = await changeOf(event);
		return tellMany(event, key, version);
	},
};
