import type { KeyObject } from 'node:crypto';
import { open, seal } from '../seal.ts';

/** An archive that was cut, changed, or is not one of ours; `why` names a sentence. */
export class ArchiveBroken extends Error {
	readonly why: 'cut' | 'changed' | 'notOurs' | 'noKey' | 'chain';
	constructor(why: ArchiveBroken['why'], detail = '') {
		super(`archive: ${why}${detail && ` (${detail})`}`);
		this.name = 'ArchiveBroken';
		this.why = why;
	}
}

const FRAME = 1024 * 1024;
const MORE = 0;
const END = 1;

/** Each frame is bound to its archive, its place and whether it is the last: none can be left out, moved or added. */
const placeOf = (about: string, n: number, kind: number): string => `archive|${about}|${n}|${kind}`;

/** Cut a stream into sealed frames; the last one says that it is the last. */
export async function* sealFrames(
	key: KeyObject,
	about: string,
	source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
	let n = 0;
	let waiting: Uint8Array[] = [];
	let size = 0;
	const frame = (kind: number): Buffer => {
		const sealed = seal(key, placeOf(about, n++, kind), Buffer.concat(waiting));
		const head = Buffer.allocUnsafe(5);
		head.writeUInt8(kind);
		head.writeUInt32BE(sealed.length, 1);
		waiting = [];
		size = 0;
		return Buffer.concat([head, sealed]);
	};
	for await (const chunk of source) {
		waiting.push(chunk);
		size += chunk.length;
		if (size >= FRAME) yield frame(MORE);
	}
	yield frame(END);
}

/** Open sealed frames one after the other; throws at the first that is not in its place, or when the last is missing. */
export async function* openFrames(key: KeyObject, about: string, source: Taken): AsyncGenerator<Buffer> {
	for (let n = 0; ; n++) {
		const head = await source.take(5);
		const sealed = await source.take(head.readUInt32BE(1));
		const kind = head.readUInt8();
		yield opened(key, placeOf(about, n, kind), sealed);
		if (kind === END) break;
	}
	if (!(await source.isOver())) throw new ArchiveBroken('changed', 'something follows its end');
}

function opened(key: KeyObject, place: string, sealed: Buffer): Buffer {
	try {
		return open(key, place, sealed);
	} catch {
		throw new ArchiveBroken('changed');
	}
}

/** Bytes asked for by number. */
export interface Taken {
	/** Exactly so many; an archive that ends before is cut. */
	readonly take: (length: number) => Promise<Buffer>;
	/** The first line, without its end. */
	readonly line: (longest: number) => Promise<string>;
	readonly isOver: () => Promise<boolean>;
}

const LONGEST = 64 * 1024 * 1024;

/** Take bytes from a stream by number, whatever pieces it comes in. */
export function takeFrom(source: AsyncIterable<Uint8Array>): Taken {
	const pieces = source[Symbol.asyncIterator]();
	let held: Buffer = Buffer.alloc(0);
	const more = async (): Promise<boolean> => {
		const { done, value } = await pieces.next();
		if (done) return false;
		held = held.length > 0 ? Buffer.concat([held, value]) : Buffer.from(value.buffer, value.byteOffset, value.length);
		return true;
	};
	const gather = async (length: number): Promise<void> => {
		const parts = [held];
		let size = held.length;
		while (size < length) {
			const { done, value } = await pieces.next();
			if (done) throw new ArchiveBroken('cut');
			parts.push(Buffer.from(value.buffer, value.byteOffset, value.length));
			size += value.length;
		}
		held = parts.length === 1 ? held : Buffer.concat(parts);
	};
	const take = async (length: number): Promise<Buffer> => {
		if (length > LONGEST) throw new ArchiveBroken('changed');
		await gather(length);
		const taken = held.subarray(0, length);
		held = held.subarray(length);
		return taken;
	};
	return {
		take,
		line: async (longest) => {
			while (!held.includes(10)) if (held.length > longest || !(await more())) throw new ArchiveBroken('notOurs');
			const text = held.subarray(0, held.indexOf(10)).toString();
			held = held.subarray(held.indexOf(10) + 1);
			return text;
		},
		isOver: async () => {
			while (held.length === 0) if (!(await more())) return true;
			return false;
		},
	};
}
