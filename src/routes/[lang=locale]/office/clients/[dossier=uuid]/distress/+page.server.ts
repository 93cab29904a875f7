import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { distressOf } from '#server/app/views/distress.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who is not well, and one tap to reach them by voice, by video or in person. */
export const load: PageServerLoad = async (event) => {
	const { facts, now } = await openFile(event, 'distress');
	return {
		flags: distressOf(facts, event.locals.lang, now),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	escalate: attempt('contact.escalate', {
		journal: thisDossier,
		/** A voice is one tap on the number; a picture or a meeting is agreed on the next page, already filled in. */
		next: ({ entries }, { locals, params }) => {
			const { to, person } = (entries[0]?.data ?? {}) as { readonly to?: string; readonly person?: string };
			return to === 'video' || to === 'inPerson'
				? `/${locals.lang}/office/clients/${params.dossier}/appointments?mode=${to}&who=${person}`
				: undefined;
		},
	}),
};
