import { redirect } from '@sveltejs/kit';
import { publicPage } from '#server/app/views/practice.ts';
import type { PageServerLoad } from './$types';

/** The practice's own public page; before there is a practice, the first run. */
export const load: PageServerLoad = async ({ locals }) => {
	const { app, practice, lang, session } = locals;
	const shown = practice && (await publicPage(app.world, practice.id, lang));
	if (!shown) redirect(303, `/${lang}/setup`);
	return { shown, home: session && `/${lang}/${session.kind === 'member' ? 'office' : 'portal'}` };
};
