import { error } from '@sveltejs/kit';
import { openDossier } from '#server/app/view.ts';
import { dossierBoard } from '#server/app/views/board.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import type { PageServerLoad } from './$types';

/** What the record of this client shows, duty by duty; not for the desk. */
export const load: PageServerLoad = async (event) => {
	const { facts, reach, session } = await openDossier(event, 'board');
	if (reach === 'desk' || session.kind !== 'member') error(404);
	const { app, lang } = event.locals;
	return {
		groups: dossierBoard(facts, { lang, dossier: event.params.dossier, now: app.world.now() }),
		zone: homeZone(facts),
	};
};
