import type pg from 'pg';
import type { Instant } from '#server/kernel/time.ts';
import type { Keeping } from '#server/platform/backup/keep.ts';
import type { Store } from '#server/platform/backup/store.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { KeyPort } from '#server/platform/keys.ts';

/** The public half of a practice's recovery sheet. */
export interface SheetKey {
	readonly id: string;
	readonly publicKey: string;
}

/** Everything that a backup works with. */
export interface House {
	/** Connections of the database's owner. */
	readonly pool: pg.Pool;
	readonly store: Store;
	readonly keys: KeyPort;
	/** The file of the key port, when it is one: its keys are sealed for the sheets. */
	readonly keysFile: string | undefined;
	readonly roots: string;
	readonly clock: Clock;
	readonly keeping: Keeping;
	readonly sheetOf: (practice: string) => Promise<SheetKey | undefined>;
}

/** One backup as this machine remembers it. */
export interface Run {
	readonly id: string;
	readonly kind: 'content' | 'keys';
	readonly at: Instant;
	readonly ended_at: Instant | null;
	readonly place: string;
	readonly name: string;
	readonly key_name: string;
	readonly bytes: number | null;
	/** Why it failed: a word of ours, never what an error says. */
	readonly failed: string | null;
	readonly tried_at: Instant | null;
}

/** The newest backup of that kind that was written and read back. */
export async function lastGood(pool: pg.Pool, kind: Run['kind']): Promise<Run | undefined> {
	const { rows } = await pool.query<Run>(
		`select * from backup_run where kind = $1 and ended_at is not null and failed is null order by at desc limit 1`,
		[kind],
	);
	return rows[0];
}

/** The newest backup of that kind, however it ended. */
export async function lastRun(pool: pg.Pool, kind: Run['kind']): Promise<Run | undefined> {
	const { rows } = await pool.query<Run>('select * from backup_run where kind = $1 order by at desc limit 1', [kind]);
	return rows[0];
}

type Begun = Pick<Run, 'kind' | 'name' | 'key_name'>;

/** Do it, and remember how it ended. */
export async function remembered<T extends { readonly bytes: number }>(
	{ pool, store, clock }: House,
	{ kind, name, key_name }: Begun,
	work: () => Promise<T>,
): Promise<T> {
	const id = clock.newId();
	await pool.query('insert into backup_run (id, kind, at, place, name, key_name) values ($1, $2, $3, $4, $5, $6)', [
		id,
		kind,
		clock.now(),
		store.place,
		name,
		key_name,
	]);
	try {
		const done = await work();
		await pool.query('update backup_run set ended_at = $2, bytes = $3 where id = $1', [id, clock.now(), done.bytes]);
		return done;
	} catch (error) {
		const why = error instanceof Error ? error.name : 'Error';
		await pool.query('update backup_run set ended_at = $2, failed = $3 where id = $1', [id, clock.now(), why]);
		throw error;
	}
}

/** The key of the port under which backups are sealed: made once. */
export async function backupKey({ pool, keys }: House): Promise<string> {
	const { rows } = await pool.query<{ key_name: string }>('select key_name from backup_run order by at desc limit 1');
	return rows[0]?.key_name ?? (await keys.rotate(BACKUP));
}

/** The owner of the backup keys in the port. */
export const BACKUP = 'backup';

/** Alone, over all processes of this database: another one waits. */
export async function alone<T>(pool: pg.Pool, lock: number, work: () => Promise<T>): Promise<T> {
	const client = await pool.connect();
	try {
		await client.query('select pg_advisory_lock($1)', [lock]);
		return await work();
	} finally {
		// Closing the connection gives the lock back, whatever happened.
		client.release(true);
	}
}
