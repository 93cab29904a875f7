import type { World } from '#server/journal/world.ts';
import type { Refusal } from '#server/kernel/refusal.ts';
import type { Instant } from '#server/kernel/time.ts';
import type { Device } from './device.ts';
import { note } from './noting.ts';
import { type Place, within } from './place.ts';
import { isUuid } from './secrets.ts';
import { IDLE, requireFresh, type Session } from './sessions.ts';

/** One of the places where somebody is signed in. */
export interface SignedIn {
	readonly id: string;
	readonly device: Device;
	readonly startedAt: Instant;
	readonly seenAt: Instant;
	readonly current: boolean;
}

/** Where this person is signed in now, the latest first. */
export const listSessions = <F>(world: World<F>, practice: string, mine: Session): Promise<readonly SignedIn[]> =>
	within(world, practice, async (at) => {
		const rows = await at.tx
			.selectFrom('account_session')
			.select(['id', 'started_at', 'seen_at', 'key_id', 'sealed'])
			.where('practice_id', '=', practice)
			.where('account_id', '=', mine.account)
			.where('assurance', '<>', 'none')
			.where('revoked_at', 'is', null)
			.where('ends_at', '>', at.now)
			.where('seen_at', '>=', at.now - IDLE[mine.kind])
			.orderBy('seen_at', 'desc')
			.execute();
		return Promise.all(
			rows.map(async (row) => ({
				id: row.id,
				device: await at.open<Device>(`session|${row.id}`, row),
				startedAt: row.started_at,
				seenAt: row.seen_at,
				current: row.id === mine.id,
			})),
		);
	});

/** End sessions of an account: one, all, all but one, or those on a device; answers which. */
export async function endSessions(
	at: Place,
	account: string,
	which: { readonly only?: string; readonly except?: string; readonly on?: string } = {},
): Promise<readonly string[]> {
	let query = at.tx
		.updateTable('account_session')
		.set({ revoked_at: at.now })
		.where('practice_id', '=', at.practice)
		.where('account_id', '=', account)
		.where('revoked_at', 'is', null);
	if (which.only !== undefined) query = query.where('id', '=', which.only);
	if (which.except !== undefined) query = query.where('id', '<>', which.except);
	if (which.on !== undefined) query = query.where('device_id', '=', which.on);
	return (await query.returning('id').execute()).map((row) => row.id);
}

/** Sign out: this session ends, here and now. */
export async function signOut<F>(world: World<F>, practice: string, mine: Session): Promise<void> {
	await within(world, practice, (at) => endSessions(at, mine.account, { only: mine.id }));
	await note(world, practice, { what: 'account.signedOut', account: mine.account });
}

/** End one of one's own sessions elsewhere; ending one that is already over changes nothing. Answers which ended. */
export async function revokeSession<F>(
	world: World<F>,
	practice: string,
	{ mine, id }: { readonly mine: Session; readonly id: string },
): Promise<readonly string[]> {
	if (!isUuid(id)) return [];
	const ended = await within(world, practice, (at) => endSessions(at, mine.account, { only: id }));
	if (ended.length > 0) await note(world, practice, { what: 'account.sessionRevoked', account: mine.account });
	return ended;
}

/** End all of one's sessions but this one; answers which. */
export async function revokeOtherSessions<F>(
	world: World<F>,
	practice: string,
	mine: Session,
): Promise<readonly string[] | Refusal> {
	const stale = requireFresh(mine, world.now());
	if (stale) return stale;
	const ended = await within(world, practice, (at) => endSessions(at, mine.account, { except: mine.id }));
	if (ended.length > 0) await note(world, practice, { what: 'account.sessionRevoked', account: mine.account });
	return ended;
}
