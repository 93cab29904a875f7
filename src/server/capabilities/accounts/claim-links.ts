import type { World } from '#server/journal/world.ts';
import { findAccount } from './account.ts';
import { type Claimed, claimedOf } from './claim.ts';
import type { InvitationBody } from './invitations.ts';
import { within } from './place.ts';

/** Claims whose journal was not told yet: the link acts are attempted again with the invitation's id, and done once. */
export const claimsToLink = <F>(world: World<F>, practice: string): Promise<readonly Claimed[]> =>
	within(world, practice, async (at) => {
		const rows = await at.tx
			.selectFrom('invitation')
			.select(['id', 'claimed_by', 'key_id', 'sealed'])
			.where('practice_id', '=', practice)
			.where('state', '=', 'claimed')
			.where('linked_at', 'is', null)
			.execute();
		const claims: Claimed[] = [];
		for (const row of rows) {
			const { to } = await at.open<InvitationBody>(`invitation|${row.id}`, row);
			const account = row.claimed_by && (await findAccount(at, row.claimed_by));
			if (account) claims.push(claimedOf(row.id, account, to));
		}
		return claims;
	});

/** The journal was told. */
export const markLinked = <F>(world: World<F>, practice: string, invitation: string): Promise<void> =>
	within(world, practice, async (at) => {
		await at.tx
			.updateTable('invitation')
			.set({ linked_at: at.now })
			.where('practice_id', '=', practice)
			.where('id', '=', invitation)
			.where('state', '=', 'claimed')
			.execute();
	});
