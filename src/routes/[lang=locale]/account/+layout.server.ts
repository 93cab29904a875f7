import { redirect } from '@sveltejs/kit';
import { withName } from '#server/app/line.ts';
import { siteName } from '#server/app/site.ts';
import { codesHere, halfSession, homeOf, practiceOf } from '../sign-in/door.server.ts';
import type { LayoutServerLoad } from './$types';

/** One's own account is for whoever is signed in; and for somebody who arrives and sets up their first factor. */
export const load: LayoutServerLoad = async (event) => {
	practiceOf(event);
	const { lang, session, practice } = event.locals;
	event.setHeaders({ 'cache-control': 'no-store' });
	const isSettingUp =
		!session && /\/account\/factors$/.test(event.url.pathname) && (await halfSession(event)) !== undefined;
	if (!session && !isSettingUp) redirect(303, `/${lang}/sign-in?back=${encodeURIComponent(event.url.pathname)}`);
	if (session) withName(event, session);
	const home = session ? homeOf(lang, session.kind) : `/${lang}`;
	const site = await siteName(event.locals, session?.kind === 'client' ? 'client' : 'everybody');
	return { home, site, demo: practice?.demo === true, isSettingUp, codes: codesHere(event) };
};
