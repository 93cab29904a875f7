import { sql } from 'kysely';
import type { At, Finding } from './finding.ts';

/** Tables whose rows belong to a journal. */
const owned = ['entry', 'snapshot', 'brief', 'care', 'appointment', 'blind'] as const;

interface Place {
	readonly journal_id: string;
	readonly seq: number;
}

/** Rows that no journal has, and lines that no sending has: what a careless hand leaves behind. */
export async function strays<F>({ tx, practice }: At<F>): Promise<Finding | undefined> {
	for (const table of owned) {
		const { rows } =
			await sql<Place>`select journal_id from ${sql.table(table)} t where practice_id = ${practice} and not exists
			(select from journal j where j.practice_id = t.practice_id and j.id = t.journal_id) limit 1`.execute(tx);
		if (rows[0]) return { practice, journal: rows[0].journal_id, code: 'journalGone', table };
	}
	const { rows } = await sql<Place>`select journal_id, seq from entry e where practice_id = ${practice} and not exists
		(select from attempt a where a.practice_id = e.practice_id and a.id = e.attempt and a.at = e.at)
		order by journal_id, seq limit 1`.execute(tx);
	return rows[0] && { practice, journal: rows[0].journal_id, seq: rows[0].seq, code: 'attemptGone' };
}

/** With the keys: every key of the ledger opens, also those that no line was sealed with yet. */
export async function keysOpen<F>({ tx, practice, world }: At<F>): Promise<Finding | undefined> {
	if (!world) return undefined;
	const { rows } = await sql<{
		id: string;
		journal_id: string;
		part: string;
	}>`select id, journal_id, part from key_ledger
		where practice_id = ${practice} order by created_at`.execute(tx);
	for (const { id, journal_id, part } of rows) {
		const key = await world.keyring.byId(tx, practice, id).catch(() => undefined);
		if (!key) return { practice, journal: journal_id, table: part, code: 'keyUnusable' };
	}
	return undefined;
}

/** Whatever is sealed names a key that the ledger has, or that was destroyed on purpose. */
export async function sealedWithNothing<F>({ tx, practice }: At<F>): Promise<Finding | undefined> {
	const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.columns
		where table_schema = 'public' and column_name = 'key_id' and table_name <> 'entry' order by 1`.execute(tx);
	for (const { name } of tables) {
		const { rows } = await sql`select from ${sql.table(name)} t where practice_id = ${practice}
			and not exists (select from key_ledger k where k.practice_id = t.practice_id and k.id = t.key_id)
			and not exists (select from destroyed_key k where k.practice_id = t.practice_id and k.id = t.key_id) limit 1`.execute(
			tx,
		);
		if (rows.length > 0) return { practice, table: name, code: 'sealedWithNothing' };
	}
	return undefined;
}
