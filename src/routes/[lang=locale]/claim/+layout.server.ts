import { siteName } from '#server/app/site.ts';
import { codesHere, practiceOf } from '../sign-in/door.server.ts';
import type { LayoutServerLoad } from './$types';

/** An invitation is nobody's to keep, and its address is told to no other site. */
export const load: LayoutServerLoad = async (event) => {
	practiceOf(event);
	event.setHeaders({ 'cache-control': 'no-store' });
	const site = await siteName(event.locals, 'client');
	return { demo: event.locals.practice?.demo === true, codes: codesHere(event), site };
};
