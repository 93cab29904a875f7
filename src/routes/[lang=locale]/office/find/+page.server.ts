import { listDossiers } from '#server/app/lists.ts';
import { openPractice } from '#server/app/view.ts';
import { findWords, lookedFor } from '#server/app/views/find.ts';
import type { Actions, PageServerLoad } from './$types';

const who = ['practitioner'] as const;

/** Looking for words in one's own files; the files to choose from are those of one's list. */
export const load: PageServerLoad = async (event) => {
	const { session } = await openPractice(event, 'find', who);
	const { app, practice } = event.locals;
	const lists = await Promise.all(
		(['practitioner', 'supervisor'] as const).map((role) =>
			listDossiers(app.world, practice?.id ?? '', session.account, role),
		),
	);
	const files = new Map(lists.flat().map(({ id, label }) => [id, label]));
	return { files: [...files].map(([value, label]) => ({ value, label })) };
};

export const actions: Actions = {
	// What is looked for is posted: an address is kept, by browsers and by whoever stands between.
	look: async (event) => {
		const { session } = await openPractice(event, 'find', who);
		const looked = lookedFor(await event.request.formData());
		return { looked, finding: await findWords(event, session, looked) };
	},
};
