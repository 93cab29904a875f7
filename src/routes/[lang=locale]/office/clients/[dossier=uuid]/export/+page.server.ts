import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { freshly } from '#server/app/recover.ts';
import { copiesOf, partsToTake, recallDay } from '#server/app/views/exports.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { exportFormats } from '#server/capabilities/exports/facts.ts';
import type { Actions, PageServerLoad } from './$types';

/** Copies of this file for the practice's own use, and what became of each. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'export');
	return {
		formats: [...exportFormats],
		parts: partsToTake(file),
		recall: recallDay(file),
		copies: await copiesOf(file),
		today: file.today,
		zone: homeZone(file.facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	make: freshly(attempt('record.export', { journal: thisDossier })),
	destroyed: attempt('export.recall', { journal: thisDossier }),
	keep: attempt('export.keep', { journal: thisDossier }),
};
