import { error } from '@sveltejs/kit';
import { leavingSheet } from '#server/app/views/disclosure.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import type { PageServerLoad } from './$types';

/** What leaves with one disclosure: the chosen lines, to print. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'disclosure');
	const seq = Number(event.params.seq);
	const sheet = Number.isSafeInteger(seq) ? await leavingSheet(file, seq, event.locals.lang) : undefined;
	if (!sheet) error(404);
	return { ...sheet, zone: homeZone(file.facts) };
};
