import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { closingLines, summaryDue, summaryOf, workDone } from '#server/app/views/closing.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { summaryHeadings } from '#server/capabilities/closing/facts.ts';
import type { Actions, PageServerLoad } from './$types';

/** The end of the work: its summary, prefilled with what happened, and who has it. */
export const load: PageServerLoad = async (event) => {
	const { facts, bodies, now } = await openFile(event, 'closing');
	const found = await bodies(closingLines(facts));
	return {
		happened: workDone(facts, found, event.locals.lang),
		headings: summaryHeadings,
		summary: summaryOf(facts, found),
		due: summaryDue(facts),
		at: now,
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	/** What happened is read from the file when the summary is signed, never from the browser. */
	sign: attempt('closing.summarise', {
		journal: thisDossier,
		input: async (typed, event) => {
			const { facts, bodies } = await openFile(event, 'closing');
			return { ...typed, happened: workDone(facts, await bodies(closingLines(facts)), event.locals.lang) };
		},
	}),
	give: attempt('closing.give', { journal: thisDossier }),
};
