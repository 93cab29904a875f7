import { Readable } from 'node:stream';
import type pg from 'pg';

/** What `pg` asks of a statement of one's own, and its line to the server. */
interface Line {
	readonly stream: NodeJS.ReadWriteStream & { readonly writableNeedDrain: boolean };
	readonly query: (text: string) => void;
	readonly sendCopyFromChunk: (chunk: Uint8Array) => void;
	readonly endCopyFrom: () => void;
	readonly sendCopyFail: (why: string) => void;
}
interface Statement {
	readonly submit: (line: Line) => void;
	readonly handleError: (error: Error) => void;
	readonly handleReadyForQuery: () => void;
	readonly handleCommandComplete: (message: unknown, line: Line) => void;
	readonly handleCopyData: (message: { readonly chunk: Buffer }) => void;
	readonly handleCopyInResponse: (line: Line) => void;
}
const nothing = (): void => undefined;
const submit = (client: pg.ClientBase, statement: Statement): void =>
	void client.query(statement as unknown as pg.Submittable);

const BATCH = 256 * 1024;

/** The rows of a query in PostgreSQL's binary form, as a stream; the server waits while nobody takes them. */
export function copyOut(client: pg.ClientBase, query: string): Readable {
	let line: Line | undefined;
	let failure: Error | undefined;
	let batch = Buffer.allocUnsafe(BATCH);
	let filled = 0;
	const rows = new Readable({ highWaterMark: 8 * BATCH, read: () => void line?.stream.resume() });
	const flush = () => {
		if (filled > 0 && !rows.push(batch.subarray(0, filled))) line?.stream.pause();
		batch = Buffer.allocUnsafe(BATCH);
		filled = 0;
	};
	// The parser of `pg` uses its memory again: what it shows is copied.
	const take = (chunk: Buffer) => {
		for (let at = 0; at < chunk.length; ) {
			const copied = chunk.copy(batch, filled, at);
			at += copied;
			filled += copied;
			if (filled === BATCH) flush();
		}
	};
	submit(client, {
		submit: (to) => {
			line = to;
			to.query(`copy (${query}) to stdout (format binary)`);
		},
		handleCopyData: ({ chunk }) => take(chunk),
		handleError: (error) => {
			failure = error;
		},
		handleReadyForQuery: () => {
			flush();
			if (failure) rows.destroy(failure);
			else rows.push(null);
		},
		handleCommandComplete: nothing,
		handleCopyInResponse: nothing,
	});
	return rows;
}

/** Write rows in the same form into a table; nothing is waited for but the server. */
export function copyIn(client: pg.ClientBase, into: string, rows: AsyncIterable<Uint8Array>): Promise<void> {
	return new Promise((resolve, reject) => {
		let failure: Error | undefined;
		submit(client, {
			submit: (line) => line.query(`copy ${into} from stdin (format binary)`),
			handleCopyInResponse: (line) => {
				pour(line, rows, () => failure !== undefined).catch((error: Error) => {
					failure = error;
					line.sendCopyFail('the rows ended early');
				});
			},
			handleError: (error) => {
				failure ??= error;
			},
			handleReadyForQuery: () => (failure ? reject(failure) : resolve()),
			handleCommandComplete: nothing,
			handleCopyData: nothing,
		});
	});
}

async function pour(line: Line, rows: AsyncIterable<Uint8Array>, hasFailed: () => boolean): Promise<void> {
	for await (const chunk of rows) {
		if (hasFailed()) return;
		line.sendCopyFromChunk(chunk);
		if (line.stream.writableNeedDrain) await new Promise((drained) => line.stream.once('drain', drained));
	}
	line.endCopyFrom();
}

/** One row as it was copied: each value's bytes, or nothing. */
export type Copied = readonly (Buffer | null)[];

const HEADER = 19;

/** Takes the bytes of copied rows in pieces of any size, and tells each row; says at the end whether the last one was whole. */
export function copiedRows(tell: (row: Copied) => void): {
	readonly take: (chunk: Uint8Array) => void;
	readonly isWhole: () => boolean;
} {
	let rest: Buffer = Buffer.alloc(0);
	let begun = false;
	let ended = false;
	const take = (chunk: Uint8Array) => {
		rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
		let at = 0;
		if (!begun) {
			if (rest.length < HEADER) return;
			begun = true;
			at = HEADER;
		}
		while (!ended && rest.length - at >= 2) {
			if (rest.readInt16BE(at) === -1) {
				ended = true;
				break;
			}
			const next = rowAt(rest, at);
			if (!next) break;
			tell(next.row);
			at = next.end;
		}
		rest = Buffer.from(rest.subarray(at));
	};
	return { take, isWhole: () => ended };
}

function rowAt(bytes: Buffer, from: number): { readonly row: Copied; readonly end: number } | undefined {
	const row: (Buffer | null)[] = [];
	let at = from + 2;
	for (let field = bytes.readInt16BE(from); field > 0; field--) {
		if (bytes.length - at < 4) return undefined;
		const length = bytes.readInt32BE(at);
		at += 4;
		if (length < 0) {
			row.push(null);
			continue;
		}
		if (bytes.length - at < length) return undefined;
		row.push(bytes.subarray(at, at + length));
		at += length;
	}
	return { row, end: at };
}
