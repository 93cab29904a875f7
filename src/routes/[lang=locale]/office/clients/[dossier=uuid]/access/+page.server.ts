import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { lendingOf, loanActions } from '#server/app/lending.ts';
import { accessOfAll, helpLines } from '#server/app/views/access.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { loansOfAll } from '#server/app/views/lending.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { helpSubjects } from '#server/capabilities/access/facts.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who waits for help to connect, to whom video is new, how the rehearsals went. */
export const load: PageServerLoad = async (event) => {
	const file = await openFile(event, 'access');
	const { facts, bodies, now } = file;
	return {
		loans: loansOfAll(facts, now),
		lending: lendingOf(file, event.locals.lang),
		persons: accessOfAll(facts, await bodies(helpLines(facts)), now),
		subjects: helpSubjects,
		zone: homeZone(facts),
		state: await formState(event),
	};
};

const video = (typed: Record<string, unknown>) => ({ ...typed, channel: 'video' });

const { lend, lost, back, settle } = loanActions('loan', thisDossier);
export const actions: Actions = {
	ask: attempt('help.ask', { journal: thisDossier }),
	close: attempt('help.close', { journal: thisDossier }),
	mark: attempt('coaching.need', { journal: thisDossier, input: video }),
	offer: attempt('rehearsal.offer', { journal: thisDossier, input: video }),
	lend,
	lost,
	back,
	settle,
	result: attempt('rehearsal.record', { journal: thisDossier, input: video }),
};
