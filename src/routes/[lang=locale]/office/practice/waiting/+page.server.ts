import { attempt, formState, thisPractice } from '#server/app/http.ts';
import { rowsOf } from '#server/app/terms-form.ts';
import { openPractice } from '#server/app/view.ts';
import type { Actions, PageServerLoad } from './$types';

/** How this practice keeps its waiting list. */
export const load: PageServerLoad = async (event) => {
	const { facts } = await openPractice(event, 'waiting.settings', ['owner', 'practitioner']);
	const { levels, days } = facts.practice.waiting;
	return { levels: levels.map(({ id, fr, en }) => ({ id, fr, en })), days, state: await formState(event) };
};

/** A row whose words were left empty is none. */
const list = ({ levels, ...typed }: Record<string, unknown>): unknown => ({
	...typed,
	levels: rowsOf(levels).filter((row) => ['fr', 'en'].some((key) => key in (row as object))),
});

export const actions: Actions = {
	define: attempt('waitingList.define', { journal: thisPractice, input: list }),
};
