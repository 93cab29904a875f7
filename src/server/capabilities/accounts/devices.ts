import type { World } from '#server/journal/world.ts';
import type { Instant } from '#server/kernel/time.ts';
import { type Device, deviceOf } from './device.ts';
import { note } from './noting.ts';
import { type Place, within } from './place.ts';
import { isUuid, newToken, sameBytes, tokenHash } from './secrets.ts';
import { endSessions } from './session-list.ts';
import type { Session } from './sessions.ts';

/** One of the devices that somebody signs in from, and what they attested of it (nb-6-l). */
export interface KnownDevice {
	readonly id: string;
	readonly device: Device;
	readonly firstAt: Instant;
	readonly seenAt: Instant;
	/** Has it a screen lock, is what it keeps encrypted? Absent until somebody says. */
	readonly locked?: boolean;
	readonly encrypted?: boolean;
	readonly revokedAt?: Instant;
	readonly current: boolean;
}

/** What a browser shows of itself with the secret of a session. */
export interface Shown {
	/** What it says it is; absent where nothing is known of it. */
	readonly agent?: string | undefined;
	/** The secret of its own cookie; empty when it has none. */
	readonly device: string;
}

/** The device of a session that begins: known by its own cookie, else a new one with a secret to keep. */
export async function meetDevice(
	at: Place,
	account: string,
	{ agent = '', device }: Shown,
): Promise<{ readonly id: string; readonly token?: string }> {
	const mine = at.tx.selectFrom('account_device').where('practice_id', '=', at.practice);
	const known = await mine
		.select('id')
		.where('account_id', '=', account)
		.where('token_hash', '=', tokenHash(device))
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	if (known) return { id: known.id };
	// Two people may share one browser: its secret serves both. One that was revoked is spoiled for everybody.
	const taken = await mine.select('revoked_at').where('token_hash', '=', tokenHash(device)).execute();
	const again = taken.length > 0 && taken.every((row) => row.revoked_at === null);
	const token = again ? device : newToken();
	const id = at.newId();
	const cell = await at.seal(`device|${id}`, deviceOf(agent));
	const row = { locked: null, encrypted: null, attested_at: null, first_at: at.now, seen_at: at.now, revoked_at: null };
	await at.tx
		.insertInto('account_device')
		.values({ practice_id: at.practice, id, account_id: account, token_hash: tokenHash(token), ...row, ...cell })
		.execute();
	return again ? { id } : { id, token };
}

/** What is kept of a session and its device, as a row of the question that every request asks. */
interface Bound {
	readonly id: string;
	readonly device_hash: Buffer | null;
	readonly session_key: string;
	readonly session_sealed: Buffer;
}

/** Is this another device than the one the session began on? Its secret alone is then a stolen one. */
export async function isElsewhere(at: Place, row: Bound, { agent, device }: Shown): Promise<boolean> {
	if (row.device_hash && !sameBytes(row.device_hash, tokenHash(device))) return true;
	if (agent === undefined) return false;
	const began = await at.open<Device>(`session|${row.id}`, { key_id: row.session_key, sealed: row.session_sealed });
	const now = deviceOf(agent);
	return (['browser', 'system'] as const).some((name) => began[name] !== undefined && began[name] !== now[name]);
}

/** Every device of an account, the latest seen first; revoked ones stay on the register. */
export const listDevices = <F>(
	world: World<F>,
	practice: string,
	mine: Pick<Session, 'account' | 'device'>,
): Promise<readonly KnownDevice[]> =>
	within(world, practice, async (at) => {
		const rows = await at.tx
			.selectFrom('account_device')
			.selectAll()
			.where('practice_id', '=', practice)
			.where('account_id', '=', mine.account)
			.orderBy('seen_at', 'desc')
			.execute();
		return Promise.all(
			rows.map(async (row) => ({
				id: row.id,
				device: await at.open<Device>(`device|${row.id}`, row),
				firstAt: row.first_at,
				seenAt: row.seen_at,
				current: row.id === mine.device?.id,
				...(row.locked !== null && { locked: row.locked }),
				...(row.encrypted !== null && { encrypted: row.encrypted }),
				...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
			})),
		);
	});

/** Say of one's own device whether it has a screen lock and keeps what it holds encrypted. */
export async function attestDevice<F>(
	world: World<F>,
	practice: string,
	{
		mine,
		id,
		locked,
		encrypted,
	}: { readonly mine: Session; readonly id: string; readonly locked: boolean; readonly encrypted: boolean },
): Promise<void> {
	await within(world, practice, async (at) => {
		await at.tx
			.updateTable('account_device')
			.set({ locked, encrypted, attested_at: at.now })
			.where('practice_id', '=', practice)
			.where('account_id', '=', mine.account)
			.where('id', '=', isUuid(id) ? id : null)
			.execute();
	});
	await note(world, practice, { what: 'account.deviceAttested', account: mine.account });
}

/** Revoke a device of one's own: lost, stolen, given away. Every session on it ends now; answers which. */
export async function revokeDevice<F>(
	world: World<F>,
	practice: string,
	{ mine, id }: { readonly mine: Pick<Session, 'account'>; readonly id: string },
): Promise<readonly string[]> {
	if (!isUuid(id)) return [];
	const ended = await within(world, practice, async (at) => {
		const { numUpdatedRows } = await at.tx
			.updateTable('account_device')
			.set({ revoked_at: at.now })
			.where('practice_id', '=', practice)
			.where('account_id', '=', mine.account)
			.where('id', '=', id)
			.where('revoked_at', 'is', null)
			.executeTakeFirst();
		return numUpdatedRows === 1n ? endSessions(at, mine.account, { on: id }) : undefined;
	});
	if (ended) await note(world, practice, { what: 'account.deviceRevoked', account: mine.account });
	return ended ?? [];
}
