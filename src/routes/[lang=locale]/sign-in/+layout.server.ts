import type { LayoutServerLoad } from './$types';
import { practiceOf } from './door.server.ts';

/** The pages of the way in are nobody's to keep. */
export const load: LayoutServerLoad = (event) => {
	practiceOf(event);
	event.setHeaders({ 'cache-control': 'no-store' });
	const { app, practice } = event.locals;
	const demo = practice?.demo === true;
	return { demo, mail: app.config.mail !== undefined && !demo };
};
