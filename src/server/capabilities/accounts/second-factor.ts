import { sql } from 'kysely';
import type { World } from '#server/journal/world.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import { findAccount } from './account.ts';
import { factorsAt, maySetUp, readFactor, writeFactor } from './factors.ts';
import { tell } from './messages.ts';
import { note, noteShown } from './noting.ts';
import { type Place, within } from './place.ts';
import { firstRecoveryCodes, recoveryHash } from './recovery-codes.ts';
import { readDigits } from './secrets.ts';
import { type Opened, raise, type Session } from './sessions.ts';
import { brake, guessing, release, type TryLater, type Visitor } from './throttle.ts';
import { base32, newTotpKey, stepOf, totpUri } from './totp.ts';

/** What a person gives to an authenticator app, by QR code or by hand. */
export interface AppKey {
	readonly uri: string;
	readonly key: string;
}

/** Make the key of an authenticator app; it counts only once the app has shown a right code. */
export const beginTotp = <F>(world: World<F>, practice: string, session: Session): Promise<AppKey | Refusal> =>
	within(world, practice, async (at) => {
		const denied = await maySetUp(at, session);
		if (denied) return denied;
		if (!(await factorsAt(at, session.account)).password) return refuse('account.passwordFirst');
		const secret = newTotpKey().toString('base64url');
		await writeFactor(at, session.account, 'totpPending', { secret, last_step: 0 });
		return appKey(secret, session);
	});

/** The key that waits for its first code, to be shown again. */
export const pendingTotp = <F>(world: World<F>, practice: string, session: Session): Promise<AppKey | undefined> =>
	within(world, practice, async (at) => {
		if (await maySetUp(at, session)) return undefined;
		const pending = await readFactor(at, session.account, 'totpPending');
		return pending && appKey(pending.secret, session);
	});

const appKey = (secret: string, session: Session): AppKey => {
	const key = Buffer.from(secret, 'base64url');
	return { uri: totpUri(key, session.name, 'Balise'), key: base32(key).replace(/(.{4})(?=.)/g, '$1 ') };
};

/** A second factor was set up: the session, raised, and recovery codes for those who had none. */
export interface SetUp {
	readonly opened: Opened;
	readonly recoveryCodes: readonly string[];
}

/** The app shows a right code: from now on it is the second factor, in place of any earlier app. */
export async function finishTotp<F>(
	world: World<F>,
	practice: string,
	{ session, code, from }: { readonly session: Session; readonly code: string; readonly from: Visitor },
): Promise<SetUp | Refusal> {
	const limits = guessing('totp', session.account, from);
	const outcome = await within(world, practice, async (at): Promise<SetUp | Refusal> => {
		const denied = (await maySetUp(at, session)) ?? (await brake(at, limits));
		if (denied) return denied;
		const pending = await readFactor(at, session.account, 'totpPending');
		const step = pending && stepOf(Buffer.from(pending.secret, 'base64url'), readDigits(code), at.now);
		if (!pending || step === undefined) return refuse('account.codeWrong');
		await writeFactor(at, session.account, 'totp', { secret: pending.secret, last_step: step });
		await dropPending(at, session.account);
		await release(at, limits);
		const opened = await raise(at, session, 'twoFactor');
		if (!opened) return refuse('account.signInAgain');
		const account = await findAccount(at, session.account);
		if (account && session.assurance !== 'none') await at.send(tell(account, 'accessChanged'));
		return { opened, recoveryCodes: await firstRecoveryCodes(at, session) };
	});
	if (!isRefusal(outcome)) await note(world, practice, { what: 'account.factorAdded', account: session.account });
	return outcome;
}

const dropPending = (at: Place, account: string) =>
	at.tx
		.deleteFrom('account_factor')
		.where('practice_id', '=', at.practice)
		.where('account_id', '=', account)
		.where('kind', '=', 'totpPending')
		.execute();

interface Shown {
	readonly session: Session;
	readonly code: string;
	readonly from: Visitor;
}

/** Show a code of the app: the second step of signing in, or a fresh factor before something grave. Each code once. */
export const confirmTotp = <F>(world: World<F>, practice: string, shown: Shown): Promise<Opened | Refusal | TryLater> =>
	confirm(world, practice, shown, async (at) => {
		const { session, code } = shown;
		const totp = await readFactor(at, session.account, 'totp');
		const step = totp && stepOf(Buffer.from(totp.secret, 'base64url'), readDigits(code), at.now);
		if (step === undefined) return false;
		// The row takes each step once, and none before it: a code that was used, or seen, is used up.
		const { numAffectedRows } =
			await sql`update account_factor set last_step = ${step} where practice_id = ${at.practice}
			and account_id = ${session.account} and kind = 'totp' and last_step < ${step}`.execute(at.tx);
		return numAffectedRows === 1n;
	});

/** Show a recovery code in place of a lost factor; each one once, and its use is told to the person. */
export const confirmRecoveryCode = <F>(
	world: World<F>,
	practice: string,
	shown: Shown,
): Promise<Opened | Refusal | TryLater> =>
	confirm(world, practice, shown, async (at) => {
		const { session, code } = shown;
		const { numUpdatedRows } = await at.tx
			.updateTable('recovery_code')
			.set({ used_at: at.now })
			.where('practice_id', '=', at.practice)
			.where('account_id', '=', session.account)
			.where('hash', '=', await recoveryHash(at, session.account, code))
			.where('used_at', 'is', null)
			.executeTakeFirst();
		const account = numUpdatedRows === 1n ? await findAccount(at, session.account) : undefined;
		if (account) await at.send(tell(account, 'accessChanged'));
		return account !== undefined;
	});

async function confirm<F>(
	world: World<F>,
	practice: string,
	{ session, from }: Shown,
	isRight: (at: Place) => Promise<boolean>,
): Promise<Opened | Refusal | TryLater> {
	const limits = guessing('second', session.account, from);
	const outcome = await within(world, practice, async (at) => {
		const early = await brake(at, limits);
		if (early) return early;
		if (!(await isRight(at))) return refuse('account.codeWrong');
		await release(at, limits);
		return (await raise(at, session, 'twoFactor')) ?? refuse('account.signInAgain');
	});
	await noteShown(world, practice, session, outcome);
	return outcome;
}
