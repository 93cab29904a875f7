import { request } from 'node:http';

/** An answer as it came. */
export interface Answered {
	readonly status: number;
	readonly text: string;
	readonly bytes: Buffer;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

interface Asking {
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
}

/** Ask a page of a practice by its own host name, which is always this machine; `fetch` would not let us name the host. */
export const ask = (
	origin: string,
	path: string,
	{ method = 'GET', headers = {}, body }: Asking = {},
): Promise<Answered> =>
	new Promise((resolve, reject) => {
		const { host, port } = new URL(origin);
		const sent = request(
			{
				host: '127.0.0.1',
				port,
				path,
				method,
				headers: { host, ...headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) },
			},
			(answer) => {
				const parts: Buffer[] = [];
				answer.on('data', (part: Buffer) => parts.push(part));
				answer.on('end', () => {
					const bytes = Buffer.concat(parts);
					resolve({ status: answer.statusCode ?? 0, text: bytes.toString(), bytes, headers: answer.headers });
				});
			},
		);
		sent.on('error', reject);
		sent.end(body);
	});
