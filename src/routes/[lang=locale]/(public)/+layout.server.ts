import { siteName } from '#server/app/site.ts';
import type { LayoutServerLoad } from './$types';

/** The practice's own name heads its public pages; a fictional one says so on them too. */
export const load: LayoutServerLoad = async ({ locals }) => ({
	demo: locals.practice?.demo === true,
	site: await siteName(locals, 'everybody'),
});
