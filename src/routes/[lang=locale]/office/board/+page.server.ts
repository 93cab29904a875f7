import { listDossiers } from '#server/app/lists.ts';
import { openPractice } from '#server/app/view.ts';
import { practitionerBoard } from '#server/app/views/board.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import type { PageServerLoad } from './$types';

/** The practitioner's own board: what their records show, duty by duty. */
export const load: PageServerLoad = async (event) => {
	const { facts, session, roles } = await openPractice(event, 'board', ['practitioner']);
	const { app, practice, lang } = event.locals;
	const briefs = await listDossiers(app.world, practice?.id ?? '', session.account);
	return { groups: practitionerBoard(facts, briefs, { lang, roles, now: app.world.now() }), zone: homeZone(facts) };
};
