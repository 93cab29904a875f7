import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { noticesOf } from '#server/app/views/portal-incidents.ts';
import type { PageServerLoad } from './$types';

/** What happened to this person's information, in the words they were sent; opening it is the proof that it reached them. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'incident');
	return { frame: frameOf(open), notices: await noticesOf(open) };
};
