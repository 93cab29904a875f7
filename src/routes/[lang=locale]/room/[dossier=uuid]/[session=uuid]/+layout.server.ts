import { siteName } from '#server/app/site.ts';
import { signedIn } from '#server/app/view.ts';
import type { LayoutServerLoad } from './$types';

/** Which side of the door: who works here keeps the office around them, everyone else their own space, under the neutral name. */
export const load: LayoutServerLoad = async (event) => {
	const { session } = signedIn(event);
	const { lang, practice } = event.locals;
	const variant = session.kind === 'member' ? ('office' as const) : ('portal' as const);
	const site = await siteName(event.locals, variant === 'office' ? 'everybody' : 'client');
	return { variant, site, home: `/${lang}/${variant}`, demo: practice?.demo === true };
};
