import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { packageOf, packageToSend } from '#server/app/views/package.ts';
import { publishedOwn } from '#server/app/views/policies.ts';
import type { Actions, PageServerLoad } from './$types';

/** What each person would be handed today, word for word, and what they have. */
export const load: PageServerLoad = async (event) => {
	const { facts, today, world, practice } = await openFile(event, 'package');
	const own = await publishedOwn(world, practice, facts);
	return {
		...packageOf(facts, { day: today, lang: event.locals.lang, own }),
		zone: homeZone(facts),
		state: await formState(event),
	};
};

export const actions: Actions = {
	/** The words are composed here, never taken from the browser: what is handed is what the practice published. */
	send: attempt('policy.send', {
		journal: thisDossier,
		input: async ({ person }, event) => {
			const { facts, today, world, practice } = await openFile(event, 'package');
			const own = await publishedOwn(world, practice, facts);
			return packageToSend(facts, String(person ?? ''), { day: today, own });
		},
	}),
};
