import { AwsClient } from 'aws4fetch';
import type { BackupPlace } from '../config.ts';
import { ArchiveBroken } from './frames.ts';
import type { Store } from './store.ts';

/** The largest object that is sent at once. */
const PART = 16 * 1024 * 1024;
const WHOLE = '.whole';
const partName = (name: string, n: number): string => `${name}.part-${String(n).padStart(5, '0')}`;

/** How many parts an archive has, in an object written last: without it the parts are nobody's. */
interface Whole {
	readonly parts: number;
}

type Send = (method: 'GET' | 'PUT' | 'DELETE', path: string, body?: Uint8Array<ArrayBuffer>) => Promise<Response>;

function sender({ endpoint, region, accessKeyId, secretAccessKey }: Extract<BackupPlace, { bucket: string }>): Send {
	const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 4 });
	return async (method, path, body) => {
		const answer = await client.fetch(`${endpoint}/${path}`, { method, ...(body && { body }) });
		if (answer.ok) return answer;
		await answer.body?.cancel();
		if (answer.status === 404 && method === 'GET') throw new ArchiveBroken('cut');
		throw new Error(`the backup place answered ${answer.status}`);
	};
}

/** A bucket of any service that speaks S3: parts, then one small object that says they are all there. */
export function bucketStore(place: Extract<BackupPlace, { bucket: string }>): Store {
	const send = sender(place);
	const under = `${place.prefix ? `${place.prefix}/` : ''}`;
	const at = (name: string) => `${place.bucket}/${under}${name}`;
	const drafts = new Map<string, number>();
	const readParts = async function* (name: string, parts: number) {
		for (let n = 1; n <= parts; n++) yield Buffer.from(await (await send('GET', at(partName(name, n)))).arrayBuffer());
	};
	const partsOf = async (name: string): Promise<number> =>
		((await (await send('GET', at(name + WHOLE))).json()) as Whole).parts;
	return {
		place: `s3://${place.bucket}/${under}`,
		write: async (name, bytes) => {
			let size = 0;
			let parts = 0;
			for await (const part of inParts(bytes)) {
				await send('PUT', at(partName(name, ++parts)), part);
				size += part.length;
			}
			drafts.set(name, parts);
			return size;
		},
		readDraft: (name) => readParts(name, drafts.get(name) ?? 0),
		keep: async (name) => {
			const whole: Whole = { parts: drafts.get(name) ?? 0 };
			await send('PUT', at(name + WHOLE), Buffer.from(JSON.stringify(whole)));
			drafts.delete(name);
		},
		read: async function* (name) {
			yield* readParts(name, await partsOf(name));
		},
		list: async () =>
			(await keysUnder(send, place.bucket, under))
				.filter((key) => key.endsWith(WHOLE))
				.map((key) => key.slice(under.length, -WHOLE.length)),
		remove: async (name) => {
			const parts = await partsOf(name).catch(() => 0);
			// Its last object first: what a cut leaves behind is no archive.
			await send('DELETE', at(name + WHOLE));
			for (let n = 1; n <= parts; n++) await send('DELETE', at(partName(name, n)));
		},
	};
}

async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer<ArrayBuffer>> {
	let held: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of bytes) {
		held.push(chunk);
		size += chunk.length;
		if (size < PART) continue;
		yield Buffer.concat(held);
		held = [];
		size = 0;
	}
	if (size > 0) yield Buffer.concat(held);
}

async function keysUnder(send: Send, bucket: string, prefix: string): Promise<readonly string[]> {
	const keys: string[] = [];
	for (let after = ''; ; ) {
		const query = new URLSearchParams({ 'list-type': '2', prefix, ...(after && { 'continuation-token': after }) });
		const text = await (await send('GET', `${bucket}?${query}`)).text();
		for (const [, key = ''] of text.matchAll(/<Key>([^<]*)<\/Key>/g)) keys.push(key);
		const [, next] = /<NextContinuationToken>([^<]*)</.exec(text) ?? [];
		if (!next) return keys;
		after = next;
	}
}
