import { sql } from 'kysely';
import { z } from 'zod';
import { isId, type JournalKind } from '#server/kernel/journal.ts';
import { type Database, inPractice, type Tx } from '#server/platform/database.ts';
import { canonical } from '#server/platform/hash.ts';
import { genesis, headerText, link } from './chain.ts';
import { signHeads } from './checkpoint.ts';
import { type Line, readLines } from './lines.ts';
import { follow, noPeaks, proofOf } from './merkle.ts';
import { type Head, leafOf, peaksFrom, type Root, rootFrom, rootText, type StoredRoot } from './root.ts';
import { isSigned, signerOf } from './signing.ts';
import type { World } from './world.ts';

const id = z.string().refine(isId);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const place = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const root = z.strictObject({
	practice: id,
	seq: place,
	at: z.number().int(),
	size: place,
	root: hash,
	signature: z.string(),
});
const receiptShape = z.strictObject({
	practice: id,
	journal: id,
	seq: place,
	entryHash: hash,
	/** Place, part, key, instant and sending of the line, as they are hashed with it. */
	header: z.string(),
	/** The head of the journal that the root holds; the line itself, or one after it. */
	head: z.strictObject({ seq: place, hash }),
	path: z.array(z.strictObject({ side: z.enum(['left', 'right']), hash })).max(64),
	root,
	latest: root,
	publicKey: z.string(),
	signature: z.string(),
});

/**
 * What a client is handed with a line of their file: its hash, the signed root that holds the journal it stands in, and
 * the newest root. It says nothing of what the line says.
 */
export type Receipt = z.infer<typeof receiptShape>;

const receiptText = ({ signature: _, ...rest }: Receipt): string => `receipt|${canonical(rest)}`;

/** The receipt of one line; a checkpoint is made when none holds it yet. Undefined when there is no such line. */
export const receiptFor = <F>(
	world: World<F>,
	practice: string,
	journal: string,
	seq: number,
): Promise<Receipt | undefined> =>
	inPractice(world.db, practice, async (tx) => {
		const [line] = await readLines(tx, practice, journal, { after: seq - 1, limit: 1 });
		if (line?.header.seq !== seq) return undefined;
		const leaf = (await leafAt(tx, line)) ?? ((await signHeads(world, tx, practice)) && (await leafAt(tx, line)));
		const latest = await rootAt(tx, practice, undefined);
		if (!leaf || !latest) throw new Error('a stored line is not in the checkpoint that was made for it');
		const { sign, publicKey } = await signerOf(world, tx, practice);
		const unsigned = {
			practice,
			journal,
			seq,
			entryHash: line.hash.toString('hex'),
			header: headerText(line.header),
			...(await proofFor(tx, practice, leaf)),
			latest,
			publicKey,
			signature: '',
		};
		return { ...unsigned, signature: sign(receiptText(unsigned)) };
	});

type Leaf = Head & { readonly leaf: number; readonly checkpoint: number };

/** The first head in the tree that is at or after a line. */
async function leafAt(tx: Tx, { header }: Line): Promise<Leaf | undefined> {
	const { rows } = await sql<Leaf>`select leaf, checkpoint, journal_id as journal, seq, hash from checkpoint_leaf
		where practice_id = ${header.practice} and journal_id = ${header.journal} and seq >= ${header.seq} order by seq limit 1`.execute(
		tx,
	);
	return rows[0];
}

async function rootAt(tx: Tx, practice: string, seq: number | undefined): Promise<Root | undefined> {
	const { rows } = await sql<StoredRoot>`select seq, at, size, root, signature from checkpoint
		where practice_id = ${practice} and seq = coalesce(${seq ?? null}::bigint, seq) order by seq desc limit 1`.execute(
		tx,
	);
	return rows[0] && rootFrom(practice, rows[0]);
}

/** The path from a leaf to the root of its own checkpoint: from the peaks before it and the leaves added with it. */
async function proofFor(tx: Tx, practice: string, leaf: Leaf): Promise<Pick<Receipt, 'head' | 'path' | 'root'>> {
	const earlier = await sql<{ size: number; peaks: Buffer }>`select size, peaks from checkpoint
		where practice_id = ${practice} and seq = ${leaf.checkpoint - 1}`.execute(tx);
	const added = await sql<Leaf>`select leaf, checkpoint, journal_id as journal, seq, hash from checkpoint_leaf
		where practice_id = ${practice} and leaf >= ${earlier.rows[0]?.size ?? 0} and checkpoint = ${leaf.checkpoint} order by leaf`.execute(
		tx,
	);
	const root = await rootAt(tx, practice, leaf.checkpoint);
	if (!root) throw new Error('a leaf stands in a checkpoint that is not there');
	const before = earlier.rows[0] ? peaksFrom(earlier.rows[0].size, earlier.rows[0].peaks) : noPeaks;
	const path = proofOf(before, added.rows.map(leafOf), leaf.leaf - before.size);
	return {
		root,
		head: { seq: leaf.seq, hash: leaf.hash.toString('hex') },
		path: path.map(({ side, hash }) => ({ side, hash: hash.toString('hex') })),
	};
}

/** Why a receipt does not hold, or no longer holds against a database. */
export type ReceiptFault =
	| 'notAReceipt'
	| 'notSigned'
	| 'rootNotSigned'
	| 'notInRoot'
	| 'rootGone'
	| 'lineGone'
	| 'lineChanged';

/** Check a receipt by itself against the practice's public key, then against a database, with no key to read it. */
export async function verifyReceipt(
	given: unknown,
	publicKey: string,
	db?: Database,
): Promise<ReceiptFault | undefined> {
	const parsed = receiptShape.safeParse(given);
	if (!parsed.success) return 'notAReceipt';
	const receipt = parsed.data;
	const fault = byItself(receipt, publicKey);
	return fault || !db ? fault : inPractice(db, receipt.practice, (tx) => against(tx, receipt));
}

function byItself(receipt: Receipt, publicKey: string): ReceiptFault | undefined {
	const { practice, journal, seq, entryHash, head, path, root, latest } = receipt;
	if (!isSigned(receiptText(receipt), receipt.signature, publicKey)) return 'notSigned';
	for (const r of [root, latest])
		if (r.practice !== practice || !isSigned(rootText(r), r.signature, publicKey)) return 'rootNotSigned';
	const steps = path.map(({ side, hash }) => ({ side, hash: Buffer.from(hash, 'hex') }));
	const leaf = leafOf({ journal, seq: head.seq, hash: Buffer.from(head.hash, 'hex') });
	if (follow(leaf, steps).toString('hex') !== root.root) return 'notInRoot';
	return head.seq < seq || (head.seq === seq && head.hash !== entryHash) ? 'notInRoot' : undefined;
}

/** The database must still hold both roots, and the line must still lead to the head that was signed. */
async function against(
	tx: Tx,
	{ practice, journal, seq, entryHash, header, head, root, latest }: Receipt,
): Promise<ReceiptFault | undefined> {
	for (const handed of [root, latest])
		if ((await rootAt(tx, practice, handed.seq))?.root !== handed.root) return 'rootGone';
	const found = await tx
		.selectFrom('journal')
		.select('kind')
		.where('practice_id', '=', practice)
		.where('id', '=', journal)
		.executeTakeFirst();
	let previous = seq === 1 && found ? genesis(found.kind as JournalKind) : undefined;
	for (let after = Math.max(0, seq - 2); after < head.seq; ) {
		const lines = await readLines(tx, practice, journal, { after, limit: Math.min(500, head.seq - after) });
		if (lines.length === 0) return 'lineGone';
		for (const line of lines) {
			if (line.header.seq !== ++after) return 'lineGone';
			const { hash } = line;
			if (after >= seq && previous && !link(previous, headerText(line.header), line.sealed).equals(hash))
				return 'lineChanged';
			if (after === seq && (hash.toString('hex') !== entryHash || headerText(line.header) !== header))
				return 'lineChanged';
			previous = hash;
		}
	}
	return previous?.toString('hex') === head.hash ? undefined : 'lineChanged';
}
