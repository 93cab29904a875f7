import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { inPractice } from '#server/platform/database.ts';

/** What is written beside the files and changes what is judged of every one of them. */
const weighsOnFiles: ReadonlySet<string> = new Set([
	'policy.published',
	'rhythm.set',
	'service.described',
	'thirdParty.added',
	'thirdParty.removed',
	'payer.reviewed',
]);

/**
 * The practice said something anew: every file's brief is to be judged again, by the job that comes round. A hint, after
 * the commit: should it be lost, a brief is made anew at the next line of its file.
 */
export async function judgeFilesAgain(
	world: World<Facts>,
	practice: string,
	entries: readonly Pick<Entry, 'kind'>[],
): Promise<void> {
	if (!entries.some((e) => weighsOnFiles.has(e.kind))) return;
	await inPractice(world.db, practice, (tx) =>
		sql`update brief set changes_at = ${world.now()} where practice_id = ${practice} and (changes_at is null or changes_at > ${world.now()})`.execute(
			tx,
		),
	);
}
