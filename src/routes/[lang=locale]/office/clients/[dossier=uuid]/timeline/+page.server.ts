import { error } from '@sveltejs/kit';
import { openDossier } from '#server/app/view.ts';
import { timeline } from '#server/app/views/timeline.ts';
import { JOINT } from '#server/kernel/journal.ts';
import type { PageServerLoad } from './$types';

/** What happened in this file, newest first; not for the desk. */
export const load: PageServerLoad = async (event) => {
	const { facts, reach, session } = await openDossier(event, 'timeline');
	if (reach === 'desk' || session.kind !== 'member') error(404);
	const { app, practice, lang } = event.locals;
	const asked = /^\d{1,9}$/.exec(event.url.searchParams.get('before') ?? '')?.[0];
	const part = reach.find((p) => p === event.url.searchParams.get('part'));
	const told = await timeline(app.world, facts, {
		practice: practice?.id ?? '',
		dossier: event.params.dossier,
		parts: part === undefined ? reach : [part],
		lang,
		...(asked !== undefined && { before: Number(asked) }),
	});
	const { persons } = facts.dossier.joint.dossier;
	const own = reach.filter((p) => p !== JOINT).map((p) => ({ part: p, name: persons[p]?.name ?? '' }));
	return { ...told, own, ...(part !== undefined && { part }) };
};
