import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KeyPort } from '#server/platform/keys.ts';
import { open, seal } from '#server/platform/seal.ts';

/** A key management service in memory, behind HTTP on loopback: keys never leave it. */
export async function startKms(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
	const keys = new Map<string, Buffer>();
	const verbs: Readonly<Record<string, (name: string, body: Buffer) => Buffer | undefined>> = {
		rotate: (practice) => {
			const name = `${practice}/${randomBytes(6).toString('hex')}`;
			keys.set(name, randomBytes(32));
			return Buffer.from(name);
		},
		wrap: (name, body) => withKey(name, (key) => seal(key, `kms|${name}`, body)),
		unwrap: (name, body) => withKey(name, (key) => open(key, `kms|${name}`, body)),
		destroy: (name) => (keys.delete(name) ? Buffer.alloc(0) : Buffer.alloc(0)),
	};
	// As a service would, it derives a fresh key object for each request.
	const withKey = (name: string, work: (key: ReturnType<typeof createSecretKey>) => Buffer): Buffer | undefined => {
		const secret = keys.get(name);
		return secret && work(createSecretKey(createHmac('sha256', secret).update('wrapping').digest()));
	};
	const server = createServer(async (request, response) => {
		const [, verb = '', name = ''] = (request.url ?? '').split('/');
		try {
			const answer = verbs[verb]?.(decodeURIComponent(name), await bodyOf(request));
			response.writeHead(answer ? 200 : 404).end(answer);
		} catch {
			response.writeHead(400).end();
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const stop = async () => {
		server.closeAllConnections();
		server.close();
		await once(server, 'close');
	};
	return { url: `http://127.0.0.1:${port}`, stop };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts);
}

/** The key port over that service. */
export function kmsKeys(url: string): KeyPort {
	const ask = async (verb: string, name: string, body?: Uint8Array): Promise<Buffer> => {
		const answer = await fetch(`${url}/${verb}/${encodeURIComponent(name)}`, {
			method: 'POST',
			...(body && { body: new Uint8Array(body) }),
		});
		if (!answer.ok) throw new Error(`the key service answered ${answer.status} to ${verb}`);
		return Buffer.from(await answer.arrayBuffer());
	};
	return {
		rotate: async (practice) => (await ask('rotate', practice)).toString(),
		wrap: (name, plain) => ask('wrap', name, plain),
		unwrap: (name, wrapped) => ask('unwrap', name, wrapped),
		destroy: async (name) => void (await ask('destroy', name)),
	};
}
