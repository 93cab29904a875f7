import { openPortal } from '#server/app/views/portal.ts';
import { homeFile } from '#server/app/views/portal-home.ts';
import type { PageServerLoad } from './$types';

/** The first page: for each file, the next thing to do and a short list. */
export const load: PageServerLoad = async (event) => {
	const { files } = await event.parent();
	const homes = [];
	for (const id of files) homes.push(homeFile(await openPortal(event, 'home', id)));
	return { homes, name: event.locals.session?.name ?? '' };
};
