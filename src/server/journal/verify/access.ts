import { sql } from 'kysely';
import { openJson } from '#server/platform/seal.ts';
import { type AccessLine, type BatchHeader, batchText, linkBatch } from '../access.ts';
import { genesis } from '../chain.ts';
import type { At, Finding, FindingCode } from './finding.ts';

interface Batch {
	readonly seq: number;
	readonly at: number;
	readonly key_id: string;
	readonly sealed: Buffer;
	readonly hash: Buffer;
}
const PAGE = 500;

/** Follow the chain of the access log; with keys, every batch opens and is findable by exactly the dossiers it names. */
export async function verifyAccess<F>(at: At<F>): Promise<Finding | undefined> {
	const { practice, read } = at;
	const finding = (code: FindingCode, seq: number): Finding => ({ practice, journal: 'access', code, seq });
	const head = await headOf(at);
	let previous = genesis('access');
	let seq = 0;
	for (;;) {
		const batches = await batchesAfter(at, seq);
		for (const batch of batches) {
			seq++;
			read.batches++;
			if (batch.seq !== seq) return finding('batchMissing', seq);
			const header: BatchHeader = { practice, batch: seq, key: batch.key_id, at: batch.at };
			if (!linkBatch(previous, header, batch.sealed).equals(batch.hash)) return finding('batchChanged', seq);
			const code = await checkOpened(at, header, batch);
			if (code) return finding(code, seq);
			previous = batch.hash;
		}
		if (batches.length < PAGE) break;
	}
	if (seq < head.seq) return finding('batchMissing', seq + 1);
	return seq > head.seq || !previous.equals(head.hash) ? finding('accessHeadChanged', seq) : undefined;
}

async function headOf<F>({ tx, practice }: At<F>): Promise<{ readonly seq: number; readonly hash: Buffer }> {
	const { rows } = await sql<{
		seq: number;
		hash: Buffer;
	}>`select seq, hash from access_head where practice_id = ${practice}`.execute(tx);
	return rows[0] ?? { seq: 0, hash: genesis('access') };
}

async function batchesAfter<F>({ tx, practice }: At<F>, seq: number): Promise<readonly Batch[]> {
	const { rows } = await sql<Batch>`select seq, at, key_id, sealed, hash from access_batch
		where practice_id = ${practice} and seq > ${seq} order by seq limit ${PAGE}`.execute(tx);
	return rows;
}

async function checkOpened<F>(
	{ tx, practice, world }: At<F>,
	header: BatchHeader,
	batch: Batch,
): Promise<FindingCode | undefined> {
	if (!world) return undefined;
	const lines = await linesOf(() => world.keyring.byId(tx, practice, batch.key_id), header, batch);
	if (!lines) return 'batchUnreadable';
	const { rows } = await sql<{ journal_id: string }>`select journal_id from access_subject
		where practice_id = ${practice} and batch = ${batch.seq}`.execute(tx);
	const named = new Set(lines.flatMap(({ subject }) => (subject ? [subject.journal] : [])));
	const same = named.size === rows.length && rows.every((row) => named.has(row.journal_id));
	return same ? undefined : 'subjectChanged';
}

type KeyOf = () => ReturnType<NonNullable<At<unknown>['world']>['keyring']['byId']>;

async function linesOf(
	keyOf: KeyOf,
	header: BatchHeader,
	{ sealed }: Batch,
): Promise<readonly AccessLine[] | undefined> {
	try {
		const key = await keyOf();
		return key && openJson<readonly AccessLine[]>(key, batchText(header), sealed);
	} catch {
		return undefined;
	}
}
