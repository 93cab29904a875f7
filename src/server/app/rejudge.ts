import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import { rejudge as judgeAgain } from '#server/journal/brief.ts';
import type { World } from '#server/journal/world.ts';
import { inPractice } from '#server/platform/database.ts';
import { handSearchPolicy } from './search-policy.ts';

const AT_ONCE = 200;

/** Judge again what has passed the instant at which one of its verdicts changes by itself, and write its brief anew; a new search policy is handed again. */
export async function rejudge(world: World<Facts>, practice: string): Promise<number> {
	const { rows } = await inPractice(world.db, practice, (tx) =>
		sql<{
			journal_id: string;
		}>`select journal_id from brief where practice_id = ${practice} and changes_at <= ${world.now()} limit ${AT_ONCE}`.execute(
			tx,
		),
	);
	for (const { journal_id } of rows) {
		await judgeAgain(world, practice, { kind: 'dossier', id: journal_id });
		await handSearchPolicy(world, practice, journal_id);
	}
	return rows.length;
}
