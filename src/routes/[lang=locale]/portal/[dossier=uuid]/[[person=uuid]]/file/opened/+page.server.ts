import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { openingsOf } from '#server/app/views/portal-openings.ts';
import type { PageServerLoad } from './$types';

/** Who opened this person's file, when, and what they looked at. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'opened');
	return { frame: frameOf(open), openings: await openingsOf(open) };
};
