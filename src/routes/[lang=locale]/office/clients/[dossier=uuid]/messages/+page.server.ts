import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { walkBack } from '#server/app/views/lines.ts';
import { agreements, loggedIn, readers, termsOf, threadsOf } from '#server/app/views/messages.ts';
import { openFile } from '#server/app/views/open-file.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { Actions, PageServerLoad } from './$types';

const LOGGED = 5;

/** The conversations of the file, who waits for an answer, what came by another way. */
export const load: PageServerLoad = async (event) => {
	const { facts, parts, world, practice, id, today } = await openFile(event, 'messages');
	const enough = (found: readonly Entry[]) => found.filter((e) => e.kind === 'message.logged').length >= LOGGED;
	const { entries } = await walkBack(world, { practice, dossier: id, parts, enough, most: 1000 });
	return {
		threads: threadsOf(facts, parts),
		agreements: agreements(facts),
		readers: readers(facts),
		terms: termsOf(facts),
		logged: loggedIn(entries, facts).slice(0, LOGGED),
		newId: world.newId(),
		today,
		zone: homeZone(facts),
		forms: await formState(event),
	};
};

export const actions = {
	write: attempt('message.send', {
		journal: thisDossier,
		input: (typed) => ({ ...typed, channel: 'portal' }),
		next: (done, { locals, params }) => {
			const { thread } = (done.entries.at(-1)?.data ?? {}) as { readonly thread?: string };
			return thread && `/${locals.lang}/office/clients/${params.dossier}/messages/${thread}`;
		},
	}),
	waive: attempt('duty.waive', { journal: thisDossier }),
	log: attempt('message.log', { journal: thisDossier }),
} satisfies Actions;
