import { Kysely, type Transaction } from 'kysely';
import pg from 'pg';
import { pipelined, prepared, sendEarly } from './driver.ts';
import { type Migration, migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** Where PostgreSQL answers: a socket folder and user (embedded), or a URL (remote). */
export type Engine =
	| { readonly url: string }
	| { readonly host: string; readonly port: number; readonly user: string; readonly database: string };
export type Database = Kysely<Tables>;
export type Tx = Transaction<Tables>;

const APP_ROLE = 'balise_app';
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Connection settings; the app itself always works as the role that may not change entries. */
export const poolOf = (
	engine: Engine,
	max: number,
	role: 'app' | 'owner',
	onError: (e: Error) => void = () => {},
): pg.Pool => {
	const where = 'url' in engine ? { connectionString: engine.url } : engine;
	const options =
		role === 'app'
			? { options: `-c role=${APP_ROLE} -c lock_timeout=20s -c idle_in_transaction_session_timeout=60s` }
			: {};
	const pool = new pg.Pool({ ...where, ...options, pipeline: role === 'app', max, connectionTimeoutMillis: 15_000 });
	pool.on('error', onError); // an unheard pool error kills the process when the server stops
	// The same for a connection in use, between two statements; the next statement fails by itself.
	pool.on('connect', (client) => client.on('error', () => undefined));
	return pool;
};

/** Open the database as the app. */
export const databaseOf = (pool: pg.Pool): Database => new Kysely<Tables>({ dialect: pipelined(pool) });

/** Work inside the tenant wall: every statement sees only that practice's rows. */
export const inPractice = <T>(db: Database, practice: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
	db.transaction().execute(async (tx) => {
		await sendEarly(tx, SET_PRACTICE, [practice]);
		return work(tx);
	});

const SET_PRACTICE = prepared("select set_config('app.practice_id', $1, true)");

/** Bring the schema up to date, one process at a time; refuses a schema newer than this build. */
export async function migrate(engine: Engine, steps: readonly Migration[] = migrations): Promise<number> {
	const pool = poolOf(engine, 1, 'owner');
	const client = await pool.connect();
	try {
		await client.query('select pg_advisory_lock(741852)');
		await client.query(
			'create table if not exists balise_migration (name text primary key, at timestamptz default now())',
		);
		const done = (await client.query<{ name: string }>('select name from balise_migration order by name')).rows.map(
			(r) => r.name,
		);
		const unknown = done.filter((name) => !steps.some((s) => s.name === name));
		if (unknown.length) throw new SchemaNewer(unknown[0] ?? '');
		for (const step of steps.filter((s) => !done.includes(s.name))) await apply(client, step);
		return steps.length - done.length;
	} finally {
		await client.query('select pg_advisory_unlock(741852)').catch(() => undefined);
		client.release();
		await pool.end();
	}
}

/** The database was written by a newer Balise. */
export class SchemaNewer extends Error {
	constructor(step: string) {
		super(`the database was made by a newer Balise (${step})`);
		this.name = 'SchemaNewer';
	}
}

async function apply(client: pg.PoolClient, step: Migration): Promise<void> {
	await client.query('begin');
	try {
		await client.query(`do $$ begin create role ${APP_ROLE} nologin; exception when duplicate_object then null; end $$;
			grant ${APP_ROLE} to current_user; grant usage on schema public to ${APP_ROLE};`);
		await client.query(step.up);
		for (const [table, verbs] of Object.entries(step.tenantTables)) await client.query(wall(table, verbs));
		if (step.name === '001-journal')
			await client.query(
				`grant select, insert on practice to ${APP_ROLE}; grant update (key_name) on practice to ${APP_ROLE}`,
			);
		await client.query('insert into balise_migration (name) values ($1)', [step.name]);
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		throw error;
	}
}

/** Row-level security on `practice_id`: the second wall behind reach. A plain cast would fail on the empty setting. */
const wall = (table: string, verbs: string): string => `
	alter table ${table} enable row level security;
	alter table ${table} force row level security;
	create policy tenant on ${table} using (practice_id = nullif(current_setting('app.practice_id', true), '')::uuid);
	grant select, insert${verbs ? `, ${verbs}` : ''} on ${table} to ${APP_ROLE};`;
