import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsV4Signer } from 'aws4fetch';

/** A service that speaks as much of S3 as backups ask, and believes nobody without a right signature. */
export interface Bucket {
	readonly url: string;
	readonly objects: Map<string, Buffer>;
	/** What was refused, by status. */
	readonly refused: number[];
	/** Answer the next so many requests with 503. */
	readonly fail: (times: number) => void;
	readonly stop: () => Promise<void>;
}

interface Keys {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	readonly region: string;
}

/** Sign the same request again with the same keys, as the service does: is it the same signature? */
async function isSigned(request: IncomingMessage, url: string, body: Buffer, keys: Keys): Promise<boolean> {
	const given = request.headers.authorization ?? '';
	const [, names = ''] = /SignedHeaders=([^,]+)/.exec(given) ?? [];
	const headers: Record<string, string> = {};
	for (const name of names.split(';')) if (name !== 'host') headers[name] = String(request.headers[name] ?? '');
	const signer = new AwsV4Signer({
		method: request.method ?? 'GET',
		url,
		headers,
		...(body.length > 0 && { body: new Uint8Array(body) }),
		accessKeyId: keys.accessKeyId,
		secretAccessKey: keys.secretAccessKey,
		region: keys.region,
		service: 's3',
		datetime: String(request.headers['x-amz-date'] ?? ''),
	});
	const { headers: signed } = await signer.sign();
	return signed.get('authorization') === given;
}

/** Start it; whoever starts it stops it. */
export async function startBucket(keys: Keys): Promise<Bucket> {
	const objects = new Map<string, Buffer>();
	const refused: number[] = [];
	let failing = 0;
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const body = Buffer.concat(chunks);
		const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
		const end = (status: number, text: string | Buffer = '') => {
			if (status >= 400) refused.push(status);
			response.writeHead(status).end(text);
		};
		if (failing > 0) {
			failing--;
			return end(503);
		}
		if (!(await isSigned(request, url.toString(), body, keys))) return end(403);
		const key = decodeURIComponent(url.pathname.slice(1));
		if (url.searchParams.get('list-type') === '2') return end(200, listed(objects, key, url.searchParams));
		if (request.method === 'PUT') {
			objects.set(key, body);
			return end(200);
		}
		if (request.method === 'DELETE') {
			objects.delete(key);
			return end(204);
		}
		const found = objects.get(key);
		return found ? end(200, found) : end(404);
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		objects,
		refused,
		fail: (times) => {
			failing = times;
		},
		stop: () => new Promise((done) => server.close(() => done())),
	};
}

const PAGE = 3;

/** A few at a time, as a service with many objects answers. */
function listed(objects: Bucket['objects'], bucket: string, query: URLSearchParams): string {
	const prefix = `${bucket}/${query.get('prefix') ?? ''}`;
	const all = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
	const from = Number(query.get('continuation-token') ?? 0);
	const keys = all
		.slice(from, from + PAGE)
		.map((key) => `<Contents><Key>${key.slice(bucket.length + 1)}</Key></Contents>`);
	const next = from + PAGE < all.length ? `<NextContinuationToken>${from + PAGE}</NextContinuationToken>` : '';
	return `<?xml version="1.0"?><ListBucketResult>${keys.join('')}${next}</ListBucketResult>`;
}
