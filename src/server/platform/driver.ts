import {
	CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type QueryResult,
	type Transaction,
	type TransactionSettings,
} from 'kysely';
import type pg from 'pg';

/** Statements whose answer nobody waits for: they travel with the next one, in one packet. */
const early = new WeakSet<object>();
/** Statements that the server prepares once for each connection. */
const names = new Map<string, string>();

/** Mark a statement that is sent often; its text must be one of a few. */
export function prepared(text: string): string {
	if (!names.has(text)) names.set(text, `balise_${names.size}`);
	return text;
}

/** Send a statement along with the next one. If it fails, the next one (or the commit) fails with its error. */
export async function sendEarly<T>(tx: Transaction<T>, text: string, values: readonly unknown[] = []): Promise<void> {
	const query = CompiledQuery.raw(text, [...values]);
	early.add(query);
	await tx.executeQuery(query);
}

/** Send a statement as it is, without building it anew. */
export const send = async <R, T>(tx: Transaction<T>, text: string, values: readonly unknown[]): Promise<readonly R[]> =>
	(await tx.executeQuery<R>(CompiledQuery.raw(text, [...values]))).rows;

/** Kysely over `pg` in pipeline mode: what belongs together leaves in one packet, and one answer is waited for. */
export const pipelined = (pool: pg.Pool): Dialect => ({
	createAdapter: () => new PostgresAdapter(),
	createQueryCompiler: () => new PostgresQueryCompiler(),
	createIntrospector: (db) => new PostgresIntrospector(db),
	createDriver: () => driverOf(pool),
});

interface Connection extends DatabaseConnection {
	readonly sendEarly: (text: string) => void;
	readonly end: (text: 'commit' | 'rollback') => Promise<string>;
	readonly release: (broken?: boolean) => void;
}

function driverOf(pool: pg.Pool): Driver {
	const of = (connection: DatabaseConnection) => connection as Connection;
	return {
		init: async () => undefined,
		acquireConnection: async () => connectionOf(await pool.connect()),
		beginTransaction: async (connection, settings) => of(connection).sendEarly(beginning(settings)),
		commitTransaction: async (connection) => {
			// PostgreSQL answers ROLLBACK to a commit of what had failed: nothing may be taken for written.
			if ((await of(connection).end('commit')) !== 'COMMIT') throw new Error('the transaction was not committed');
		},
		rollbackTransaction: async (connection) => void (await of(connection).end('rollback')),
		releaseConnection: async (connection) => of(connection).release(),
		destroy: () => pool.end(),
	};
}

const beginning = ({ isolationLevel, accessMode }: TransactionSettings): string =>
	['begin', isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean).join(' ');

/** What `pg` does not tell of its client: the stream that may hold statements back until they leave together. */
type Held = { readonly connection: { readonly stream: { readonly cork: () => void; readonly uncork: () => void } } };

function connectionOf(client: pg.PoolClient): Connection {
	const { stream } = (client as unknown as Held).connection;
	const waiting: Promise<unknown>[] = [];
	let broken = false;
	const hold = (statement: string | pg.QueryConfig) => {
		if (waiting.length === 0) stream.cork();
		const sent = client.query(statement as pg.QueryConfig);
		sent.catch(() => undefined); // told with the statement it travels with
		waiting.push(sent);
	};
	const settle = async (last: Promise<pg.QueryResult>): Promise<pg.QueryResult> => {
		const all = [...waiting.splice(0), last];
		if (all.length > 1) stream.uncork();
		const failed = (await Promise.allSettled(all)).find((outcome) => outcome.status === 'rejected');
		if (failed) throw failed.reason;
		return last;
	};
	return {
		executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
			if (!early.has(query)) return answered<R>(await settle(client.query(asked(query))));
			hold(asked(query));
			return { rows: [] };
		},
		// biome-ignore lint/correctness/useYield: nothing here reads through a cursor
		streamQuery: async function* () {
			throw new Error('rows are read page by page, never through a cursor');
		},
		sendEarly: hold,
		end: async (text) => {
			const result = await settle(client.query(text)).catch((error) => {
				broken = text === 'rollback';
				throw error;
			});
			return result.command;
		},
		release: () => client.release(broken),
	};
}

function asked({ sql, parameters }: CompiledQuery): pg.QueryConfig {
	const name = names.get(sql);
	return { text: sql, values: [...parameters], ...(name !== undefined && { name }) };
}

function answered<R>({ command, rowCount, rows }: pg.QueryResult): QueryResult<R> {
	const changes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
	return { rows: (rows ?? []) as R[], ...(changes && { numAffectedRows: BigInt(rowCount ?? 0) }) };
}
