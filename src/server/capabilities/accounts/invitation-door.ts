import type { World } from '#server/journal/world.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { type Instant, MINUTE } from '#server/kernel/time.ts';
import { about, bodyOf, change, type InvitationBody, type InvitationState, stateAt } from './invitations.ts';
import { note } from './noting.ts';
import { type Place, within } from './place.ts';
import { newToken, readDigits, sameBytes, tokenHash } from './secrets.ts';
import { brake, fromAddress, release, type TryLater, type Visitor } from './throttle.ts';

const TICKET = 30 * MINUTE;

/** One stored invitation, opened. */
export interface Held {
	readonly id: string;
	readonly state: InvitationState;
	readonly triesLeft: number;
	readonly body: InvitationBody;
	readonly secondHash: Buffer;
	readonly ticket: { readonly hash: Buffer; readonly until: Instant } | undefined;
}

/** The invitation of a link, locked; undefined when there is none. */
export async function holdByToken(at: Place, token: string): Promise<Held | undefined> {
	const row = await at.tx
		.selectFrom('invitation')
		.selectAll()
		.where('practice_id', '=', at.practice)
		.where('token_hash', '=', tokenHash(token))
		.forUpdate()
		.executeTakeFirst();
	if (!row) return undefined;
	const state = stateAt(row.state, row.expires_at, at.now);
	const ticket = row.ticket_hash && row.ticket_until ? { hash: row.ticket_hash, until: row.ticket_until } : undefined;
	return {
		id: row.id,
		state,
		triesLeft: row.tries_left,
		body: await bodyOf(at, row),
		secondHash: row.second_hash,
		ticket,
	};
}

/** What a link leads to now. Looking changes nothing: mail scanners open links too. */
export const lookAtInvitation = <F>(
	world: World<F>,
	practice: string,
	token: string,
): Promise<{ readonly state: InvitationState | 'unknown' }> =>
	within(world, practice, async (at) => {
		const row = await at.tx
			.selectFrom('invitation')
			.select(['state', 'expires_at'])
			.where('practice_id', '=', practice)
			.where('token_hash', '=', tokenHash(token))
			.executeTakeFirst();
		return { state: row ? stateAt(row.state, row.expires_at, at.now) : 'unknown' };
	});

/** To what an invitation that still waits leads; undefined when it no longer does. Its link alone lets nobody in. */
export const waitingInvitation = <F>(
	world: World<F>,
	practice: string,
	token: string,
): Promise<InvitationBody['to'] | undefined> =>
	within(world, practice, async (at) => {
		const held = await holdByToken(at, token);
		return held?.state === 'open' ? held.body.to : undefined;
	});

/** The second secret was wrong: how many times it may still be given. */
export interface SecondWrong extends Refusal {
	readonly left: number;
}

/** Give the second secret: a ticket for half an hour, to claim with. The fifth wrong one ends the invitation. */
export async function openInvitation<F>(
	world: World<F>,
	practice: string,
	{ token, second, from }: { readonly token: string; readonly second: string; readonly from: Visitor },
): Promise<{ readonly ticket: string } | Refusal | SecondWrong | TryLater> {
	const outcome = await within(world, practice, async (at) => {
		const early = await brake(at, fromAddress('claim', from));
		if (early) return { answer: early };
		const held = await holdByToken(at, token);
		if (held?.state !== 'open') return { answer: refuse('account.invitationEnded') };
		if (!sameBytes(held.secondHash, await at.blind(`second|${held.id}|${readDigits(second)}`)))
			return { answer: await countWrong(at, held), held };
		await release(at, fromAddress('claim', from));
		const ticket = newToken();
		await change(at, held.id, { ticket_hash: tokenHash(ticket), ticket_until: at.now + TICKET });
		return { answer: { ticket } };
	});
	if (outcome.held)
		await note(world, practice, {
			what: 'refused account.invitation',
			refusal: outcome.answer,
			...about(outcome.held.body),
		});
	return outcome.answer;
}

async function countWrong(at: Place, held: Held): Promise<SecondWrong> {
	const left = held.triesLeft - 1;
	await change(at, held.id, left > 0 ? { tries_left: left } : { tries_left: 0, state: 'burned', ticket_hash: null });
	return { ...refuse(left > 0 ? 'account.secondWrong' : 'account.invitationBurned'), left };
}
