import type { World } from '#server/journal/world.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { findAccount, lockAccount } from './account.ts';
import { tell } from './messages.ts';
import { note } from './noting.ts';
import { hashPassword, weakPassword } from './password.ts';
import { type Place, within } from './place.ts';
import { isOpen, requireFresh, type Session } from './sessions.ts';

/** What an account can prove itself with. */
export interface Factors {
	readonly password: boolean;
	readonly totp: boolean;
	readonly passkeys: number;
	/** Recovery codes that are left. */
	readonly recoveryCodes: number;
}

/** Read them in a transaction. */
export async function factorsAt(at: Place, account: string): Promise<Factors> {
	const kinds = await at.tx
		.selectFrom('account_factor')
		.select('kind')
		.where('practice_id', '=', at.practice)
		.where('account_id', '=', account)
		.execute();
	const keys = await at.tx
		.selectFrom('passkey')
		.select('id')
		.where('practice_id', '=', at.practice)
		.where('account_id', '=', account)
		.execute();
	const codes = await at.tx
		.selectFrom('recovery_code')
		.select('hash')
		.where('practice_id', '=', at.practice)
		.where('account_id', '=', account)
		.where('used_at', 'is', null)
		.execute();
	const has = (kind: string) => kinds.some((row) => row.kind === kind);
	return { password: has('password'), totp: has('totp'), passkeys: keys.length, recoveryCodes: codes.length };
}

/** What this person can prove themself with. */
export const factorsOf = <F>(world: World<F>, practice: string, account: string): Promise<Factors> =>
	within(world, practice, (at) => factorsAt(at, account));

/**
 * May a factor be added or changed now? With a fresh factor; or, by somebody who arrives and has none yet. A half
 * session that began with a mailbox alone, or an account that already has a second factor, must show one first.
 */
export async function maySetUp(at: Place, session: Session): Promise<Refusal | undefined> {
	if (!(await isOpen(at, session))) return refuse('account.signInAgain');
	if (session.assurance !== 'none') return requireFresh(session, at.now);
	const { totp, passkeys } = await factorsAt(at, session.account);
	return totp || passkeys > 0 || session.began === 'code' ? refuse('account.secondFactorMissing') : undefined;
}

/** One sealed factor of an account. */
export interface Factor {
	readonly secret: string;
	readonly last_step: number;
}

export async function readFactor(
	at: Place,
	account: string,
	kind: 'password' | 'totp' | 'totpPending',
): Promise<Factor | undefined> {
	const row = await at.tx
		.selectFrom('account_factor')
		.select(['last_step', 'key_id', 'sealed'])
		.where('practice_id', '=', at.practice)
		.where('account_id', '=', account)
		.where('kind', '=', kind)
		.executeTakeFirst();
	return row && { last_step: row.last_step, secret: await at.open<string>(`${kind}|${account}`, row) };
}

export async function writeFactor(
	at: Place,
	account: string,
	kind: 'password' | 'totp' | 'totpPending',
	factor: Factor,
): Promise<void> {
	const cell = await at.seal(`${kind}|${account}`, factor.secret);
	const row = { last_step: factor.last_step, ...cell, created_at: at.now };
	await at.tx
		.insertInto('account_factor')
		.values({ practice_id: at.practice, account_id: account, kind, ...row })
		.onConflict((on) => on.columns(['practice_id', 'account_id', 'kind']).doUpdateSet(row))
		.execute();
}

/** Take away what an account proves itself with: all of it, or the password and its app. */
export async function dropFactors(at: Place, account: string, which: 'all' | 'passwordAndApp'): Promise<void> {
	const tables =
		which === 'all' ? (['account_factor', 'passkey', 'recovery_code'] as const) : (['account_factor'] as const);
	for (const table of tables) {
		await at.tx.deleteFrom(table).where('practice_id', '=', at.practice).where('account_id', '=', account).execute();
	}
}

/** Choose or change one's password. Alone it opens nothing: an authenticator app stands beside it. */
export async function setPassword<F>(
	world: World<F>,
	practice: string,
	{ session, password }: { readonly session: Session; readonly password: string },
): Promise<Refusal | undefined> {
	const hash = await hashPassword(password);
	const refusal = await within(world, practice, async (at) => {
		const account = await findAccount(at, session.account);
		if (account?.kind !== 'member') return refuse('account.notForClients');
		const weak = weakPassword(password, [account.name, account.email]);
		const denied = (await maySetUp(at, session)) ?? weak;
		if (denied) return denied;
		await writeFactor(at, account.id, 'password', { secret: hash, last_step: 0 });
		if (session.assurance !== 'none') await at.send(tell(account, 'accessChanged'));
		return undefined;
	});
	await note(world, practice, {
		what: refusal ? 'refused account.password' : 'account.passwordSet',
		account: session.account,
		...(refusal && { refusal }),
	});
	return refusal;
}

/** Give up the password and its app; a member keeps a passkey. */
export async function removePassword<F>(
	world: World<F>,
	practice: string,
	session: Session,
): Promise<Refusal | undefined> {
	const stale = requireFresh(session, world.now());
	if (stale) return stale;
	const refusal = await within(world, practice, async (at) => {
		const account = await lockAccount(at, session.account);
		if (!account || (await factorsAt(at, account.id)).passkeys === 0) return refuse('account.lastFactor');
		await dropFactors(at, account.id, 'passwordAndApp');
		await at.send(tell(account, 'accessChanged'));
		return undefined;
	});
	if (!refusal) await note(world, practice, { what: 'account.factorRemoved', account: session.account });
	return refusal;
}
