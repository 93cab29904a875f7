import type { World } from '#server/journal/world.ts';
import type { Role } from '#server/kernel/entry.ts';
import type { PersonId } from '#server/kernel/journal.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { DAY, type Instant } from '#server/kernel/time.ts';
import { canonical } from '#server/platform/hash.ts';
import type { Locale } from '#words/i18n.ts';
import type { Post } from '#words/mail.ts';
import { readEmail, readName } from './account.ts';
import { claimPath, invitationLetter } from './messages.ts';
import { note } from './noting.ts';
import { type Place, type SealedCell, within } from './place.ts';
import { isUuid, newDigits, newToken, tokenHash } from './secrets.ts';

/** What an invitation leads to: being a person of a dossier, a member of the practice, or back into one's account. */
export type InvitedTo =
	| { readonly to: 'dossier'; readonly dossier: string; readonly person: PersonId }
	| { readonly to: 'practice'; readonly roles: readonly Role[] }
	| { readonly to: 'account'; readonly account: string };

/** Who is invited, to what, and in which language. With an e-mail, the link leaves by itself. */
export interface Invitee {
	readonly to: InvitedTo;
	readonly name: string;
	readonly language: Locale;
	readonly email?: string;
	/** The account that invites; none from the host's command line. */
	readonly by?: string;
}

/** A new invitation: the page of its link, and the secret that is told by voice, both known only now. */
export interface Invitation {
	readonly id: string;
	readonly path: string;
	readonly second: string;
	readonly expiresAt: Instant;
}

/** What is sealed of an invitation; its link only until it is claimed. */
export interface InvitationBody extends Omit<Invitee, 'email'> {
	readonly email?: string;
	readonly token?: string;
}

export type InvitationState = 'open' | 'claimed' | 'burned' | 'expired' | 'replaced' | 'cancelled';

const LASTS = 14 * DAY;
const WRONG_SECONDS = 5;

/** Invite somebody. The caller has looked at who may; an earlier invitation to the same thing ends. */
export async function invite<F>(world: World<F>, practice: string, invitee: Invitee): Promise<Invitation | Refusal> {
	const name = readName(invitee.name);
	const email = invitee.email === undefined ? undefined : readEmail(invitee.email);
	if (!name) return refuse('account.nameMissing');
	if (invitee.email !== undefined && !email) return refuse('account.emailUnreadable');
	const { email: _, ...rest } = invitee;
	const invitation = await within(world, practice, (at) =>
		writeInvitation(at, { ...rest, name, ...(email && { email }) }),
	);
	await note(world, practice, { what: 'account.invited', ...about(invitee) });
	return invitation;
}

/** Write an invitation in a transaction. */
export async function writeInvitation(at: Place, invitee: Invitee): Promise<Invitation> {
	const [id, token, second] = [at.newId(), newToken(), newDigits()];
	const target = await targetToken(at, invitee.to);
	await endOpen(at, target);
	await at.tx
		.insertInto('invitation')
		.values({
			practice_id: at.practice,
			id,
			state: 'open',
			target_token: target,
			token_hash: tokenHash(token),
			second_hash: await at.blind(`second|${id}|${second}`),
			tries_left: WRONG_SECONDS,
			ticket_hash: null,
			ticket_until: null,
			...(await at.seal(`invitation|${id}`, { ...invitee, token })),
			created_at: at.now,
			expires_at: at.now + LASTS,
			claimed_by: null,
			claimed_at: null,
			linked_at: null,
		})
		.execute();
	if (invitee.email) await at.send([noted(invitationLetter(invitee.email, invitee.language, token), invitee)]);
	return {
		id,
		path: claimPath(invitee.language, token),
		second: `${second.slice(0, 3)} ${second.slice(3)}`,
		expiresAt: at.now + LASTS,
	};
}

/** Whose invitation it is, and into which file, kept with the letter: it waits where they look, and nowhere else. */
const noted = (letter: Post, { by, to }: Invitee): Post => ({
	...letter,
	values: { ...letter.values, ...(by !== undefined && { by }), ...(to.to === 'dossier' && { file: to.dossier }) },
});

const targetToken = (at: Place, to: InvitedTo): Promise<Buffer> =>
	// Each colleague has their own invitation; a person of a dossier and an account have one at a time.
	at.blind(`invited|${to.to === 'practice' ? at.newId() : canonical(to)}`);

const endOpen = (at: Place, target: Buffer) =>
	at.tx
		.updateTable('invitation')
		.set({ state: 'replaced' })
		.where('practice_id', '=', at.practice)
		.where('target_token', '=', target)
		.where('state', '=', 'open')
		.execute();

/** Who invited, and to which dossier and person, for the access log. */
export const about = ({ by, to }: Pick<Invitee, 'by' | 'to'>) => ({
	...(by !== undefined && { account: by }),
	...subjectOf(to),
});
/** The dossier and person that an invitation is about. */
export const subjectOf = (to: InvitedTo) =>
	to.to === 'dossier' ? { subject: { journal: to.dossier, person: to.person } } : {};

/** Open what is sealed of an invitation. */
export const bodyOf = (at: Place, row: SealedCell & { readonly id: string }) =>
	at.open<InvitationBody>(`invitation|${row.id}`, row);
/** How an invitation stands at an instant. */
export const stateAt = (state: string, expiresAt: Instant, now: Instant): InvitationState =>
	state === 'open' && expiresAt <= now ? 'expired' : (state as InvitationState);

type Change = Partial<{
	state: InvitationState;
	tries_left: number;
	ticket_hash: Buffer | null;
	ticket_until: Instant;
}>;
/** Change an invitation that is still open; nothing else ever changes. */
export const change = (at: Place, id: string, values: Change) =>
	at.tx
		.updateTable('invitation')
		.set(values)
		.where('practice_id', '=', at.practice)
		.where('id', '=', id)
		.where('state', '=', 'open')
		.execute();

/** Copy the link again while nobody has claimed it; the copying is written down. */
export async function copyInvitation<F>(
	world: World<F>,
	practice: string,
	asked: { readonly id: string; readonly by: string },
): Promise<{ readonly path: string } | Refusal> {
	const held = await within(world, practice, (at) => openById(at, asked.id));
	if (!held?.body.token) return refuse('account.invitationEnded');
	await note(world, practice, { what: 'account.invitationCopied', account: asked.by, ...subjectOf(held.body.to) });
	return { path: claimPath(held.body.language, held.body.token) };
}

async function openById(at: Place, id: string): Promise<{ readonly body: InvitationBody } | undefined> {
	if (!isUuid(id)) return undefined;
	const row = await at.tx
		.selectFrom('invitation')
		.select(['id', 'key_id', 'sealed'])
		.where('practice_id', '=', at.practice)
		.where('id', '=', id)
		.where('state', '=', 'open')
		.where('expires_at', '>', at.now)
		.executeTakeFirst();
	return row && { body: await bodyOf(at, row) };
}

/** Take an invitation back. */
export async function cancelInvitation<F>(
	world: World<F>,
	practice: string,
	asked: { readonly id: string; readonly by: string },
): Promise<Refusal | undefined> {
	const held = await within(world, practice, async (at) => {
		const open = await openById(at, asked.id);
		if (open) await change(at, asked.id, { state: 'cancelled', ticket_hash: null });
		return open;
	});
	if (!held) return refuse('account.invitationEnded');
	await note(world, practice, { what: 'account.invitationCancelled', account: asked.by, ...subjectOf(held.body.to) });
	return undefined;
}

/** An invitation as the page of a dossier shows it. */
export interface InvitationView {
	readonly id: string;
	readonly state: InvitationState;
	readonly createdAt: Instant;
	readonly expiresAt: Instant;
}

/** The invitations to one thing, the latest first. */
export const invitationsTo = <F>(
	world: World<F>,
	practice: string,
	to: InvitedTo,
): Promise<readonly InvitationView[]> =>
	within(world, practice, async (at) => {
		const rows = await at.tx
			.selectFrom('invitation')
			.select(['id', 'state', 'created_at', 'expires_at'])
			.where('practice_id', '=', practice)
			.where('target_token', '=', await targetToken(at, to))
			.orderBy('created_at', 'desc')
			.execute();
		return rows.map((row) => ({
			id: row.id,
			state: stateAt(row.state, row.expires_at, at.now),
			createdAt: row.created_at,
			expiresAt: row.expires_at,
		}));
	});
