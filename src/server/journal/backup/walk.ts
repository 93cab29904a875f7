import { createHash, type Hash } from 'node:crypto';
import type { JournalKind } from '#server/kernel/journal.ts';
import { type Copied, copiedRows } from '#server/platform/backup/copy.ts';
import { ArchiveBroken } from '#server/platform/backup/frames.ts';
import { linkBatch } from '../access.ts';
import { genesis, headerText, link } from '../chain.ts';
import { rootFrom, rootText } from '../root.ts';
import { isSigned } from '../signing.ts';
import type { About, Counted, Held, LastRoot, Manifest } from './about.ts';

type Rows = Extract<About, { is: 'rows' }>;
type Values = (column: string) => Buffer;

function uuid(bytes: Buffer): string {
	const hex = bytes.toString('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
const number = (bytes: Buffer): number => Number(bytes.readBigInt64BE());
const text = (bytes: Buffer): string => bytes.toString();

interface Head {
	readonly seq: number;
	readonly hash: Buffer;
}
interface Chain {
	readonly kind: JournalKind;
	readonly head: Head;
}

/** What was read of one practice so far. */
interface Reading {
	readonly practice: string;
	readonly journals: Map<string, Chain>;
	readonly heads: Hash;
	/** How far each chain was followed. */
	now: { journal: string; seq: number; hash: Buffer };
	unfinished: number;
	access: Head;
	accessHead: Head | undefined;
	signer: string;
	lines: number;
	batches: number;
	root: LastRoot | undefined;
}

const reading = (practice: string): Reading => ({
	practice,
	journals: new Map(),
	heads: createHash('sha256'),
	now: { journal: '', seq: 0, hash: Buffer.alloc(0) },
	unfinished: 0,
	access: { seq: 0, hash: genesis('access') },
	accessHead: undefined,
	signer: '',
	lines: 0,
	batches: 0,
	root: undefined,
});

const broken = (of: Reading, detail: string): never => {
	throw new ArchiveBroken('chain', `${of.practice} ${detail}`);
};

function journal(of: Reading, value: Values): void {
	const id = uuid(value('id'));
	const head = { seq: number(value('seq')), hash: Buffer.from(value('hash')) };
	of.journals.set(id, { kind: text(value('kind')) as JournalKind, head });
	of.heads.update(`${id} ${head.seq} ${head.hash.toString('hex')}\n`);
	if (head.seq > 0) of.unfinished++;
}

/** A line is linked to the one before it, and the last one is where the journal says that it ends. */
function entry(of: Reading, value: Values): void {
	const id = uuid(value('journal_id'));
	const chain = of.journals.get(id) ?? broken(of, id);
	if (of.now.journal !== id) of.now = { journal: id, seq: 0, hash: genesis(chain.kind) };
	const header = headerText({
		practice: uuid(value('practice_id')),
		journal: id,
		seq: number(value('seq')),
		part: text(value('part')),
		key: uuid(value('key_id')),
		at: number(value('at')),
		attempt: uuid(value('attempt')),
	});
	const hash = link(of.now.hash, header, value('sealed'));
	const seq = of.now.seq + 1;
	if (number(value('seq')) !== seq || !hash.equals(value('hash'))) broken(of, `${id} ${seq}`);
	of.now = { journal: id, seq, hash };
	of.lines++;
	if (seq === chain.head.seq && hash.equals(chain.head.hash)) of.unfinished--;
	else if (seq >= chain.head.seq) broken(of, `${id} ${seq}`);
}

function batch(of: Reading, value: Values): void {
	const header = {
		practice: uuid(value('practice_id')),
		batch: number(value('seq')),
		key: uuid(value('key_id')),
		at: number(value('at')),
	};
	const hash = linkBatch(of.access.hash, header, value('sealed'));
	if (header.batch !== of.access.seq + 1 || !hash.equals(value('hash'))) broken(of, `access ${header.batch}`);
	of.access = { seq: header.batch, hash };
	of.batches++;
}

function root(of: Reading, value: Values): void {
	const stored = {
		seq: number(value('seq')),
		at: number(value('at')),
		size: number(value('size')),
		root: Buffer.from(value('root')),
		signature: value('signature'),
	};
	const { signature, ...unsigned } = rootFrom(of.practice, stored);
	if (!isSigned(rootText(unsigned), signature, of.signer)) broken(of, `checkpoint ${stored.seq}`);
	of.root = { seq: unsigned.seq, at: unsigned.at, root: unsigned.root };
}

const looks: Readonly<Record<string, (of: Reading, value: Values) => void>> = {
	journal,
	entry,
	access_batch: batch,
	checkpoint: root,
	access_head: (of, value) => {
		of.accessHead = { seq: number(value('seq')), hash: Buffer.from(value('hash')) };
	},
	sign_key: (of, value) => {
		of.signer = value('public').toString('base64url');
	},
};

/** Every chain must have come to its head. */
function ended(of: Reading): Held {
	if (of.unfinished !== 0) broken(of, 'ends before its head');
	const head = of.accessHead ?? { seq: 0, hash: genesis('access') };
	if (head.seq !== of.access.seq || !head.hash.equals(of.access.hash)) broken(of, 'access');
	return {
		practice: of.practice,
		journals: of.journals.size,
		lines: of.lines,
		batches: of.batches,
		heads: of.heads.digest('hex'),
		...(of.root && { root: of.root }),
	};
}

/** Follows what passes by: counts, hashes, chains to their heads, signatures of checkpoints. */
export function walker(): {
	/** The same bytes, looked at on their way. */
	readonly watch: (about: Rows, bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>;
	/** Everything that was seen; throws where a chain did not come to its head. */
	readonly end: () => Manifest;
} {
	const sections: Counted[] = [];
	const practices = new Map<string, Reading>();
	const watch = async function* ({ practice, table, columns }: Rows, bytes: AsyncIterable<Uint8Array>) {
		const of = practices.get(practice) ?? reading(practice);
		practices.set(practice, of);
		const look = looks[table];
		const hash = createHash('sha256');
		const seen = { rows: 0, bytes: 0 };
		const value = valuesOf(of, columns);
		const rows = copiedRows((row) => {
			seen.rows++;
			look?.(of, value(row));
		});
		for await (const chunk of bytes) {
			hash.update(chunk);
			seen.bytes += chunk.length;
			rows.take(chunk);
			yield chunk;
		}
		if (!rows.isWhole()) throw new ArchiveBroken('cut', table);
		sections.push({ practice, table, ...seen, hash: hash.digest('hex') });
	};
	return { watch, end: () => ({ sections, held: [...practices.values()].map(ended) }) };
}

/** The values of one row after another, by column; a value that must be there and is not is a break. */
function valuesOf(of: Reading, columns: readonly string[]): (row: Copied) => Values {
	const places = new Map(columns.map((column, n) => [column, n]));
	return (row) => (column) => row[places.get(column) ?? -1] ?? broken(of, column);
}
