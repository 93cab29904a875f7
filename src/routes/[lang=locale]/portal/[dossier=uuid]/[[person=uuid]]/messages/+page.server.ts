import { formState } from '#server/app/http.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { threadsOf } from '#server/app/views/portal-messages.ts';
import { handedDocuments } from '#server/app/views/portal-reading.ts';
import { messagePurposes } from '#server/capabilities/messages/facts.ts';
import type { Actions, PageServerLoad } from './$types';
import { composing, writing } from './compose.server.ts';

/** One's conversations, and a new message. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'messages');
	const about = event.url.searchParams.get('about');
	const questions = handedDocuments(open.own.consent, open.lang).reduce((n, d) => n + d.waiting + d.answered, 0);
	return {
		frame: frameOf(open),
		threads: threadsOf(open),
		questions,
		thread: open.world.newId(),
		...(messagePurposes.some((p) => p === about) && { about }),
		composing: composing(open),
		state: await formState(event),
	};
};

export const actions = { send: writing } satisfies Actions;
