import { attempt, formState, myJournal } from '#server/app/http.ts';
import { openMyLife } from '#server/app/views/my-life.ts';
import { activityKinds } from '#server/capabilities/contacts/facts.ts';
import { readEntries } from '#server/journal/read.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { JOINT } from '#server/kernel/journal.ts';
import type { Actions, PageServerLoad } from './$types';

const PAGE = 200;
type Logged = { readonly kind: string; readonly at: number; readonly minutes?: number } & Readonly<
	Partial<Record<'others' | 'text', string>>
>;
const isLogged = (e: Entry): e is Entry<string, Logged> => e.kind === 'activity.logged';

/** What one does that is about no client: supervision, consultations, teams (nb-6-q). */
export const load: PageServerLoad = async (event) => {
	const { zone } = await openMyLife(event, 'log');
	const { app, practice, session } = event.locals;
	const asked = Number(event.url.searchParams.get('before')) || undefined;
	const { entries, before } = await readEntries(
		app.world,
		practice?.id ?? '',
		{ kind: 'practitioner', id: session?.account ?? '' },
		{ parts: [JOINT], limit: PAGE, ...(asked !== undefined && { before: asked }) },
	);
	return {
		kinds: activityKinds,
		logged: entries
			.filter(isLogged)
			.map(({ seq, at, data: { kind, at: on, minutes, others, text } }) => ({
				seq,
				writtenAt: at,
				kind,
				at: on,
				...(minutes !== undefined && { minutes }),
				...(others !== undefined && { others }),
				...(text !== undefined && { text }),
			}))
			.toReversed(),
		older: before,
		zone,
		state: await formState(event),
	};
};

export const actions: Actions = { log: attempt('activity.log', { journal: myJournal }) };
