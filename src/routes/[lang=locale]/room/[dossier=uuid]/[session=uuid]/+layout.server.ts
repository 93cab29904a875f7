import { signedIn } from '#server/app/view.ts';
import type { LayoutServerLoad } from './$types';

/** Which side of the door: who works here keeps the office around them, everyone else their own space. */
export const load: LayoutServerLoad = (event) => {
	const { session } = signedIn(event);
	const { lang, practice } = event.locals;
	const variant = session.kind === 'member' ? ('office' as const) : ('portal' as const);
	return { variant, home: `/${lang}/${variant}`, demo: practice?.demo === true };
};
