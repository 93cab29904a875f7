import { noteReading } from '#server/app/access.ts';
import { listDossiers } from '#server/app/lists.ts';
import { signedIn } from '#server/app/view.ts';
import type { PageServerLoad } from './$types';

/** The caseload, from briefs alone; reading the list is one line of the access log. */
export const load: PageServerLoad = async (event) => {
	const { session, practice } = signedIn(event);
	const { world } = event.locals.app;
	await noteReading(world, practice, { session, view: 'clients' });
	const asked = (event.url.searchParams.get('q') ?? '').slice(0, 80);
	const all = await listDossiers(world, practice, session.account);
	const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return {
		q: asked,
		dossiers: all.filter((d) => fold(d.label).includes(fold(asked))).slice(0, 200),
		total: all.length,
		mayImport: session.roles.includes('practitioner'),
	};
};
