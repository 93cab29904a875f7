import { territoryOf } from '#server/app/documents.ts';
import { attempt, formState, myJournal } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { awayOf, placesAway } from '#server/app/views/me.ts';
import { openMyLife } from '#server/app/views/my-life.ts';
import { readingOfMine, sheetOf } from '#server/app/views/rules.ts';
import { dayOf } from '#server/kernel/time.ts';
import { lookUp } from '#server/law/look-up.ts';
import { isTerritory, territoryName } from '#words/territories.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Serving people who are elsewhere: the sheet of each place, what was checked of it, whom one wrote to. */
export const load: PageServerLoad = async (event) => {
	const { facts, now } = await openMyLife(event, 'territories');
	const { lang } = event.locals;
	const state = await formState(event);
	// What was asked for, and what a form that comes back speaks of.
	const said = [event.url.searchParams.get('place') ?? '', state.form?.split(':')[1] ?? ''];
	const home = facts.practitioner.practitioner.profile?.territory;
	return {
		home: isTerritory(home) ? territoryName(home, lang) : undefined,
		mine: readingOfMine(facts, now),
		sheet: await sheetOf(event.locals.app.world, facts, territoryOf(home), {
			practice: event.locals.practice?.id ?? '',
			now,
			lang,
		}),
		zone: homeZone(facts),
		places: placesAway(facts, said).map((territory) => awayOf(facts, territory, { now, lang })),
		state,
	};
};

/** The check names the sheet that was read: the one on the page, as it stood that day. */
function checkInput(typed: Record<string, unknown>, event: Pick<RequestEvent, 'locals'>): unknown {
	const territory = typed.territory;
	const sheet =
		typeof territory === 'string' && isTerritory(territory)
			? lookUp('territorySheet', territory, dayOf(event.locals.app.world.now()))
			: undefined;
	return {
		rulesRead: false,
		orderRulesRead: false,
		privacyRead: false,
		authorisation: {},
		...typed,
		sheetOf: sheet?.line?.verifiedOn ?? dayOf(event.locals.app.world.now()),
	};
}

export const actions: Actions = {
	read: attempt('rules.acknowledge', { journal: myJournal }),
	check: attempt('territory.check', { journal: myJournal, input: checkInput }),
	tell: attempt('regulator.tell', { journal: myJournal }),
};
