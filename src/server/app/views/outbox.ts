import { sql } from 'kysely';
import { accountOf, lookAtInvitation } from '#server/capabilities/accounts/index.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { noteAccess } from '#server/journal/access.ts';
import { copyInvitation, listOutbox, type OutboxRow, openBody } from '#server/journal/outbox.ts';
import type { World } from '#server/journal/world.ts';
import { inPractice } from '#server/platform/database.ts';
import type { Letter } from '#words/mail.ts';

/** Where one person works, everything that leaves is theirs. */
const isAlone = ({ practice }: Facts): boolean => Object.keys(practice.practice.members).length <= 1;

/** A message as the page shows it. */
export interface OutboxView extends Omit<OutboxRow, 'template' | 'language' | 'channel'> {
	readonly isInvitation: boolean;
}

/** One's own letters; of everyone else's, only how many wait and how many did not arrive. */
export interface OutboxPage {
	readonly rows: readonly OutboxView[];
	readonly alone: boolean;
	readonly others: { readonly waiting: number; readonly trouble: number };
}

interface Reader {
	readonly facts: Facts;
	readonly account: string;
	readonly origin: string;
}

/** What left and what waits, newest first: of the files one follows, what one sent oneself, what is for oneself. */
export async function outboxOf(world: World<Facts>, practice: string, reader: Reader): Promise<OutboxPage> {
	const all = await listOutbox(world, practice, reader.origin);
	const alone = isAlone(reader.facts);
	const mine = alone ? undefined : await letterIdsOf(world, practice, reader.account);
	const others = all.filter(({ id }) => mine?.has(id) === false);
	const count = (...states: readonly string[]) => others.filter(({ state }) => states.includes(state)).length;
	return {
		rows: all
			.filter(({ id }) => mine?.has(id) !== false)
			.map(({ template, language: _, channel: __, ...row }) => ({ ...row, isInvitation: template === 'invitation' })),
		alone,
		others: { waiting: count('waiting'), trouble: count('refused', 'failed') },
	};
}

/** The letters about the files that somebody follows, those that they sent, and those to their own address. */
async function letterIdsOf(world: World<Facts>, practice: string, account: string): Promise<ReadonlySet<string>> {
	const email = (await accountOf(world, practice, account))?.email;
	return inPractice(world.db, practice, async (tx) => {
		const { rows: care } = await sql<{ journal_id: string }>`select journal_id from care
			where practice_id = ${practice} and account_id = ${account} and role in ('practitioner', 'supervisor')`.execute(
			tx,
		);
		const files = new Set(care.map((row) => row.journal_id));
		const rows = await tx
			.selectFrom('outbox')
			.select(['id', 'key_id', 'sealed'])
			.where('practice_id', '=', practice)
			.orderBy('seq', 'desc')
			.limit(LOOKED_AT)
			.execute();
		const mine = new Set<string>();
		for (const row of rows) {
			const body = await openBody(world, tx, practice, row);
			if (!body) continue;
			const { file, by } = body.values;
			if (files.has(String(file)) || by === account || (email !== undefined && body.to === email)) mine.add(row.id);
		}
		return mine;
	});
}
/** More than the page lists, secret ones among them. */
const LOOKED_AT = 400;

/** What stands in the way of copying is that it was claimed: its link, which ends with its token, no longer opens. */
const stillOpen =
	(world: World<Facts>, practice: string) =>
	async (path: string): Promise<boolean> =>
		(await lookAtInvitation(world, practice, path.split('/').at(-1) ?? '')).state === 'open';

/** An invitation's letter with its link, for whoever it is a letter of; copying it is written down first. */
export async function copyLetter(
	world: World<Facts>,
	practice: string,
	asked: { readonly id: string; readonly origin: string; readonly by: string; readonly facts: Facts },
): Promise<Letter | undefined> {
	if (!isAlone(asked.facts) && !(await letterIdsOf(world, practice, asked.by)).has(asked.id)) return undefined;
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
