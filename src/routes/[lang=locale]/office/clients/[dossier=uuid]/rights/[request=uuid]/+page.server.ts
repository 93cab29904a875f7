import { error } from '@sveltejs/kit';
import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { openFile } from '#server/app/views/open-file.ts';
import { rightsOf } from '#server/app/views/portal-order.ts';
import { answeredOf, copyFor, groundsOf, requestIn, reviewOf } from '#server/app/views/record.ts';
import { accessAnswers, accessWays } from '#server/capabilities/record/facts.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

const pageOf = (url: URL): number => {
	const asked = Number(url.searchParams.get('page'));
	return Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
};

/** One request: what would leave, side by side with the line it comes from, and the answer. */
export const load: PageServerLoad = async (event) => {
	const { lang } = event.locals;
	const open = await openFile(event, 'timeline');
	const found = requestIn(open, event.params.request);
	if (!found) error(404);
	const { person, request } = found;
	const page = pageOf(event.url);
	const answer = request.answer && (await answeredOf(open, found, lang, page));
	const authority = rightsOf(open.facts, open.today, lang)?.authority?.name;
	return {
		id: event.params.request,
		person: { id: person.id, name: person.name },
		asks: request.asks,
		received: request.received,
		late: request.due !== undefined && open.today > request.due,
		...(request.due !== undefined && { due: request.due }),
		...(answer ? { answer } : { review: await reviewOf(open, found, lang, page) }),
		...(authority !== undefined && { authority }),
		page,
		zone: homeZone(open.facts),
		grounds: groundsOf(open.facts, open.today),
		answers: accessAnswers,
		ways: accessWays,
		state: await formState(event),
	};
};

const several = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

export const actions: Actions = {
	look: attempt('access.look', {
		journal: thisDossier,
		// Sentences that were ticked, and exact words typed one per line.
		input: ({ typed, passages, ...look }) => {
			const words = typeof typed === 'string' ? typed.split('\n').map((w) => w.trim()) : [];
			return { ...look, passages: [...several(passages), ...words].filter((w) => w !== '') };
		},
	}),
	deliver: attempt('access.deliver', {
		journal: thisDossier,
		input: async (typed, event) => {
			const open = await openFile(event, 'timeline');
			const found = requestIn(open, event.params.request);
			if (!found) return refuse('access.unknown');
			const leaves = typed.answer !== 'refused' && typed.way !== 'voice';
			const { harm, ...given } = typed;
			const asked = harm === 'noCopy' || harm === undefined ? {} : { harm };
			return { ...given, ...asked, ...(leaves && (await copyFor(open, found))) };
		},
		next: (_, { url }) => url.pathname.replace(/\/[0-9a-f-]{36}$/, ''),
	}),
};
