import { randomBytes, randomUUID } from 'node:crypto';
import { poolOf } from '#server/platform/database.ts';
import type { House } from './house.ts';

const line = randomBytes(1000);

/** The reference of an act: BEGIN, INSERT of 1 KB, COMMIT, on the same server and driver, each waited for. */
export async function bareInsert(
	{ test }: House,
	connections: number,
): Promise<{
	readonly insert: () => Promise<void>;
	readonly end: () => Promise<void>;
}> {
	await test.owner('create table bench_line (id uuid primary key, body bytea)');
	await test.owner('grant all on bench_line to balise_app');
	const pool = poolOf(test.engine, connections, 'app');
	const insert = async () => {
		const client = await pool.connect();
		try {
			await client.query('begin');
			await client.query('insert into bench_line (id, body) values ($1, $2)', [randomUUID(), line]);
			await client.query('commit');
		} finally {
			client.release();
		}
	};
	return { insert, end: () => pool.end() };
}
