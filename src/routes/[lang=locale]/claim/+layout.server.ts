import { codesHere, practiceOf } from '../sign-in/door.server.ts';
import type { LayoutServerLoad } from './$types';

/** An invitation is nobody's to keep, and its address is told to no other site. */
export const load: LayoutServerLoad = (event) => {
	practiceOf(event);
	event.setHeaders({ 'cache-control': 'no-store' });
	return { demo: event.locals.practice?.demo === true, codes: codesHere(event) };
};
