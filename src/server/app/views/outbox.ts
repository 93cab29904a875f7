import { lookAtInvitation } from '#server/capabilities/accounts/index.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { noteAccess } from '#server/journal/access.ts';
import { copyInvitation, listOutbox, type OutboxRow } from '#server/journal/outbox.ts';
import type { World } from '#server/journal/world.ts';
import type { Letter } from '#words/mail.ts';

/** Everyone who works here sees what left; only where one person works, the whole addresses and the letters. */
export const isAlone = ({ practice }: Facts): boolean => Object.keys(practice.practice.members).length <= 1;

/** An address of which only its owner would know whose it is: c…@exemple.org. */
export const masked = (address: string): string => address.replace(/^(.).*(?=@)/u, '$1…');

/** A message as the page shows it. */
export interface OutboxView extends Omit<OutboxRow, 'template' | 'language' | 'channel'> {
	readonly isInvitation: boolean;
}

/** The last messages, newest first; a colleague's clients keep their addresses and their letters to themselves. */
export async function outboxOf(
	world: World<Facts>,
	practice: string,
	{ facts, origin }: { readonly facts: Facts; readonly origin: string },
): Promise<readonly OutboxView[]> {
	const alone = isAlone(facts);
	return (await listOutbox(world, practice, origin)).map(
		({ template, language: _, channel: __, letter, to, ...row }) => ({
			...row,
			to: alone ? to : masked(to),
			letter: alone ? letter : undefined,
			isInvitation: alone && template === 'invitation',
		}),
	);
}

/** What stands in the way of copying is that it was claimed: its link, which ends with its token, no longer opens. */
const stillOpen =
	(world: World<Facts>, practice: string) =>
	async (path: string): Promise<boolean> =>
		(await lookAtInvitation(world, practice, path.split('/').at(-1) ?? '')).state === 'open';

/** An invitation's letter with its link, for whoever works here alone; copying it is written down first. */
export async function copyLetter(
	world: World<Facts>,
	practice: string,
	asked: { readonly id: string; readonly origin: string; readonly by: string },
): Promise<Letter | undefined> {
	const letter = await copyInvitation(world, practice, { ...asked, mayCopy: stillOpen(world, practice) });
	if (letter)
		await noteAccess(world, practice, {
			at: world.now(),
			account: asked.by,
			what: 'account.invitationCopied',
			outcome: 'done',
		});
	return letter;
}
