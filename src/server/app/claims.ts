import { type Claimed, claimsToLink, markLinked } from '#server/capabilities/accounts/index.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { perform } from '#server/journal/perform.ts';
import type { World } from '#server/journal/world.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { isRefusal, type Refusal } from '#server/kernel/refusal.ts';

interface Told {
	readonly act: string;
	readonly journal: JournalRef;
	readonly input: unknown;
}

/** What a claim tells a journal: this account is that person, or works here; nothing when it is one's own account again. */
function toldBy(practice: string, { account, name, dossier, person, roles }: Claimed): Told | undefined {
	if (dossier) return { act: 'person.link', journal: { kind: 'dossier', id: dossier }, input: { person, account } };
	return roles && { act: 'member.join', journal: { kind: 'practice', id: practice }, input: { account, name, roles } };
}

/**
 * Tell the journal who claimed an invitation, as the system, under the invitation's own id: said once, however often it
 * is tried. What is refused or cut short stays among the claims to link.
 */
export async function applyClaim(
	world: World<Facts>,
	practice: string,
	claimed: Claimed,
): Promise<Refusal | undefined> {
	const told = toldBy(practice, claimed);
	if (!told) return undefined;
	const actor = { assurance: 'none', system: true } as const;
	const outcome = await perform(world, { id: claimed.invitation, practice, actor, ...told });
	if (isRefusal(outcome)) return outcome;
	await markLinked(world, practice, claimed.invitation);
	return undefined;
}

/** Tell the journals of the claims that were cut short; answers how many were told. */
export async function applyWaitingClaims(world: World<Facts>, practice: string): Promise<number> {
	let told = 0;
	for (const claimed of await claimsToLink(world, practice))
		if (!(await applyClaim(world, practice, claimed))) told += 1;
	return told;
}
