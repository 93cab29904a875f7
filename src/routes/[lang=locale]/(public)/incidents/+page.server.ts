import { error } from '@sveltejs/kit';
import { publicDocument } from '#server/app/views/public-document.ts';
import type { PageServerLoad } from './$types';

/** What the practice does when something about a client is lost, stolen or seen: for anyone to read (qc-3.10). */
export const load: PageServerLoad = async ({ locals }) => {
	const { app, practice, lang } = locals;
	const policy = practice && (await publicDocument(app.world, practice.id, 'breach', lang));
	if (!policy) error(404);
	return { policy };
};
