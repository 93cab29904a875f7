import { Agent, request } from 'node:http';
import { quantile } from './measure.ts';

/** What a page answered to many: how many a second, and what the slowest hundredth waited. */
export interface Load {
	readonly perSecond: number;
	readonly p50: number;
	readonly p99: number;
}

interface Asking {
	readonly origin: string;
	readonly path: string;
	readonly method?: 'GET' | 'POST';
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: () => string;
}

/** So many callers ask the same thing at once, each over a line that stays open, until so many answers have come. */
export async function load(
	{ callers, calls }: { readonly callers: number; readonly calls: number },
	ask: (caller: number) => Asking,
): Promise<Load> {
	const agent = new Agent({ keepAlive: true, maxSockets: callers });
	const times: number[] = [];
	const start = performance.now();
	await Promise.all(
		Array.from({ length: callers }, async (_, caller) => {
			while (times.length < calls) {
				const began = performance.now();
				await once(agent, ask(caller));
				times.push(performance.now() - began);
			}
		}),
	);
	const took = performance.now() - start;
	agent.destroy();
	return { perSecond: (times.length * 1000) / took, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

const once = (agent: Agent, { origin, path, method = 'GET', headers = {}, body }: Asking): Promise<void> =>
	new Promise((resolve, reject) => {
		const { host, port } = new URL(origin);
		const words = body?.();
		const sent = request(
			{
				agent,
				host: '127.0.0.1',
				port,
				path,
				method,
				headers: { host, ...headers, ...(words !== undefined && { 'content-length': Buffer.byteLength(words) }) },
			},
			(answer) => {
				const said: Buffer[] = [];
				answer.on('data', (part: Buffer) => said.push(part));
				answer.on('end', () =>
					answer.statusCode === 200
						? resolve()
						: reject(
								new Error(`${path} answered ${answer.statusCode}: ${Buffer.concat(said).toString().slice(0, 200)}`),
							),
				);
			},
		);
		sent.on('error', reject);
		sent.end(words);
	});
