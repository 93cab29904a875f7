import type { RequestEvent } from '@sveltejs/kit';
import { noteReading } from '#server/app/access.ts';
import { listDossiers } from '#server/app/lists.ts';
import { signedIn } from '#server/app/view.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST = 200;

const allOf = (event: RequestEvent) => {
	const { session, practice } = signedIn(event);
	return listDossiers(event.locals.app.world, practice, session.account);
};

/** The caseload, from briefs alone; reading the list is one line of the access log. */
export const load: PageServerLoad = async (event) => {
	const { session, practice } = signedIn(event);
	await noteReading(event.locals.app.world, practice, { session, view: 'clients' });
	const all = await allOf(event);
	return { dossiers: all.slice(0, MOST), total: all.length, mayImport: session.roles.includes('practitioner') };
};

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const actions: Actions = {
	/** Files by their name, which stands in no address. */
	find: async (event) => {
		const q = String((await event.request.formData()).get('q') ?? '').slice(0, 80);
		const all = await allOf(event);
		return { q, dossiers: all.filter((d) => fold(d.label).includes(fold(q))).slice(0, MOST) };
	},
};
