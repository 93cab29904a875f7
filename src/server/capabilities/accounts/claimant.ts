import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { type Account, findByEmail, insertAccount, lockAccount, updateAccount } from './account.ts';
import { dropFactors, factorsAt } from './factors.ts';
import type { InvitationBody } from './invitations.ts';
import { tell } from './messages.ts';
import type { MadePasskey } from './passkey-ceremony.ts';
import { insertPasskey } from './passkeys.ts';
import type { Place } from './place.ts';
import { endSessions } from './session-list.ts';
import { type Opened, open, type Session } from './sessions.ts';
import type { Visitor } from './throttle.ts';

/** Who claims, by an address they have shown to be theirs. */
export async function claimantByEmail(
	at: Place,
	body: InvitationBody,
	{ email, name }: { readonly email: string; readonly name: string },
): Promise<Account | Refusal> {
	const holder = await findByEmail(at, email);
	if (body.to.to === 'account') return recover(at, body.to.account, { email, name, holder });
	const kind = body.to.to === 'practice' ? 'member' : 'client';
	if (!holder) return insertAccount(at, { id: at.newId(), kind, name, email, language: body.language });
	return asKind(at, holder, kind);
}

/** Who works here is a member from now on; a member who is also a client somewhere stays one. */
async function asKind(at: Place, account: Account, kind: Account['kind']): Promise<Account> {
	if (kind === 'client' || account.kind === 'member') return account;
	const member = { ...account, kind } as const;
	await updateAccount(at, member);
	return member;
}

interface Recovering {
	readonly email: string | undefined;
	readonly name: string;
	readonly holder: Account | undefined;
}

/** One's own account again: whatever opened it before is lost, perhaps in other hands, and opens it no more. */
async function recover(at: Place, id: string, { email, name, holder }: Recovering): Promise<Account | Refusal> {
	const before = await lockAccount(at, id);
	if (!before) return refuse('account.unknown');
	if (holder && holder.id !== id) return refuse('account.emailTaken');
	const account = { ...before, name, email: email ?? before.email };
	await dropFactors(at, id, 'all');
	await endSessions(at, id);
	await updateAccount(at, account);
	await at.send(tell(before, 'accessChanged'));
	return account;
}

/** Who claims, by a passkey just made. */
export async function claimantByPasskey(
	at: Place,
	body: InvitationBody,
	{ made, name, from }: { readonly made: MadePasskey; readonly name: string; readonly from: Visitor },
): Promise<Account | Refusal> {
	const account = await passkeyHolder(at, body, { id: made.account, name });
	if ('refused' in account) return account;
	return (await insertPasskey(at, made, from)) ? account : refuse('account.passkeyNotMade');
}

async function passkeyHolder(
	at: Place,
	{ to, language }: InvitationBody,
	{ id, name }: { readonly id: string; readonly name: string },
): Promise<Account | Refusal> {
	if (to.to === 'account')
		return to.account === id
			? recover(at, id, { email: undefined, name, holder: undefined })
			: refuse('account.passkeyNotMade');
	// The challenge named a new account; one made for another invitation names an old one.
	if (
		await at.tx
			.selectFrom('account')
			.select('id')
			.where('practice_id', '=', at.practice)
			.where('id', '=', id)
			.executeTakeFirst()
	)
		return refuse('account.passkeyNotMade');
	return insertAccount(at, { id, kind: 'client', name, email: undefined, language });
}

/** Who claims, by being signed in; to work here, with a strong factor. */
export async function claimantOfSession(
	at: Place,
	{ to }: InvitationBody,
	session: Session,
): Promise<Account | Refusal> {
	const account = await lockAccount(at, session.account);
	if (!account || to.to === 'account') return refuse('account.invitationEnded');
	const isStrong = session.assurance === 'passkey' || session.assurance === 'twoFactor';
	if (to.to === 'practice' && !isStrong) return refuse('account.secondFactorMissing');
	return asKind(at, account, to.to === 'practice' ? 'member' : 'client');
}

/** The session that follows: whole for a client, half for a member without a factor, none for one who has theirs. */
export async function openClaimed(
	at: Place,
	account: Account,
	assurance: 'code' | 'passkey',
	from: Visitor,
): Promise<Opened | undefined> {
	if (account.kind === 'client')
		return open(at, { account, assurance, began: 'claim', agent: from.agent, device: from.device });
	const { totp, passkeys } = await factorsAt(at, account.id);
	return totp || passkeys > 0
		? undefined
		: open(at, { account, assurance: 'none', began: 'claim', agent: from.agent, device: from.device });
}
