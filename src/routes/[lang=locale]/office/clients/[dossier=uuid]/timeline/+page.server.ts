import { error } from '@sveltejs/kit';
import { openDossier } from '#server/app/view.ts';
import { timeline } from '#server/app/views/timeline.ts';
import type { PageServerLoad } from './$types';

/** What happened in this file, newest first; not for the desk. */
export const load: PageServerLoad = async (event) => {
	const { facts, reach, session } = await openDossier(event, 'timeline');
	if (reach === 'desk' || session.kind !== 'member') error(404);
	const { app, practice, lang } = event.locals;
	const asked = /^\d{1,9}$/.exec(event.url.searchParams.get('before') ?? '')?.[0];
	return timeline(app.world, facts, {
		practice: practice?.id ?? '',
		dossier: event.params.dossier,
		parts: reach,
		lang,
		...(asked !== undefined && { before: Number(asked) }),
	});
};
