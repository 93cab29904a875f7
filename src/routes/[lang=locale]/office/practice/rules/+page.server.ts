import { territoryOf } from '#server/app/documents.ts';
import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { privacyOf, readersOf, sheetOf } from '#server/app/views/rules.ts';
import { dayOf } from '#server/kernel/time.ts';
import type { Actions, PageServerLoad } from './$types';

/** The rules of the places where people here practise, who has read them, and the law on the files' own place. */
export const load: PageServerLoad = async (event) => {
	const { facts } = await openPractice(event, 'rules', ['owner', 'privacyOfficer']);
	const { app, lang, practice } = event.locals;
	const asked = { practice: practice?.id ?? '', now: app.world.now(), lang };
	const readers = await readersOf(app.world, facts, asked);
	const home = territoryOf(facts.practice.practice.profile?.territory);
	const places = [...new Set([home, ...readers.map((r) => r.territory)])];
	const sheets = await Promise.all(
		places.map(async (territory) => ({
			territory,
			sheet: await sheetOf(app.world, facts, territory, asked),
			readers: readers.filter((r) => r.territory === territory),
		})),
	);
	return {
		zone: homeZone(facts),
		home,
		sheets,
		privacy: privacyOf(facts, dayOf(asked.now), lang),
		state: await formState(event),
	};
};

export const actions: Actions = {
	publish: attempt('ruleSheet.publish', {
		journal: thisPractice,
		input: (typed) => ({ title: {}, points: {}, ...typed }),
	}),
	assess: attempt('privacyAssessment.record', { journal: thisPractice }),
	host: attempt('hosting.choose', { journal: thisPractice }),
};
