import { sql } from 'kysely';
import { append, noPeaks, type Peaks, rootOf } from '../merkle.ts';
import { ACCESS_LOG, type Head, leafOf, type Root, rootFrom, rootText, type StoredRoot } from '../root.ts';
import { rootsFile, rootsKept } from '../roots.ts';
import { isSigned, signerOf } from '../signing.ts';
import type { At, Finding, FindingCode } from './finding.ts';

type Stored = StoredRoot & { readonly peaks: Buffer };
const PAGE = 200;

/** Grow the tree again, checkpoint by checkpoint: each root, its signature, and the heads it holds, still on their chains. */
export async function verifyCheckpoints<F>(at: At<F>): Promise<Finding | undefined> {
	const { tx, practice, read } = at;
	const finding = (code: FindingCode, seq?: number): Finding => ({ practice, code, ...(seq !== undefined && { seq }) });
	const publicKey = await publicKeyOf(at);
	let peaks: Peaks = noPeaks;
	let seq = 0;
	for (;;) {
		const { rows } = await sql<Stored>`select seq, at, size, root, peaks, signature from checkpoint
			where practice_id = ${practice} and seq > ${seq} order by seq limit ${PAGE}`.execute(tx);
		for (const row of rows) {
			seq++;
			read.checkpoints++;
			if (row.seq !== seq) return finding('checkpointMissing', seq);
			peaks = await grow(at, peaks, seq);
			if (!isOf(row, peaks)) return finding('checkpointChanged', seq);
			const root = rootFrom(practice, row);
			if (!publicKey || !isSigned(rootText(root), root.signature, publicKey))
				return finding('checkpointNotSigned', seq);
		}
		if (rows.length < PAGE) break;
	}
	const broken = (await strayLeaf(at, peaks.size)) ?? (await lostHead(at)) ?? (await lostRoot(at));
	return broken ?? otherSigner(at, publicKey);
}

/** With the keys: what signs is still the other half of what is shown. */
async function otherSigner<F>(
	{ tx, practice, world }: At<F>,
	publicKey: string | undefined,
): Promise<Finding | undefined> {
	if (!world || !publicKey) return undefined;
	const signer = await signerOf(world, tx, practice).catch(() => undefined);
	const isTheirs = signer?.publicKey === publicKey && isSigned('?', signer.sign('?'), publicKey);
	return isTheirs ? undefined : { practice, code: 'signKeyChanged' };
}

async function publicKeyOf<F>({ tx, practice }: At<F>): Promise<string | undefined> {
	const row = await tx.selectFrom('sign_key').select('public').where('practice_id', '=', practice).executeTakeFirst();
	return row?.public.toString('base64url');
}

async function grow<F>({ tx, practice }: At<F>, before: Peaks, checkpoint: number): Promise<Peaks> {
	const { rows } = await sql<Head>`select journal_id as journal, seq, hash from checkpoint_leaf
		where practice_id = ${practice} and leaf >= ${before.size} and checkpoint = ${checkpoint} order by leaf`.execute(
		tx,
	);
	return rows.reduce((peaks, head) => append(peaks, leafOf(head)), before);
}

const isOf = (row: Stored, peaks: Peaks): boolean =>
	row.size === peaks.size && row.root.equals(rootOf(peaks)) && row.peaks.equals(Buffer.concat(peaks.hashes));

/** The leaves are numbered without a gap, and none stands outside the checkpoints. */
async function strayLeaf<F>({ tx, practice }: At<F>, size: number): Promise<Finding | undefined> {
	const { rows } = await sql<{
		n: number;
		last: number;
	}>`select count(*) as n, coalesce(max(leaf), -1) as last from checkpoint_leaf
		where practice_id = ${practice}`.execute(tx);
	const whole = Number(rows[0]?.n) === size && rows[0]?.last === size - 1;
	return whole ? undefined : { practice, code: 'checkpointChanged' };
}

/** A head that a checkpoint holds and its chain no longer does: the chain was rewritten or cut shorter since. */
async function lostHead<F>({ tx, practice }: At<F>): Promise<Finding | undefined> {
	const { rows } = await sql<Head>`select l.journal_id as journal, l.seq, l.hash from checkpoint_leaf l
		left join entry e on e.practice_id = l.practice_id and e.journal_id = l.journal_id and e.seq = l.seq
		left join access_batch b on b.practice_id = l.practice_id and b.seq = l.seq and l.journal_id = ${ACCESS_LOG}
		where l.practice_id = ${practice} and l.hash is distinct from coalesce(e.hash, b.hash) order by l.leaf limit 1`.execute(
		tx,
	);
	const [lost] = rows;
	const journal = lost?.journal === ACCESS_LOG ? 'access' : lost?.journal;
	return lost && journal ? { practice, journal, code: 'checkpointHeadLost', seq: lost.seq } : undefined;
}

/** Every root in the file beside the database is still in the database, as it was signed. */
async function lostRoot<F>({ tx, practice, roots }: At<F>): Promise<Finding | undefined> {
	for (const kept of roots ? rootsKept(rootsFile(roots, practice)) : []) {
		const { rows } = await sql<StoredRoot>`select seq, at, size, root, signature from checkpoint
			where practice_id = ${practice} and seq = ${kept.seq}`.execute(tx);
		if (!rows[0] || !isSame(rootFrom(practice, rows[0]), kept)) return { practice, code: 'rootLost', seq: kept.seq };
	}
	return undefined;
}

const isSame = (a: Root, b: Root): boolean => rootText(a) === rootText(b) && a.signature === b.signature;
