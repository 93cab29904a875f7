import { error } from '@sveltejs/kit';
import { openDossier } from '#server/app/view.ts';
import { bodiesOf } from '#server/app/views/bodies.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { newsOf } from '#server/app/views/news.ts';
import { deskView, overviewOf } from '#server/app/views/overview.ts';
import type { PageServerLoad } from './$types';

/** The first page of a file: for the desk, names and times; for who cares, what to do now. */
export const load: PageServerLoad = async (event) => {
	const { facts, reach, session } = await openDossier(event, 'overview');
	const { app, practice } = event.locals;
	const now = app.world.now();
	const { dossier, intake } = facts.dossier.joint;
	if (reach === 'desk' || !practice) return { desk: deskView(facts, now) };
	if (!dossier.careTeam[session.account]) error(404);
	const bodies = await bodiesOf(app.world, {
		practice: practice.id,
		dossier: event.params.dossier,
		parts: reach,
		seqs: [intake.request?.evidence.seq],
	});
	const news = await newsOf(app.world, facts, {
		practice: practice.id,
		dossier: event.params.dossier,
		parts: reach,
		account: session.account,
		lang: event.locals.lang,
	});
	return { overview: overviewOf(facts, bodies, now), news, zone: homeZone(facts) };
};
