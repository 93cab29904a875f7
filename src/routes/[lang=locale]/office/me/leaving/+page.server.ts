import { attempt, formState, myJournal } from '#server/app/http.ts';
import { leavingOf } from '#server/app/views/leaving.ts';
import { openMyLife } from '#server/app/views/my-life.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who takes my files over: when I stop, and if something happens to me. */
export const load: PageServerLoad = async (event) => ({
	...(await leavingOf(event, await openMyLife(event, 'leaving'))),
	state: await formState(event),
});

export const actions: Actions = {
	declare: attempt('cession.declare', { journal: myJournal }),
	notice: attempt('cession.notice', { journal: myJournal }),
	cancel: attempt('cession.cancel', { journal: myJournal }),
	name: attempt('succession.name', { journal: myJournal }),
	withdraw: attempt('succession.withdraw', { journal: myJournal }),
};
