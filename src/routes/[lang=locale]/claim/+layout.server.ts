import { practiceOf } from '../sign-in/door.server.ts';
import type { LayoutServerLoad } from './$types';

/** An invitation is nobody's to keep, and its address is told to no other site. */
export const load: LayoutServerLoad = (event) => {
	practiceOf(event);
	event.setHeaders({ 'cache-control': 'no-store' });
	const { app, practice } = event.locals;
	const demo = practice?.demo === true;
	return { demo, mail: app.config.mail !== undefined && !demo };
};
