import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { readingChange } from '#server/app/informing.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { shownChanges } from '#server/app/views/portal-changes.ts';
import type { Actions, PageServerLoad } from './$types';

/** What changed since this person agreed, in words. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'changes');
	return {
		frame: frameOf(open),
		changes: await shownChanges(open),
		seen: event.url.searchParams.has('seen'),
		state: await formState(event),
	};
};

export const actions = {
	seen: attempt('document.read', {
		journal: thisDossier,
		input: readingChange,
		next: (_, { url }) => `${url.pathname}?seen`,
	}),
} satisfies Actions;
