import { sql } from 'kysely';
import type { Tx } from '#server/platform/database.ts';
import { hmac } from '#server/platform/hash.ts';
import type { Row, World } from './world.ts';

/** An id that is used in another journal was sent for a row of this one. */
export class NotThisJournals extends Error {}

/** Write one projected row. */
export async function writeRow<F>(world: World<F>, tx: Tx, practice: string, journal: string, row: Row): Promise<void> {
	switch (row.table) {
		case 'care': {
			const { account_id, role } = row.key;
			await (row.gone
				? sql`delete from care where practice_id = ${practice} and account_id = ${account_id} and journal_id = ${journal} and role = ${role}`
				: sql`insert into care (practice_id, account_id, journal_id, role) values (${practice}, ${account_id}, ${journal}, ${role}) on conflict do nothing`
			).execute(tx);
			return;
		}
		case 'appointment': {
			const v = row.values;
			const { numAffectedRows } =
				await sql`insert into appointment (practice_id, id, journal_id, practitioner_id, starts_at, ends_at, state)
				values (${practice}, ${row.key.id}, ${journal}, ${v.practitioner_id}, ${v.starts_at}, ${v.ends_at}, ${v.state})
				on conflict (practice_id, id) do update set practitioner_id = excluded.practitioner_id,
					starts_at = excluded.starts_at, ends_at = excluded.ends_at, state = excluded.state
				where appointment.journal_id = excluded.journal_id`.execute(tx);
			if (!numAffectedRows) throw new NotThisJournals();
			return;
		}
		case 'blind': {
			const key = await blindKey(world, tx, practice);
			await sql`delete from blind where practice_id = ${practice} and journal_id = ${journal} and person_id = ${row.key.person_id} and field = ${row.key.field}`.execute(
				tx,
			);
			for (const word of new Set(row.words)) {
				await sql`insert into blind (practice_id, journal_id, person_id, field, token)
					values (${practice}, ${journal}, ${row.key.person_id}, ${row.key.field}, ${hmac(key, word)})`.execute(tx);
			}
			return;
		}
	}
}

/** The key used for blind indexes alone. */
export const blindKey = async <F>(world: World<F>, tx: Tx, practice: string) =>
	(await world.keyring.current(tx, practice, practice, 'blind')).key;
