import { error } from '@sveltejs/kit';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { messagesOf, oneself, readersOf, threadsOf } from '#server/app/views/portal-messages.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { composing, writing } from '../compose.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** One conversation, and its next message. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'messages');
	const thread = threadsOf(open).find((t) => t.id === event.params.thread);
	if (!thread) error(404);
	// What belongs to somebody else whom one represents can be read, and is answered in one's own name elsewhere.
	const mayAnswer = thread.part === JOINT || thread.part === oneself(open).id;
	return {
		frame: frameOf(open),
		thread,
		...(await messagesOf(open, thread)),
		readers: readersOf(open, thread.part),
		mayAnswer,
		sent: event.url.searchParams.has('sent'),
		composing: composing(open),
		state: await formState(event),
	};
};

export const actions = {
	send: writing,
	flag: attempt('distress.flag', {
		journal: thisDossier,
		input: (typed, { params, locals }) => ({
			...typed,
			from: 'message',
			thread: params.thread,
			id: locals.app.world.newId(),
		}),
	}),
} satisfies Actions;
