import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { openingsOf } from '#server/app/views/portal-openings.ts';
import { teamOf } from '#server/app/views/team.ts';
import type { PageServerLoad } from './$types';

/** Who opened this person's file, when, and what they looked at. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'opened');
	const team = teamOf(open.facts).filter((m) => m.here);
	return { frame: frameOf(open), team: team.map((m) => m.name), openings: await openingsOf(open) };
};
