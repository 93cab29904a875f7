import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Facts } from '#server/capabilities/index.ts';
import { rootsFile } from '#server/journal/roots.ts';
import type { World } from '#server/journal/world.ts';
import { migrations } from '#server/platform/migrations/index.ts';

/** The name of the demonstration's host, and of those that are being prepared or taken away. */
export const DEMO = 'demo';
const LEAVING = 'demo-old';
/** The name of one that is being prepared: nobody can guess its host. */
export const PREPARING = 'demo-new';

/** What a tenant is taken away with: the owner's connections, the key port, the folder of roots. */
export interface House {
	readonly world: World<Facts>;
	readonly ownerPool: pg.Pool;
	readonly dataDir: string;
}

const tables = migrations.flatMap(({ tenantTables }) => Object.keys(tenantTables));

/** The demonstration, if there is one. */
export async function demoPractice(
	world: World<Facts>,
): Promise<{ readonly id: string; readonly slug: string; readonly demo: true; readonly since: number } | undefined> {
	const { rows } = await sql<{ id: string; since: number }>`select id, created_at as since from practice
		where slug = ${DEMO} and demo`.execute(world.db);
	const [found] = rows;
	return found && { ...found, slug: DEMO, demo: true };
}

/** From now on this one is the demonstration, and the one before is nobody's: in one moment, so that a visitor finds one or the other. */
export async function takePlace({ world, ownerPool }: House, practice: string): Promise<void> {
	const client = await ownerPool.connect();
	try {
		await client.query('begin');
		await client.query(`update practice set slug = '${LEAVING}-' || id where slug = $1 and demo`, [DEMO]);
		await client.query('update practice set slug = $1, created_at = $2 where id = $3 and demo', [
			DEMO,
			world.now(),
			practice,
		]);
		await client.query('commit');
		client.release();
	} catch (error) {
		client.release(true);
		throw error;
	}
}

/** How long a page that was already being answered may still write for a tenant that is gone (milliseconds). */
const LATE = 1500;

/** Take away every demonstration that is not the present one: what was replaced, and what was never finished. */
export async function removeOthers(house: House): Promise<void> {
	const { rows } = await house.ownerPool.query<{ id: string }>('select id from practice where demo and slug <> $1', [
		DEMO,
	]);
	for (const { id } of rows) await destroyKeys(house, id);
	for (const { id } of rows) await removeRows(house, id);
	if (rows.length > 0) await sleep(LATE);
	for (const { id } of rows) {
		await removeRows(house, id);
		await house.ownerPool.query('delete from practice where id = $1 and demo', [id]);
	}
}

/** Its keys first: whatever a crash leaves of the rest, nothing opens it. */
async function destroyKeys({ world, ownerPool, dataDir }: House, practice: string): Promise<void> {
	const names = await inTenant(ownerPool, practice, async (client) => {
		const { rows } = await client.query<{ name: string }>(
			`select distinct wrapped_by as name from key_ledger where practice_id = $1
				union select key_name from practice where id = $1`,
			[practice],
		);
		return rows.map(({ name }) => name);
	});
	for (const name of names) await world.keys.destroy(name);
	world.keyring.forget();
	rmSync(rootsFile(dataDir, practice), { force: true });
}

const removeRows = ({ ownerPool }: House, practice: string): Promise<void> =>
	inTenant(ownerPool, practice, async (client) => {
		for (const table of tables) await client.query(`delete from ${table} where practice_id = $1`, [practice]);
	});

/** Work as the owner, within the wall of one tenant: no statement reaches another's rows, whatever it says. */
async function inTenant<T>(pool: pg.Pool, practice: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
	const client = await pool.connect();
	try {
		await client.query('begin');
		await client.query(`select set_config('app.practice_id', $1, true)`, [practice]);
		const done = await work(client);
		await client.query('commit');
		client.release();
		return done;
	} catch (error) {
		client.release(true);
		throw error;
	}
}
