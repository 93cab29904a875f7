import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { verifyAll } from '#server/journal/verify.ts';
import { lived } from '../tests/support/lived.ts';
import { embeddedServer, openFolder } from '../tests/support/server.ts';
import { attacked, vault } from '../tests/support/vault.ts';
import type { Stored } from '../tests/support/world.ts';

/** One column of one table: how often a value of it was changed, how often that was found. */
export interface Column {
	readonly column: string;
	readonly tried: number;
	readonly found: number;
}

/**
 * What nothing proves, and what it could do: a digest only decides whether a sending under the same id is the same, and
 * its journal nothing; the dates of keys only say which of two is newer; a snapshot that is gone is made anew.
 */
export const unproved: readonly string[] = [
	'attempt.digest',
	'attempt.journal_id',
	'key_ledger.created_at',
	'sign_key.created_at',
	'snapshot.practice_id',
];

/** Change one value anywhere, again and again, in a practice that has lived, and verify: is it found? */
export async function tamper({ rounds }: { readonly rounds: number }): Promise<readonly Column[]> {
	const server = await embeddedServer();
	const roots = openFolder();
	try {
		const { house } = await lived(server, roots);
		const { restore } = await vault(house);
		const columns = await house.owner(
			`select table_name as "table", column_name as name, data_type as type from information_schema.columns
			where table_schema = 'public' and table_name = any($1) order by 1, 2`,
			[attacked],
		);
		const found = new Map<string, { tried: number; found: number }>();
		for (let round = 0; round < rounds; round++) {
			const column = columns[round % columns.length] as Stored;
			if (!(await change(house.owner, column))) continue;
			const { findings } = await verifyAll({ db: house.world.db, world: house.another(), roots });
			const name = `${column.table}.${column.name}`;
			const { tried, found: seen } = found.get(name) ?? { tried: 0, found: 0 };
			found.set(name, { tried: tried + 1, found: seen + (findings.length > 0 ? 1 : 0) });
			await restore();
		}
		return [...found].map(([column, counts]) => ({ column, ...counts }));
	} finally {
		await server.stop();
		rmSync(roots, { recursive: true, force: true });
	}
}

type Owner = (sql: string, values?: readonly unknown[]) => Promise<readonly Stored[]>;

/** Give one row another value; no when the table has no row, or its own rules forbid the value. */
async function change(owner: Owner, { table, name, type }: Stored): Promise<boolean> {
	const [row] = await owner(`select ctid::text as place, ${name} as value from ${table} order by random() limit 1`);
	if (!row) return false;
	const changed = await owner(`update ${table} set ${name} = $1 where ctid = $2::tid returning 1`, [
		other(type, row.value),
		row.place,
	]).catch(() => []);
	return changed.length === 1;
}

function other(type: string, value: unknown): unknown {
	if (Buffer.isBuffer(value)) return flipped(value);
	if (type === 'uuid') return randomUUID();
	if (type === 'bigint') return Number(value ?? 0) + randomInt(1, 1000) * (randomInt(2) ? 1 : -1);
	return `${value ?? ''}x`;
}

function flipped(value: Buffer): Buffer {
	const bytes = value.length === 0 ? randomBytes(1) : Buffer.from(value);
	const at = randomInt(bytes.length);
	bytes[at] = (bytes[at] ?? 0) ^ randomInt(1, 256);
	return bytes;
}
