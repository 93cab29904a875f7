import { openPractice } from '#server/app/view.ts';
import { homeZone } from '#server/app/views/home-zone.ts';
import { accountRegister, accountsOf } from '#server/capabilities/accounts/index.ts';
import { DAY } from '#server/kernel/time.ts';
import type { PageServerLoad } from './$types';

/** Who signed in to the practice lately and what was refused, for whoever answers for its security. */
export const load: PageServerLoad = async (event) => {
	const { facts } = await openPractice(event, 'practice.access', ['owner', 'privacyOfficer']);
	const { world } = event.locals.app;
	const practice = event.locals.practice?.id ?? '';
	const [lines, accounts] = await Promise.all([
		accountRegister(world, practice, { since: world.now() - 30 * DAY }),
		accountsOf(world, practice),
	]);
	// Those who work here by name; that somebody accompanied signed in is their own affair.
	const named = lines.flatMap(({ at, what, outcome, account }) => {
		const who = accounts.get(account);
		return who?.kind === 'member' ? [{ at, what, outcome, name: who.name }] : [];
	});
	return { lines: named, zone: homeZone(facts) };
};
