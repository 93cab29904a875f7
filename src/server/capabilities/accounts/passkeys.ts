import type {
	PublicKeyCredentialCreationOptionsJSON,
	PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { World } from '#server/journal/world.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { findAccount, lockAccount } from './account.ts';
import { deviceOf } from './device.ts';
import { factorsAt, maySetUp } from './factors.ts';
import { tell } from './messages.ts';
import { note, noteShown } from './noting.ts';
import {
	creationOptions,
	type MadePasskey,
	readAssertion,
	readCreation,
	requestOptions,
	type Site,
	type StoredPasskey,
} from './passkey-ceremony.ts';
import { type Place, within } from './place.ts';
import { firstRecoveryCodes } from './recovery-codes.ts';
import type { SetUp } from './second-factor.ts';
import { type Opened, raise, requireFresh, type Session } from './sessions.ts';
import { brake, guessing, release, type TryLater, type Visitor } from './throttle.ts';

/** One passkey, as its owner knows it: the device it was made on, and when it was last shown. */
export interface Passkey {
	readonly id: string;
	readonly madeOn: string | undefined;
	readonly createdAt: Instant;
	readonly usedAt: Instant | null;
}

const rowsOf = (at: Place, account: string) =>
	at.tx
		.selectFrom('passkey')
		.selectAll()
		.where('practice_id', '=', at.practice)
		.where('account_id', '=', account)
		.orderBy('created_at')
		.execute();

/** The passkeys of an account. */
export const listPasskeys = <F>(world: World<F>, practice: string, account: string): Promise<readonly Passkey[]> =>
	within(world, practice, async (at) =>
		Promise.all(
			(await rowsOf(at, account)).map(async (row) => {
				const { madeOn } = await at.open<StoredPasskey>(`passkey|${row.id}`, row);
				return { id: row.id, madeOn, createdAt: row.created_at, usedAt: row.used_at };
			}),
		),
	);

/** Begin to add a passkey to the account of a session. */
export const passkeyToAdd = <F>(
	world: World<F>,
	practice: string,
	{ session, site }: { readonly session: Session; readonly site: Site },
): Promise<PublicKeyCredentialCreationOptionsJSON | Refusal> =>
	within(world, practice, async (at) => {
		const denied = await maySetUp(at, session);
		if (denied) return denied;
		const account = await findAccount(at, session.account);
		const known = (await rowsOf(at, session.account)).map((row) => row.id);
		return creationOptions(at, site, {
			account: session.account,
			name: account?.email ?? session.name,
			known,
			purpose: 'add',
		});
	});

/** Add the passkey that the browser made; the session rises to it. */
export async function addPasskey<F>(
	world: World<F>,
	practice: string,
	{
		session,
		site,
		response,
		from,
	}: { readonly session: Session; readonly site: Site; readonly response: unknown; readonly from: Visitor },
): Promise<SetUp | Refusal> {
	const outcome = await within(world, practice, async (at): Promise<SetUp | Refusal> => {
		const denied = await maySetUp(at, session);
		if (denied) return denied;
		const made = await readCreation(at, site, { purpose: 'add', response });
		if (made?.account !== session.account || !(await insertPasskey(at, made, from)))
			return refuse('account.passkeyNotMade');
		const opened = await raise(at, session, 'passkey');
		if (!opened) return refuse('account.signInAgain');
		const account = await findAccount(at, session.account);
		if (account && session.assurance !== 'none') await at.send(tell(account, 'accessChanged'));
		return { opened, recoveryCodes: await firstRecoveryCodes(at, session) };
	});
	if (!isRefusal(outcome)) await note(world, practice, { what: 'account.factorAdded', account: session.account });
	return outcome;
}

/** Keep a passkey; false when its id is already somebody's. */
export async function insertPasskey(at: Place, made: MadePasskey, from: Visitor): Promise<boolean> {
	const { browser, system } = deviceOf(from.agent);
	const madeOn = [browser, system].filter(Boolean).join(' · ') || undefined;
	const stored: StoredPasskey = { publicKey: made.publicKey, madeOn };
	const { numInsertedOrUpdatedRows } = await at.tx
		.insertInto('passkey')
		.values({
			practice_id: at.practice,
			id: made.id,
			account_id: made.account,
			counter: made.counter,
			...(await at.seal(`passkey|${made.id}`, stored)),
			created_at: at.now,
			used_at: null,
		})
		.onConflict((on) => on.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** Remove a passkey, unless nothing would be left to prove oneself with. */
export async function removePasskey<F>(
	world: World<F>,
	practice: string,
	{ session, id }: { readonly session: Session; readonly id: string },
): Promise<Refusal | undefined> {
	const stale = requireFresh(session, world.now());
	if (stale) return stale;
	if (!/^[\w-]+$/.test(id)) return refuse('account.passkeyUnknown');
	const refusal = await within(world, practice, async (at) => {
		const account = await lockAccount(at, session.account);
		const { password, totp, passkeys } = await factorsAt(at, session.account);
		const otherWay = session.kind === 'client' ? account?.email !== undefined : password && totp;
		if (!account || (passkeys <= 1 && !otherWay)) return refuse('account.lastFactor');
		const { numDeletedRows } = await at.tx
			.deleteFrom('passkey')
			.where('practice_id', '=', practice)
			.where('id', '=', id)
			.where('account_id', '=', session.account)
			.executeTakeFirst();
		if (numDeletedRows === 0n) return refuse('account.passkeyUnknown');
		await at.send(tell(account, 'accessChanged'));
		return undefined;
	});
	if (!refusal) await note(world, practice, { what: 'account.factorRemoved', account: session.account });
	return refusal;
}

/** Begin to show a passkey again, before something grave or as a second step. */
export const passkeyToConfirm = <F>(
	world: World<F>,
	practice: string,
	{ session, site }: { readonly session: Session; readonly site: Site },
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
	within(world, practice, (at) => requestOptions(at, site, { purpose: 'confirm', account: session.account }));

/** The passkey that was shown must be this session's own; the session is fresh, and as strong as a passkey. */
export async function confirmPasskey<F>(
	world: World<F>,
	practice: string,
	{
		session,
		site,
		response,
		from,
	}: { readonly session: Session; readonly site: Site; readonly response: unknown; readonly from: Visitor },
): Promise<Opened | Refusal | TryLater> {
	const outcome = await within(world, practice, async (at) => {
		const limits = guessing('passkey', session.account, from);
		const early = await brake(at, limits);
		if (early) return early;
		const shown = await readAssertion(at, site, { purpose: 'confirm', response, account: session.account });
		if (!shown) return refuse('account.passkeyNotRecognised');
		await release(at, limits);
		return (await raise(at, session, 'passkey')) ?? refuse('account.signInAgain');
	});
	await noteShown(world, practice, session, outcome);
	return outcome;
}
