import { attempt, formState, myJournal } from '#server/app/http.ts';
import { absencesOf } from '#server/app/views/absences.ts';
import { openMyLife } from '#server/app/views/my-life.ts';
import type { Actions, PageServerLoad } from './$types';

/** When I am away, who covers, and what those who write are told. */
export const load: PageServerLoad = async (event) => {
	const { facts, now, zone, today } = await openMyLife(event, 'absences');
	return {
		absences: absencesOf(facts, now),
		cover: facts.practice.practice.terms?.cover,
		zone,
		today,
		freshId: event.locals.app.world.newId(),
		state: await formState(event),
	};
};

/** The first instant of a day, so many days later, where the practitioner lives; no number where it is no day. */
function startOf(day: unknown, zone: string, later = 0): number {
	try {
		return Temporal.PlainDate.from(String(day)).add({ days: later }).toZonedDateTime(zone).epochMilliseconds;
	} catch {
		return Number.NaN;
	}
}

export const actions: Actions = {
	set: attempt('absence.set', {
		journal: myJournal,
		input: async ({ from, until, ...typed }, event) => {
			const { zone } = await openMyLife(event, 'absences');
			return { ...typed, from: startOf(from, zone), until: startOf(until, zone, 1) };
		},
	}),
	cancel: attempt('absence.cancel', { journal: myJournal }),
};
