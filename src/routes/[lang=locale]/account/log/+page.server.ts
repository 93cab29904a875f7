import { accountZone } from '#server/app/views/home-zone.ts';
import { accountRegister } from '#server/capabilities/accounts/index.ts';
import { DAY } from '#server/kernel/time.ts';
import { me } from '../me.server.ts';
import type { PageServerLoad } from './$types';

/** What happened to one's own account lately. */
export const load: PageServerLoad = async (event) => {
	const { session, practice } = me(event);
	const { world } = event.locals.app;
	const lines = await accountRegister(world, practice, { account: session.account, since: world.now() - 30 * DAY });
	return {
		lines: lines.map(({ at, what, outcome }) => ({ at, what, outcome })),
		zone: await accountZone(world, practice, session),
	};
};
