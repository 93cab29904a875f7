import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { Readable, type Transform } from 'node:stream';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import type { KeyPort } from '../keys.ts';
import { ArchiveBroken, openFrames, sealFrames, takeFrom } from './frames.ts';

/** The line in the clear before the sealed frames, which are bound to it. */
export interface Head {
	readonly format: 'balise-backup' | 'balise-keys';
	readonly version: 1;
	/** The key of the port by which this archive's own key is wrapped. */
	readonly key: string;
	readonly wrapped: string;
	/** Keys of the port, each sealed for a recovery sheet; in a copy of the keys only. */
	readonly sheets?: readonly { readonly practice: string; readonly sheet: string; readonly box: string }[];
}

/** What an archive is, and what it is sealed with. */
export interface Sealing extends Pick<Head, 'format' | 'sheets'> {
	readonly keys: KeyPort;
	/** The name of the backup key in the port. */
	readonly key: string;
}

const LONGEST_HEAD = 4 * 1024 * 1024;
const aboutOf = (line: string): string => createHash('sha256').update(line).digest('hex');

/** Pass a stream through a compressor; what breaks on either side is thrown to whoever reads. */
function through(source: AsyncIterable<Uint8Array>, by: Transform): AsyncIterable<Buffer> {
	const from = Readable.from(source);
	from.on('error', (error) => by.destroy(error));
	by.on('close', () => from.destroy());
	return from.pipe(by);
}

/** An archive of these bytes: compressed, sealed under a key of its own that the port wraps. */
export async function* writeArchive(
	{ keys, key, format, sheets }: Sealing,
	source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
	const own = randomBytes(32);
	const wrapped = (await keys.wrap(key, own)).toString('base64');
	const head: Head = { format, version: 1, key, wrapped, ...(sheets && { sheets }) };
	const line = JSON.stringify(head);
	yield Buffer.from(`${line}\n`);
	// What is sealed already does not shrink: the lightest level costs nothing and takes what is left.
	const by = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } });
	yield* sealFrames(createSecretKey(own), aboutOf(line), through(source, by));
}

function headIn(line: string, format: Head['format']): Head {
	try {
		const head = JSON.parse(line) as Head;
		if (head.format === format && head.version === 1) return head;
	} catch {
		// said below
	}
	throw new ArchiveBroken('notOurs');
}

/** The first line of an archive, which needs no key. */
export const readHead = async (source: AsyncIterable<Uint8Array>, format: Head['format']): Promise<Head> =>
	headIn(await takeFrom(source).line(LONGEST_HEAD), format);

/** The bytes of an archive, each frame proved in its place; throws ArchiveBroken. */
export async function* openArchive(
	keys: KeyPort,
	source: AsyncIterable<Uint8Array>,
	format: Head['format'],
): AsyncGenerator<Buffer> {
	const taken = takeFrom(source);
	const line = await taken.line(LONGEST_HEAD);
	const head = headIn(line, format);
	const key = await ownKey(keys, head);
	try {
		yield* through(openFrames(key, aboutOf(line), taken), createZstdDecompress());
	} catch (error) {
		throw error instanceof ArchiveBroken || !isOfZstd(error) ? error : new ArchiveBroken('changed');
	}
}

const isOfZstd = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && /^(Z_|ZSTD_|ERR_)/.test(String(error.code));

async function ownKey(keys: KeyPort, { key, wrapped }: Head): Promise<KeyObject> {
	try {
		return createSecretKey(await keys.unwrap(key, Buffer.from(wrapped, 'base64')));
	} catch {
		throw new ArchiveBroken('noKey', key);
	}
}
