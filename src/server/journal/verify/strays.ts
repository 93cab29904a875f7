import { sql } from 'kysely';
import type { At, Finding } from './finding.ts';

/** Tables whose rows belong to a journal. */
const owned = ['entry', 'snapshot', 'brief', 'care', 'appointment', 'blind'] as const;

/** Rows that no journal has, and lines that no sending has: what a careless hand leaves behind. */
export async function strays<F>({ tx, practice }: At<F>): Promise<Finding | undefined> {
	for (const table of owned) {
		const { rows } = await sql<{
			journal_id: string;
		}>`select journal_id from ${sql.table(table)} t where practice_id = ${practice}
			and not exists (select from journal j where j.practice_id = t.practice_id and j.id = t.journal_id) limit 1`.execute(
			tx,
		);
		if (rows[0]) return { practice, journal: rows[0].journal_id, code: 'journalGone', table };
	}
	const { rows } = await sql<{
		journal_id: string;
		seq: number;
	}>`select journal_id, seq from entry e where practice_id = ${practice}
		and not exists (select from attempt a where a.practice_id = e.practice_id and a.id = e.attempt)
		order by journal_id, seq limit 1`.execute(tx);
	return rows[0] && { practice, journal: rows[0].journal_id, seq: rows[0].seq, code: 'attemptGone' };
}
