import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type pg from 'pg';
import type { Instant } from '#server/kernel/time.ts';
import { openArchive } from '#server/platform/backup/archive.ts';
import { copyIn } from '#server/platform/backup/copy.ts';
import { ArchiveBroken } from '#server/platform/backup/frames.ts';
import { splitSections } from '#server/platform/backup/sections.ts';
import type { Store } from '#server/platform/backup/store.ts';
import { type Engine, migrate, poolOf, SchemaNewer } from '#server/platform/database.ts';
import type { KeyPort } from '#server/platform/keys.ts';
import { migrations } from '#server/platform/migrations/index.ts';
import { rootsFile } from '../roots.ts';
import type { About, Manifest } from './about.ts';
import { type KeysCopy, keysCopies, type PracticeKeys, readKeys } from './keys-copy.ts';
import { type Beginning, readSnapshot } from './snapshot.ts';
import { leftOut, quoted } from './tables.ts';

/** The database already holds a practice: nothing is written over it. */
export class NotEmpty extends Error {
	constructor() {
		super('the database is not empty');
		this.name = 'NotEmpty';
	}
}

/** Where from, and into what. */
export interface Restoring {
	readonly engine: Engine;
	readonly store: Store;
	/** The archive; the newest without it. */
	readonly name: string;
	readonly keys: KeyPort;
	readonly roots: string;
}

/** What is there again. */
export interface Restored {
	readonly at: Instant;
	readonly manifest: Manifest;
	readonly practices: readonly string[];
	/** Journals of which something was destroyed since this backup was made: what was derived of it must go again. */
	readonly destroyedSince: readonly { readonly practice: string; readonly journal: string }[];
}

/** Restore one archive into an empty database, all of it or nothing. */
export async function restore({ engine, store, name, keys, roots }: Restoring): Promise<Restored> {
	const archive = () => openArchive(keys, store.read(name), 'balise-backup');
	const copy = await newestKeys(store, keys);
	await prepare(engine, await beginningOf(archive()));
	const kept = new Map<string, string>();
	const restored = await inOne(engine, async (client) => {
		await refuseFull(client);
		const { begin, manifest } = await readSnapshot(archive(), {
			rows: (about, bytes) => load(client, about, bytes),
			roots: (practice, text) => void kept.set(practice, text),
		});
		const destroyedSince: Restored['destroyedSince'][number][] = [];
		for (const practice of begin.practices) {
			const theirs = copy.practices.find(({ id }) => id === practice);
			if (!theirs) throw new ArchiveBroken('noKey', `no copy of the keys of ${practice}`);
			for (const journal of await giveKeys(client, theirs)) destroyedSince.push({ practice, journal });
		}
		return { at: begin.at, manifest, practices: begin.practices, destroyedSince };
	});
	await migrate(engine);
	for (const [practice, text] of kept) keepFile(rootsFile(roots, practice), text);
	return restored;
}

/** The newest copy of the keys that can be read: the destroyed list is the newest there is, however old the archive. */
async function newestKeys(store: Store, keys: KeyPort): Promise<KeysCopy> {
	const names = await keysCopies(store);
	for (const [n, name] of names.entries()) {
		const copy = await readKeys(keys, store.read(name)).catch((error: unknown) => {
			if (n === names.length - 1) throw error;
		});
		if (copy) return copy;
	}
	throw new ArchiveBroken('noKey', 'there is no copy of the keys');
}

async function beginningOf(source: AsyncIterable<Uint8Array>): Promise<Beginning> {
	for await (const { about } of splitSections<About>(source)) if (about.is === 'begin') return about;
	throw new ArchiveBroken('cut');
}

/** The schema of the archive where there is none yet: what was added since is added once the rows are there. */
async function prepare(engine: Engine, { schema }: Beginning): Promise<void> {
	const unknown = schema.find((step) => !migrations.some(({ name }) => name === step));
	if (unknown !== undefined) throw new SchemaNewer(unknown);
	const found = await asOwner(engine, (client) => client.query(`select to_regclass('balise_migration') as is`));
	const isNew = found.rows[0].is === null;
	await migrate(engine, isNew ? migrations.filter(({ name }) => schema.includes(name)) : migrations);
}

async function asOwner<T>(engine: Engine, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
	const pool = poolOf(engine, 1, 'owner');
	try {
		const client = await pool.connect();
		return await work(client).finally(() => client.release(true));
	} finally {
		await pool.end();
	}
}

const inOne = <T>(engine: Engine, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
	asOwner(engine, async (client) => {
		await client.query('begin');
		// Without a commit the connection is closed, and with it everything that was written.
		const done = await work(client);
		await client.query('commit');
		return done;
	});

async function refuseFull(client: pg.ClientBase): Promise<void> {
	await client.query('lock table practice in exclusive mode');
	const { rowCount } = await client.query('select from practice limit 1');
	if (rowCount !== 0) throw new NotEmpty();
}

type Rows = Extract<About, { is: 'rows' }>;

/** Rows of one table; its owner stands before the tenant wall for so long, in this transaction alone. */
async function load(client: pg.ClientBase, { table, columns }: Rows, bytes: AsyncIterable<Uint8Array>): Promise<void> {
	if (Object.hasOwn(leftOut, table)) throw new ArchiveBroken('changed', table);
	const name = quoted(table);
	const isWalled = table !== 'practice';
	if (isWalled) await client.query(`alter table ${name} no force row level security`);
	await copyIn(client, `${name} (${columns.map(quoted).join(', ')})`, bytes);
	await countOn(client, table);
	if (isWalled) await client.query(`alter table ${name} force row level security`);
}

/** A column that counts by itself goes on after the last number. */
async function countOn(client: pg.ClientBase, table: string): Promise<void> {
	const { rows } = await client.query<{ name: string }>(
		`select column_name as name from information_schema.columns
			where table_schema = 'public' and table_name = $1 and is_identity = 'YES'`,
		[table],
	);
	for (const { name } of rows)
		await client.query(
			`select setval(pg_get_serial_sequence($1, $2), coalesce(max(${quoted(name)}), 0) + 1, false) from ${quoted(table)}`,
			[table, name],
		);
}

/** The ledger as it stood last, without what was destroyed; answers the journals of which something was, since the archive. */
async function giveKeys(client: pg.ClientBase, { id, key_name, ledger, destroyed }: PracticeKeys) {
	await client.query(`select set_config('app.practice_id', $1, true)`, [id]);
	await client.query('update practice set key_name = $2 where id = $1', [id, key_name]);
	const { rows } = await client.query<{ journal_id: string }>(
		`insert into destroyed_key (practice_id, id, journal_id, part, at)
			select $1, d.id, d.journal_id, d.part, d.at
			from json_to_recordset($2) as d (id uuid, journal_id uuid, part text, at bigint)
			on conflict do nothing returning journal_id`,
		[id, JSON.stringify(destroyed)],
	);
	await client.query(
		`insert into key_ledger (practice_id, id, journal_id, part, wrapped, wrapped_by, created_at)
			select $1, k.id, k.journal_id, k.part, decode(k.wrapped, 'base64'), k.wrapped_by, k.created_at
			from json_to_recordset($2) as k
				(id uuid, journal_id uuid, part text, wrapped text, wrapped_by text, created_at bigint)
			where not exists (select from destroyed_key d where d.practice_id = $1 and d.id = k.id)`,
		[id, JSON.stringify(ledger)],
	);
	return new Set(rows.map((row) => row.journal_id));
}

function keepFile(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	writeFileSync(path, text, { mode: 0o600 });
}
