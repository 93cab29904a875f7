import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { lineAbout, myRecordOf } from '#server/app/views/portal-record.ts';
import { correctionKinds } from '#server/capabilities/record/facts.ts';
import type { Actions, PageServerLoad } from './$types';

const here = ['read', 'copy', 'explain'] as const;

/** Ask to see one's file, add one's version to it, and see what became of what one asked. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'record');
	const line = Number(event.url.searchParams.get('line'));
	const about = Number.isSafeInteger(line) && line > 0 ? await lineAbout(open, line) : undefined;
	return {
		frame: frameOf(open),
		...(await myRecordOf(open)),
		...(about && { about }),
		kinds: here,
		corrects: correctionKinds,
		state: await formState(event),
	};
};

export const actions: Actions = {
	ask: attempt('access.request', { journal: thisDossier }),
	correct: attempt('correction.ask', { journal: thisDossier }),
};
