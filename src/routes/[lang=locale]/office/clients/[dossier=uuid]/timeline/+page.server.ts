import { error } from '@sveltejs/kit';
import { families } from '#server/app/find/words.ts';
import { openDossier } from '#server/app/view.ts';
import { periodIn } from '#server/app/views/period.ts';
import { timeline } from '#server/app/views/timeline.ts';
import { JOINT } from '#server/kernel/journal.ts';
import type { PageServerLoad } from './$types';

/** What happened in this file, newest first; not for the desk. What narrows it is codes and days, never words. */
export const load: PageServerLoad = async (event) => {
	const { facts, reach, session } = await openDossier(event, 'timeline');
	if (reach === 'desk' || session.kind !== 'member') error(404);
	const { app, practice, lang } = event.locals;
	const given = event.url.searchParams;
	const asked = /^\d{1,9}$/.exec(given.get('before') ?? '')?.[0];
	const part = reach.find((p) => p === given.get('part'));
	const kind = families.find((one) => one === given.get('kind'));
	const narrow = { ...(kind && { kind }), ...periodIn((name) => given.get(name)) };
	const told = await timeline(app.world, facts, {
		practice: practice?.id ?? '',
		dossier: event.params.dossier,
		parts: part === undefined ? reach : [part],
		lang,
		account: session.account,
		...narrow,
		...(asked !== undefined && { before: Number(asked) }),
	});
	const { persons } = facts.dossier.joint.dossier;
	const own = reach.filter((p) => p !== JOINT).map((p) => ({ part: p, name: persons[p]?.name ?? '' }));
	return { ...told, own, narrow: { ...narrow, ...(part !== undefined && { part }) } };
};
