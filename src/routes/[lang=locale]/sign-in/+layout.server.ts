import { siteName } from '#server/app/site.ts';
import type { LayoutServerLoad } from './$types';
import { codesHere, practiceOf } from './door.server.ts';

/** The pages of the way in are nobody's to keep. */
export const load: LayoutServerLoad = async (event) => {
	practiceOf(event);
	event.setHeaders({ 'cache-control': 'no-store' });
	const site = await siteName(event.locals, 'everybody');
	return { demo: event.locals.practice?.demo === true, codes: codesHere(event), site };
};
