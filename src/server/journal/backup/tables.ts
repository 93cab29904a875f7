import type pg from 'pg';

/** What no backup of the content holds, and why. */
export const leftOut: Readonly<Record<string, string>> = {
	key_ledger: 'its copies are few and overwritten, so that what is destroyed is destroyed in them too',
	retired_key: 'names of practice keys on their way out of the port of this machine',
	account_session: 'a stolen backup must not carry open doors; after a restore everybody signs in anew',
	one_time_code: 'dead within minutes',
	passkey_challenge: 'dead within minutes',
	throttle: 'guesses made at another door',
	access_recent: 'spares the access log a line twice within ten minutes, nothing more',
	room_seat: 'who sits in a room right now',
	live_event: 'what passes between processes for a minute',
	live_secret: 'seals what passes between processes; each machine has its own',
	job: 'whose turn it is on this machine',
	backup_run: 'what this machine backed up, and where',
	balise_migration: 'told in the beginning of the archive',
};

/** One table of a backup, the columns it had, and the order in which its rows are read. */
export interface Table {
	readonly name: string;
	readonly columns: readonly string[];
	readonly order: readonly string[];
}

/** Heads before what they are the heads of, so that a chain is proved as it is read. */
const FIRST = ['practice', 'journal', 'access_head', 'sign_key', 'destroyed_key'];
const rankOf = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

/** Every table that a backup holds, as it stands in this database. */
export async function tablesOf(client: pg.ClientBase): Promise<readonly Table[]> {
	const { rows } = await client.query<Table>(`
		select c.relname as name,
			(select array_agg(a.attname::text order by a.attnum) from pg_attribute a
				where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
			coalesce((select array_agg(a.attname::text order by array_position(i.indkey::int[], a.attnum::int))
				from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
				where i.indrelid = c.oid and i.indisprimary), '{}') as order
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname = 'public' and c.relkind = 'r' order by c.relname`);
	return rows.filter(({ name }) => !Object.hasOwn(leftOut, name)).toSorted((a, b) => rankOf(a.name) - rankOf(b.name));
}

/** A name, as SQL quotes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
