import type { World } from '#server/journal/world.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { accountByEmail, findAccount } from './account.ts';
import { type Invitation, writeInvitation } from './invitations.ts';
import { note } from './noting.ts';
import { within } from './place.ts';

/** How a practitioner made sure of who asks: face to face, by a voice they know, or by what only that person would know. */
const identityChecks = ['inPerson', 'knownVoice', 'sharedKnowledge'] as const;
export type IdentityCheck = (typeof identityChecks)[number];

/**
 * Let somebody back into their account after a recorded identity check: a new invitation, for the same account. Nothing
 * ends until it is claimed. The caller has looked at who may: a practitioner who has this person in their care, or an
 * owner for a colleague.
 */
export async function allowRecovery<F>(
	world: World<F>,
	practice: string,
	{
		account,
		by,
		check,
		dossier,
	}: { readonly account: string; readonly by: string; readonly check: IdentityCheck; readonly dossier?: string },
): Promise<Invitation | Refusal> {
	if (!identityChecks.includes(check)) return refuse('account.identityCheckMissing');
	const invitation = await within(world, practice, async (at) => {
		const found = await findAccount(at, account);
		if (!found) return refuse('account.unknown');
		const { name, language } = found;
		return writeInvitation(at, { to: { to: 'account', account }, name, language, by });
	});
	if ('refused' in invitation) return invitation;
	const subject = dossier === undefined ? {} : { subject: { journal: dossier } };
	await note(world, practice, { what: `account.recoveryAllowed.${check}`, account: by, ...subject });
	return invitation;
}

/** The same from the host's own command line, for the last owner; the practice sees it in the access log. */
export async function recoverByHost<F>(
	world: World<F>,
	practice: string,
	email: string,
): Promise<Invitation | Refusal> {
	const found = await accountByEmail(world, practice, email);
	if (!found) return refuse('account.unknown');
	const { id, name, language } = found;
	const invitation = await within(world, practice, (at) =>
		writeInvitation(at, { to: { to: 'account', account: id }, name, language }),
	);
	await note(world, practice, { what: 'account.recoveredByHost', account: id });
	return invitation;
}
