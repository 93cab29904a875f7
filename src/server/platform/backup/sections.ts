import { ArchiveBroken, takeFrom } from './frames.ts';

/** One piece of an archive: what it is, and its bytes. */
export interface Section<A> {
	readonly about: A;
	readonly bytes: AsyncIterable<Uint8Array>;
}

const sized = (bytes: Uint8Array): readonly Uint8Array[] => {
	const length = Buffer.allocUnsafe(4);
	length.writeUInt32BE(bytes.length);
	return [length, bytes];
};

/** Sections one after the other, as one stream. */
export async function* joinSections<A>(sections: AsyncIterable<Section<A>>): AsyncGenerator<Uint8Array> {
	for await (const { about, bytes } of sections) {
		yield* sized(Buffer.from(JSON.stringify(about)));
		for await (const chunk of bytes) if (chunk.length > 0) yield* sized(chunk);
		yield Buffer.alloc(4);
	}
}

/** The sections of such a stream; the bytes of one are read before the next is asked for. */
export async function* splitSections<A>(source: AsyncIterable<Uint8Array>): AsyncGenerator<Section<A>> {
	const taken = takeFrom(source);
	const next = async (): Promise<Buffer> => taken.take((await taken.take(4)).readUInt32BE());
	while (!(await taken.isOver())) {
		let isRead = false;
		const about = JSON.parse((await next()).toString()) as A;
		const bytes = async function* () {
			for (let chunk = await next(); chunk.length > 0; chunk = await next()) yield chunk;
			isRead = true;
		};
		yield { about, bytes: bytes() };
		if (!isRead) throw new ArchiveBroken('changed', 'a section was not read');
	}
}
