import { sql } from 'kysely';
import type { World } from '#server/journal/world.ts';
import type { Assurance } from '#server/kernel/act.ts';
import type { Role } from '#server/kernel/entry.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { HOUR, type Instant, MINUTE } from '#server/kernel/time.ts';
import { type Account, type AccountKind, findAccount, openAccount } from './account.ts';
import { type Device, deviceOf } from './device.ts';
import { isElsewhere, meetDevice, type Shown } from './devices.ts';
import { tell } from './messages.ts';
import { type Place, type SealedCell, within } from './place.ts';
import { newToken, tokenHash } from './secrets.ts';
import { endSessions } from './session-list.ts';

/** What a session began with; decides what may be set up while a second factor is missing. */
export type Began = 'password' | 'code' | 'passkey' | 'claim' | 'created' | 'demo' | 'anonymous';

/** Somebody is signed in, in one practice, on one browser. */
export interface Session {
	readonly id: string;
	readonly account: string;
	readonly kind: AccountKind;
	readonly name: string;
	readonly language: Account['language'];
	/** `none` while the second factor is missing: such a session opens nothing but the way to that factor. */
	readonly assurance: Assurance;
	readonly began: Began;
	/** What the practice says of the account, read at each request. */
	readonly roles: readonly Role[];
	readonly startedAt: Instant;
	/** When a factor was last shown. */
	readonly freshAt: Instant;
	readonly endsAt: Instant;
	/** The device it is bound to, and whether its owner said that its screen locks. */
	readonly device?: { readonly id: string; readonly locked?: boolean };
}

/** A session and the secret that its cookie carries, known only now. */
export interface Opened {
	readonly token: string;
	readonly session: Session;
	/** The secret by which this device will be known again, when it is new. */
	readonly device?: string;
}

const ABSOLUTE = 12 * HOUR;
/** How long a session may sit idle. */
export const IDLE: Readonly<Record<AccountKind, number>> = { member: 30 * MINUTE, client: 60 * MINUTE };
/** Time to find one's phone; and, for somebody who arrives, to set up a factor without haste. */
const HALF: Readonly<Record<Began, number>> = {
	password: 10 * MINUTE,
	code: 10 * MINUTE,
	passkey: 10 * MINUTE,
	demo: 10 * MINUTE,
	anonymous: 10 * MINUTE,
	claim: HOUR,
	created: HOUR,
};
const FRESH = 10 * MINUTE;
const SEEN_EVERY = MINUTE;
const strength: Readonly<Record<Assurance, number>> = { none: 0, link: 1, code: 2, twoFactor: 3, passkey: 3 };

/** Begin a session in a transaction. */
export async function open(
	at: Place,
	{
		account,
		assurance,
		began,
		agent,
		device,
	}: {
		readonly account: Account;
		readonly assurance: Assurance;
		readonly began: Began;
		readonly agent: string;
		/** The secret of the browser's own cookie, empty when it has none yet; absent where no browser asks. */
		readonly device?: string | undefined;
	},
): Promise<Opened> {
	const token = newToken();
	const on = device === undefined ? undefined : await meetDevice(at, account.id, { agent, device });
	const id = at.newId();
	const endsAt = at.now + (assurance === 'none' ? HALF[began] : ABSOLUTE);
	const row = { assurance, began, started_at: at.now, seen_at: at.now, fresh_at: at.now, ends_at: endsAt };
	await at.tx
		.insertInto('account_session')
		.values({
			practice_id: at.practice,
			id,
			account_id: account.id,
			token_hash: tokenHash(token),
			...row,
			revoked_at: null,
			device_id: on?.id ?? null,
			...(await at.seal(`session|${id}`, deviceOf(agent))),
		})
		.execute();
	if (began === 'passkey') await tellOfNewDevice(at, account, id);
	const session = sessionFrom(
		{ ...row, id, device_id: on?.id ?? null, locked: null },
		account,
		await at.rolesOf(account.id),
	);
	return { token, session, ...(on?.token !== undefined && { device: on.token }) };
}

/** Somebody came in from a browser this account never used: its owner is told, unless it is their very first. */
async function tellOfNewDevice(at: Place, account: Account, session: string): Promise<void> {
	const rows = await at.tx
		.selectFrom('account_session')
		.select(['id', 'key_id', 'sealed'])
		.where('practice_id', '=', at.practice)
		.where('account_id', '=', account.id)
		.where((where) => where.or([where('assurance', '<>', 'none'), where('id', '=', session)]))
		.execute();
	const devices = await Promise.all(
		rows.map(async (row) => [row.id, JSON.stringify(await at.open<Device>(`session|${row.id}`, row))] as const),
	);
	const mine = devices.find(([id]) => id === session)?.[1];
	const others = devices.filter(([id]) => id !== session);
	if (others.length > 0 && !others.some(([, device]) => device === mine)) await at.send(tell(account, 'newSignIn'));
}

/** Begin a session for an account whose factor was looked at elsewhere: the first run, the demonstration practice. */
export const openSession = <F>(
	world: World<F>,
	practice: string,
	given: {
		readonly account: string;
		readonly assurance: Assurance;
		readonly began: 'created' | 'demo';
		readonly agent: string;
		readonly device?: string;
	},
): Promise<Opened | Refusal> =>
	within(world, practice, async (at) => {
		const account = await findAccount(at, given.account);
		return account ? open(at, { ...given, account }) : refuse('account.unknown');
	});

/** A factor was shown: the session is fresh, perhaps stronger, and its secret changes. Undefined when it ended meanwhile. */
export async function raise(at: Place, session: Session, shown: Assurance): Promise<Opened | undefined> {
	const assurance = strength[shown] >= strength[session.assurance] ? shown : session.assurance;
	const token = newToken();
	const endsAt = session.assurance === 'none' && assurance !== 'none' ? at.now + ABSOLUTE : session.endsAt;
	const { numUpdatedRows } = await at.tx
		.updateTable('account_session')
		.set({ token_hash: tokenHash(token), assurance, fresh_at: at.now, seen_at: at.now, ends_at: endsAt })
		.where('practice_id', '=', at.practice)
		.where('id', '=', session.id)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) return undefined;
	const account = session.assurance === 'none' ? await findAccount(at, session.account) : undefined;
	if (account) await tellOfNewDevice(at, account, session.id);
	return { token, session: { ...session, assurance, freshAt: at.now, endsAt } };
}

type Row = {
	readonly id: string;
	readonly assurance: string;
	readonly began: string;
	readonly started_at: Instant;
	readonly fresh_at: Instant;
	readonly ends_at: Instant;
	readonly device_id: string | null;
	readonly locked: boolean | null;
};
const sessionFrom = (row: Row, account: Account, roles: readonly Role[]): Session => ({
	id: row.id,
	account: account.id,
	kind: account.kind,
	name: account.name,
	language: account.language,
	assurance: row.assurance as Assurance,
	began: row.began as Began,
	roles,
	startedAt: row.started_at,
	freshAt: row.fresh_at,
	endsAt: row.ends_at,
	...(row.device_id !== null && {
		device: { id: row.device_id, ...(row.locked !== null && { locked: row.locked }) },
	}),
});

type Stored = Row &
	SealedCell & {
		readonly account_id: string;
		readonly seen_at: Instant;
		readonly seq: number | null;
		readonly hash: Buffer;
		readonly device_hash: Buffer | null;
		readonly session_key: string;
		readonly session_sealed: Buffer;
	};

/** A secret that was one of ours and opens nothing: of a session that was ended, or shown by another device. */
export interface Ended {
	readonly account: string;
	readonly ended: 'sessionRevoked' | 'otherDevice';
}

/** The session that a cookie's secret opens now, half or whole; undefined when it ended by itself or sat idle. */
export async function sessionOfToken(at: Place, token: string, shown: Shown): Promise<Session | Ended | undefined> {
	if (!/^[\w-]{43}$/.test(token)) return undefined;
	// Asked at every request: the session, its account and the head of the practice's journal in one go.
	const { rows } = await sql<Stored>`select s.id, s.assurance, s.began, s.started_at, s.fresh_at, s.ends_at, s.seen_at,
		s.account_id, a.key_id, a.sealed, j.seq, j.hash, s.device_id, s.key_id as session_key, s.sealed as session_sealed,
		d.token_hash as device_hash, d.locked from account_session s
		join account a on a.practice_id = s.practice_id and a.id = s.account_id and a.state = 'active'
		left join account_device d on d.practice_id = s.practice_id and d.id = s.device_id
		left join journal j on j.practice_id = s.practice_id and j.id = s.practice_id
		where s.practice_id = ${at.practice} and s.token_hash = ${tokenHash(token)}
		and s.revoked_at is null and s.ends_at > ${at.now}`.execute(at.tx);
	const [row] = rows;
	const account = row && (await openAccount(at, { id: row.account_id, key_id: row.key_id, sealed: row.sealed }));
	if (!row) return endedBefore(at, token);
	if (!account || at.now - row.seen_at > IDLE[account.kind]) return undefined;
	if (await isElsewhere(at, row, shown)) {
		await endSessions(at, account.id, { only: row.id });
		return { account: account.id, ended: 'otherDevice' };
	}
	if (at.now - row.seen_at >= SEEN_EVERY) await seen(at, row.id);
	const head = row.seq === null ? undefined : { seq: row.seq, hash: row.hash };
	return sessionFrom(row, account, await at.rolesOf(account.id, head));
}

/** A session that was ended from elsewhere is told of once: then its secret is as unknown as any other. */
async function endedBefore(at: Place, token: string): Promise<Ended | undefined> {
	const { rows } = await sql<{ account_id: string }>`update account_session set token_hash = ${tokenHash(newToken())}
		where practice_id = ${at.practice} and token_hash = ${tokenHash(token)} and revoked_at is not null
		returning account_id`.execute(at.tx);
	return rows[0] && { account: rows[0].account_id, ended: 'sessionRevoked' };
}

async function seen(at: Place, id: string): Promise<void> {
	await sql`with s as (update account_session set seen_at = ${at.now}
		where practice_id = ${at.practice} and id = ${id} and seen_at < ${at.now} returning device_id)
		update account_device d set seen_at = ${at.now} from s where d.practice_id = ${at.practice} and d.id = s.device_id`.execute(
		at.tx,
	);
}

/**
 * Whoever is in a meeting is there, though their page asks for nothing: their session does not sit idle meanwhile. Answers
 * whether it is still open: revoked, or twelve hours old, it ends here too.
 */
export const keepSession = <F>(world: World<F>, practice: string, { id }: Pick<Session, 'id'>): Promise<boolean> =>
	within(world, practice, async (at) => {
		const { rows } = await sql<{ seen_at: Instant }>`select seen_at from account_session
			where practice_id = ${practice} and id = ${id} and revoked_at is null and ends_at > ${at.now}`.execute(at.tx);
		const [row] = rows;
		if (row && at.now - row.seen_at >= SEEN_EVERY) await seen(at, id);
		return row !== undefined;
	});

/** Is it still open, and will it be until this transaction ends? */
export async function isOpen(at: Place, session: Session): Promise<boolean> {
	const { rows } = await sql`select id from account_session where practice_id = ${at.practice} and id = ${session.id}
		and revoked_at is null and ends_at > ${at.now} for update`.execute(at.tx);
	return rows.length === 1;
}

/** Destruction, export, keys, members, factors: only with a factor shown in the last ten minutes. */
export const requireFresh = (session: Session, now: Instant): Refusal | undefined =>
	session.assurance !== 'none' && now - session.freshAt <= FRESH ? undefined : refuse('account.confirmAgain');
