import type { RequestEvent } from '@sveltejs/kit';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { useLines, usesAsked } from '#server/app/views/uses.ts';
import type { Actions, PageServerLoad } from './$types';

/** What this person is asked beside the service: one choice each, nothing chosen beforehand. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'choices');
	const bodies = await open.bodies(useLines(open.facts, open.who.id));
	return {
		frame: frameOf(open),
		uses: usesAsked(open.facts, open.who.id, bodies),
		state: await formState(event),
	};
};

const again = (_: unknown, { url }: Pick<RequestEvent, 'url'>): string => url.pathname;

export const actions = {
	yes: attempt('use.agree', { journal: thisDossier, next: again }),
	no: attempt('use.refuse', { journal: thisDossier, next: again }),
	end: attempt('use.end', { journal: thisDossier, next: again }),
} satisfies Actions;
