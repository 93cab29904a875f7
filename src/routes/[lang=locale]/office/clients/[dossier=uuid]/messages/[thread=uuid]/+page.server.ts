import { error } from '@sveltejs/kit';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { walkBack } from '#server/app/views/lines.ts';
import { agreements, findThread, messagesIn, termsOf } from '#server/app/views/messages.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import { JOINT } from '#server/kernel/journal.ts';
import type { Actions, PageServerLoad } from './$types';

const written = (lines: ReturnType<typeof messagesIn>): number => lines.filter((l) => !('told' in l)).length;

/** One conversation, and the place to answer. */
export const load: PageServerLoad = async (event) => {
	const { facts, parts, world, practice, id } = await openFile(event, 'messages');
	const thread = findThread(facts, parts, event.params.thread);
	if (!thread) error(404);
	const { entries } = await walkBack(world, {
		practice,
		dossier: id,
		parts: [thread.part],
		enough: (found) => written(messagesIn(found, thread.id, facts)) >= thread.count,
	});
	const messages = messagesIn(entries, thread.id, facts);
	const { part, ...shown } = thread;
	return {
		thread: shown,
		...(part !== JOINT && { person: part }),
		served: beneficiaries(facts.dossier.joint.dossier)
			.filter((p) => part === JOINT || p.id === part)
			.map(({ id: person, name }) => ({ id: person, name })),
		messages,
		earlier: written(messages) < thread.count,
		agreements: agreements(facts).filter((a) => part === JOINT || a.id === part),
		terms: termsOf(facts),
		zone: homeZone(facts),
		forms: await formState(event),
	};
};

export const actions = {
	reply: attempt('message.send', {
		journal: thisDossier,
		input: (typed, { params }) => ({ ...typed, thread: params.thread, channel: 'portal' }),
	}),
	flag: attempt('distress.flag', {
		journal: thisDossier,
		input: (typed, { params, locals }) => ({
			...typed,
			from: 'message',
			thread: params.thread,
			id: locals.app.world.newId(),
		}),
		next: (_, { locals, params }) => `/${locals.lang}/office/clients/${params.dossier}/distress`,
	}),
	waive: attempt('duty.waive', { journal: thisDossier }),
} satisfies Actions;
