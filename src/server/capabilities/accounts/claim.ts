import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import type { World } from '#server/journal/world.ts';
import type { Role } from '#server/kernel/entry.ts';
import type { PersonId } from '#server/kernel/journal.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import { findAccount, readEmail, readName } from './account.ts';
import { claimantByEmail, claimantByPasskey, claimantOfSession, openClaimed } from './claimant.ts';
import { issueCode, useCode } from './codes.ts';
import { type Held, holdByToken } from './invitation-door.ts';
import { type InvitationBody, type InvitedTo, subjectOf } from './invitations.ts';
import { note } from './noting.ts';
import { creationOptions, readCreation, type Site } from './passkey-ceremony.ts';
import { type Place, within, withinOnce } from './place.ts';
import { sameBytes, tokenHash } from './secrets.ts';
import type { Opened, Session } from './sessions.ts';
import { brake, guessing, release, type TryLater, type Visitor } from './throttle.ts';

/** The link and the ticket that its second secret gave: both are needed to claim. */
export interface Claiming {
	readonly token: string;
	readonly ticket: string;
	readonly from: Visitor;
}

/**
 * An invitation was claimed: this account is that person of that dossier, or holds those roles, and the journal is to be
 * told (`claimsToLink` until it was). `opened` is absent for somebody who still has to sign in with their own factor.
 */
export interface Claimed {
	readonly invitation: string;
	readonly account: string;
	readonly name: string;
	readonly dossier?: string;
	readonly person?: PersonId;
	readonly roles?: readonly Role[];
	readonly opened?: Opened;
}

/** What the page of somebody with a ticket shows: their name as the practice knows it, and the ways to claim. */
export interface ClaimView {
	readonly name: string;
	readonly email: string | undefined;
	/** A member confirms an e-mail first, then sets up a strong factor; a client may choose a passkey at once. */
	readonly ways: readonly ('code' | 'passkey' | 'session')[];
}

/** What somebody with a ticket may do next; undefined when the ticket is over. */
export const viewClaim = <F>(world: World<F>, practice: string, claiming: Claiming): Promise<ClaimView | undefined> =>
	within(world, practice, async (at) => {
		const held = await holdForTicket(at, claiming);
		if (!held) return undefined;
		const ways = (await asMember(at, held.body)) ? (['code'] as const) : (['code', 'passkey'] as const);
		const { name, email, to } = held.body;
		return { name, email, ways: to.to === 'account' ? ways : [...ways, 'session'] };
	});

async function holdForTicket(at: Place, { token, ticket }: Claiming): Promise<Held | undefined> {
	const held = await holdByToken(at, token);
	const isOurs = held?.ticket && held.ticket.until > at.now && sameBytes(held.ticket.hash, tokenHash(ticket));
	return held?.state === 'open' && isOurs ? held : undefined;
}

const asMember = async (at: Place, { to }: InvitationBody): Promise<boolean> =>
	to.to === 'practice' || (to.to === 'account' && (await findAccount(at, to.account))?.kind === 'member');

/** Send a code to the address that the person gives: it becomes the address of the account. */
export async function requestClaimCode<F>(
	world: World<F>,
	practice: string,
	{ email, ...claiming }: Claiming & { readonly email: string },
): Promise<{ readonly id: string } | Refusal | TryLater> {
	const address = readEmail(email);
	if (!address) return refuse('account.emailUnreadable');
	return within(world, practice, async (at) => {
		const held = await holdForTicket(at, claiming);
		if (!held) return refuse('account.invitationEnded');
		const early = await brake(at, guessing('askCode', address, claiming.from));
		if (early) return early;
		const { id, letter } = await issueCode(at, {
			purpose: 'claim',
			issued: { email: address, invitation: held.id },
			language: held.body.language,
		});
		await at.send([letter]);
		return { id };
	});
}

/** Claim with the code that came to that address: a new account, the account that has it already, or one's own again. */
export const claimWithCode = <F>(
	world: World<F>,
	practice: string,
	{ id, code, name, ...claiming }: Claiming & { readonly id: string; readonly code: string; readonly name: string },
): Promise<Claimed | Refusal | TryLater> =>
	claim(world, practice, claiming, async (at, held) => {
		const early = await brake(at, guessing('code', id, claiming.from));
		if (early) return early;
		const called = readName(name);
		if (!called) return refuse('account.nameMissing');
		const issued = await useCode(at, { id, purpose: 'claim', typed: code });
		if (issued?.invitation !== held.id) return refuse('account.codeWrong');
		await release(at, [...guessing('askCode', issued.email, claiming.from), ...guessing('code', id, claiming.from)]);
		const account = await claimantByEmail(at, held.body, { email: issued.email, name: called });
		return isRefusal(account) ? account : { account, opened: await openClaimed(at, account, 'code', claiming.from) };
	});

/** Begin to claim with a passkey made on this device. */
export const passkeyToClaim = <F>(
	world: World<F>,
	practice: string,
	{ site, ...claiming }: Claiming & { readonly site: Site },
): Promise<PublicKeyCredentialCreationOptionsJSON | Refusal> =>
	within(world, practice, async (at) => {
		const held = await holdForTicket(at, claiming);
		if (!held) return refuse('account.invitationEnded');
		if (await asMember(at, held.body)) return refuse('account.emailFirst');
		const { name, to } = held.body;
		return creationOptions(at, site, {
			account: to.to === 'account' ? to.account : at.newId(),
			name,
			known: [],
			purpose: 'claim',
		});
	});

/** Claim with the passkey that the browser made: a client's account, without an e-mail until they add one. */
export const claimWithPasskey = <F>(
	world: World<F>,
	practice: string,
	{
		site,
		response,
		name,
		...claiming
	}: Claiming & { readonly site: Site; readonly response: unknown; readonly name: string },
): Promise<Claimed | Refusal | TryLater> =>
	claim(world, practice, claiming, async (at, held) => {
		if (await asMember(at, held.body)) return refuse('account.emailFirst');
		const called = readName(name);
		if (!called) return refuse('account.nameMissing');
		const made = await readCreation(at, site, { purpose: 'claim', response });
		if (!made) return refuse('account.passkeyNotMade');
		const account = await claimantByPasskey(at, held.body, { made, name: called, from: claiming.from });
		return isRefusal(account) ? account : { account, opened: await openClaimed(at, account, 'passkey', claiming.from) };
	});

/** Claim with the account that is signed in on this browser. */
export const claimWithSession = <F>(
	world: World<F>,
	practice: string,
	{ session, ...claiming }: Claiming & { readonly session: Session },
): Promise<Claimed | Refusal | TryLater> =>
	claim(world, practice, claiming, async (at, held) => {
		const account = await claimantOfSession(at, held.body, session);
		return isRefusal(account) ? account : { account, opened: undefined };
	});

type Claimant = Exclude<Awaited<ReturnType<typeof claimantByEmail>>, Refusal>;
type Settled = { readonly account: Claimant; readonly opened: Opened | undefined } | Refusal;

async function claim<F>(
	world: World<F>,
	practice: string,
	claiming: Claiming,
	settle: (at: Place, held: Held) => Promise<Settled>,
): Promise<Claimed | Refusal> {
	const outcome = await withinOnce(world, practice, async (at) => {
		const held = await holdForTicket(at, claiming);
		if (!held) return refuse('account.invitationEnded');
		const settled = await settle(at, held);
		if (isRefusal(settled)) return settled;
		await markClaimed(at, held, settled.account.id);
		const { account, opened } = settled;
		return { ...claimedOf(held.id, account, held.body.to), ...(opened && { opened }), to: held.body.to };
	});
	if (isRefusal(outcome)) return outcome;
	const { to, ...claimed } = outcome;
	await note(world, practice, { what: 'account.claimed', account: claimed.account, ...subjectOf(to) });
	return claimed;
}

/** What a claim tells the journal. */
export const claimedOf = (
	invitation: string,
	account: { readonly id: string; readonly name: string },
	to: InvitedTo,
): Claimed => ({
	invitation,
	account: account.id,
	name: account.name,
	...(to.to === 'dossier' && { dossier: to.dossier, person: to.person }),
	...(to.to === 'practice' && { roles: to.roles }),
});

/** The link is forgotten; what it leads to is linked by an act, after the commit. */
async function markClaimed(at: Place, { id, body }: Held, account: string): Promise<void> {
	const { token: _, ...kept } = body;
	await at.tx
		.updateTable('invitation')
		.set({
			state: 'claimed',
			claimed_by: account,
			claimed_at: at.now,
			linked_at: body.to.to === 'account' ? at.now : null,
			ticket_hash: null,
			...(await at.seal(`invitation|${id}`, kept)),
		})
		.where('practice_id', '=', at.practice)
		.where('id', '=', id)
		.execute();
}
