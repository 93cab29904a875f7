import { sql } from 'kysely';
import { inPractice, type Tx } from '#server/platform/database.ts';
import { append, noPeaks, rootOf } from './merkle.ts';
import { ACCESS_LOG, type Head, leafOf, peaksFrom, type Root, rootFrom, rootText, type StoredRoot } from './root.ts';
import { keepRoots } from './roots.ts';
import { signerOf } from './signing.ts';
import type { World } from './world.ts';

/**
 * Sign the heads of every journal that went on since the last checkpoint, and of the access log; the last root again
 * when none did, undefined when nothing was ever written. With a folder, roots are kept there too, beside the database.
 */
export async function checkpoint<F>(world: World<F>, practice: string, folder?: string): Promise<Root | undefined> {
	const root = await inPractice(world.db, practice, (tx) => signHeads(world, tx, practice));
	if (folder) await inPractice(world.db, practice, (tx) => keepRoots(tx, practice, folder));
	return root;
}

/** The same, within a transaction that also reads what it proves. */
export async function signHeads<F>(world: World<F>, tx: Tx, practice: string): Promise<Root | undefined> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`checkpoint|${practice}`}, 0))`.execute(tx);
	const last = await lastStored(tx, practice);
	const heads = await movedHeads(tx, practice);
	if (heads.length === 0) return last && rootFrom(practice, last);
	const before = last ? peaksFrom(last.size, last.peaks) : noPeaks;
	const peaks = heads.reduce((grown, head) => append(grown, leafOf(head)), before);
	const seq = (last?.seq ?? 0) + 1;
	const unsigned = { practice, seq, at: world.now(), size: peaks.size, root: rootOf(peaks).toString('hex') };
	const signature = (await signerOf(world, tx, practice)).sign(rootText(unsigned));
	await sql`insert into checkpoint (practice_id, seq, at, size, root, peaks, signature) values (${practice}, ${seq}, ${unsigned.at},
		${peaks.size}, ${rootOf(peaks)}, ${Buffer.concat(peaks.hashes)}, ${Buffer.from(signature, 'base64url')})`.execute(
		tx,
	);
	await sql`insert into checkpoint_leaf (practice_id, leaf, checkpoint, journal_id, seq, hash)
		select ${practice}, ${before.size} + n - 1, ${seq}, journal, at, hash
		from unnest(${heads.map((h) => h.journal)}::uuid[], ${heads.map((h) => h.seq)}::bigint[], ${heads.map((h) => h.hash)}::bytea[])
			with ordinality as moved (journal, at, hash, n)`.execute(tx);
	return { ...unsigned, signature };
}

type Last = StoredRoot & { readonly peaks: Buffer };

async function lastStored(tx: Tx, practice: string): Promise<Last | undefined> {
	const { rows } = await sql<Last>`select seq, at, size, root, peaks, signature from checkpoint
		where practice_id = ${practice} order by seq desc limit 1`.execute(tx);
	return rows[0];
}

/** Heads that are further than the tree knows, in one order. */
async function movedHeads(tx: Tx, practice: string): Promise<readonly Head[]> {
	const { rows } = await sql<Head>`
		with head as (
			select id as journal, seq, hash from journal where practice_id = ${practice}
			union all select ${ACCESS_LOG}::uuid, seq, hash from access_head where practice_id = ${practice})
		select journal, seq, hash from head where seq > coalesce((select max(l.seq) from checkpoint_leaf l
			where l.practice_id = ${practice} and l.journal_id = head.journal), 0) order by journal`.execute(tx);
	return rows;
}

/** The newest root, to be printed on whatever leaves the house. */
export const latestRoot = <F>(world: World<F>, practice: string): Promise<Root | undefined> =>
	inPractice(world.db, practice, async (tx) => {
		const last = await lastStored(tx, practice);
		return last && rootFrom(practice, last);
	});
