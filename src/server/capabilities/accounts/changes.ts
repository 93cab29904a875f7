import type { World } from '#server/journal/world.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import { isLocale } from '#words/i18n.ts';
import { accountsOf, findByEmail, lockAccount, readEmail, readName, updateAccount } from './account.ts';
import { issueCode, useCode } from './codes.ts';
import { dropFactors } from './factors.ts';
import { tell } from './messages.ts';
import { note } from './noting.ts';
import { type Place, within, withinOnce } from './place.ts';
import { endSessions } from './session-list.ts';
import { requireFresh, type Session } from './sessions.ts';
import { brake, guessing, release, type TryLater, type Visitor } from './throttle.ts';

/** Change the name or the language one is addressed with. */
export async function changeProfile<F>(
	world: World<F>,
	practice: string,
	{ session, name, language }: { readonly session: Session; readonly name: string; readonly language: string },
): Promise<Refusal | undefined> {
	const called = readName(name);
	if (!called || !isLocale(language)) return refuse('account.nameMissing');
	await within(world, practice, async (at) => {
		const account = await lockAccount(at, session.account);
		if (account) await updateAccount(at, { ...account, name: called, language });
	});
	await note(world, practice, { what: 'account.renamed', account: session.account });
	return undefined;
}

/**
 * Ask for another address: a code goes to it. Whose address it is now, if anybody's, cannot be told from the answer; the
 * code of an address that serves another account opens nothing.
 */
export async function requestEmailChange<F>(
	world: World<F>,
	practice: string,
	{ session, email, from }: { readonly session: Session; readonly email: string; readonly from: Visitor },
): Promise<{ readonly id: string } | Refusal | TryLater> {
	const address = readEmail(email);
	const denied = address ? requireFresh(session, world.now()) : refuse('account.emailUnreadable');
	if (denied || !address) return denied ?? refuse('account.emailUnreadable');
	return within(world, practice, async (at) => {
		const early = await brake(at, guessing('askCode', address, from));
		if (early) return early;
		const issued = { email: address, account: session.account };
		const { id, letter } = await issueCode(at, { purpose: 'email', issued, language: session.language });
		await at.send((await findByEmail(at, address)) ? [] : [letter]);
		return { id };
	});
}

/** Confirm it with the code; the old address is told. */
export async function confirmEmailChange<F>(
	world: World<F>,
	practice: string,
	{
		session,
		id,
		code,
		from,
	}: { readonly session: Session; readonly id: string; readonly code: string; readonly from: Visitor },
): Promise<Refusal | TryLater | undefined> {
	const outcome = await withinOnce(world, practice, async (at): Promise<Refusal | undefined> => {
		const early = await brake(at, guessing('code', id, from));
		if (early) return early;
		const issued = await useCode(at, { id, purpose: 'email', typed: code });
		const account = issued?.account === session.account ? await lockAccount(at, session.account) : undefined;
		if (!issued || !account || (await findByEmail(at, issued.email))) return refuse('account.codeWrong');
		await release(at, [...guessing('askCode', issued.email, from), ...guessing('code', id, from)]);
		await updateAccount(at, { ...account, email: issued.email });
		await at.send(tell(account, 'emailChanged'));
		return undefined;
	});
	if (!outcome) await note(world, practice, { what: 'account.emailChanged', account: session.account });
	return outcome;
}

/**
 * Close one's account: nothing opens it any more, its address is forgotten; what was written in journals stays, under
 * the law of records. The last owner cannot leave a practice without one.
 */
export async function closeAccount<F>(
	world: World<F>,
	practice: string,
	session: Session,
): Promise<Refusal | undefined> {
	const stale = requireFresh(session, world.now());
	if (stale) return stale;
	if (session.roles.includes('owner') && !(await hasOtherOwner(world, practice, session.account)))
		return refuse('account.lastOwner');
	const outcome = await within(world, practice, async (at) => {
		const account = await lockAccount(at, session.account);
		if (!account) return refuse('account.unknown');
		await at.send(tell(account, 'accessChanged'));
		await close(at, account.id);
		return undefined;
	});
	if (!isRefusal(outcome)) await note(world, practice, { what: 'account.closed', account: session.account });
	return outcome;
}

async function hasOtherOwner<F>(world: World<F>, practice: string, account: string): Promise<boolean> {
	const others = [...(await accountsOf(world, practice)).keys()].filter((id) => id !== account);
	return within(world, practice, async (at) => {
		for (const id of others) if ((await at.rolesOf(id)).includes('owner')) return true;
		return false;
	});
}

async function close(at: Place, id: string): Promise<void> {
	await dropFactors(at, id, 'all');
	await endSessions(at, id);
	const empty = await at.seal(`account|${id}`, {});
	await at.tx
		.updateTable('account')
		.set({ state: 'closed', email_token: null, ...empty })
		.where('practice_id', '=', at.practice)
		.where('id', '=', id)
		.execute();
}
