import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Config, isLoopback } from '../config.ts';
import { startError } from '../start-error.ts';

/** Answers one request whose host and scheme have been settled. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;
/** The open port. */
export type Doors = { readonly close: () => Promise<void> };

/** The headers in which the web framework is told what people asked for; whatever a client wrote there is overwritten. */
export const trusted = { scheme: 'x-balise-scheme', host: 'x-balise-host', address: 'x-balise-address' } as const;

const patience = 5_000;

/** Opens the port on this machine (both its addresses when it is only for itself); throws a StartError when it is taken. */
export async function openDoors(
	config: Pick<Config, 'host' | 'port' | 'origin' | 'proxies'>,
	answer: Answer,
): Promise<Doors> {
	const front = { origin: new URL(config.origin), proxies: config.proxies };
	const open = new Set<ServerResponse>();
	const servers: Server[] = [];
	// A browser may take localhost for either address: another program on the second one would answer in our place.
	const hosts = config.host === '127.0.0.1' ? ['127.0.0.1', '::1'] : [config.host];
	for (const host of hosts) {
		const server = createServer((request, response) => {
			open.add(response);
			response.once('close', () => open.delete(response));
			settle(request, response, front, answer);
		});
		if (await listen(server, host, config.port)) servers.push(server);
	}
	return { close: () => closeAll(servers, open) };
}

/** The host people asked for, or nothing when it is none of ours: somebody else's name bound to this machine. */
export function hostOf(asked: string, origin: URL): string | undefined {
	const isLocal = isLoopback(asked.replace(/:\d+$/, ''));
	if (isLoopback(origin.hostname)) return isLocal ? asked : undefined;
	const name = asked.toLowerCase();
	// A further practice has its own name under ours.
	return isLocal ? origin.host : name === origin.host || name.endsWith(`.${origin.host}`) ? name : undefined;
}

/**
 * Who asks, as far as limits by address need it. The last proxy of ours wrote the end of the list, the one before it the
 * entry before: whatever stands further to the left, anybody could write.
 */
export function addressOf(direct: string, forwarded: string, proxies: number): string {
	const told = forwarded.split(',').at(-proxies)?.trim() ?? '';
	const bare = told.replace(/^\[(.+)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
	return plain(proxies > 0 && isIP(bare) ? bare : direct);
}
/** The same machine is the same, whichever way it is written. */
const plain = (address: string): string => address.toLowerCase().replace(/^::ffff:(?=[\d.]+$)/, '');

interface Front {
	readonly origin: URL;
	readonly proxies: number;
}

function settle(request: IncomingMessage, response: ServerResponse, { origin, proxies }: Front, answer: Answer): void {
	const host = hostOf(request.headers.host ?? '', origin);
	if (host === undefined) {
		response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
		response.end(`Balise: ${origin.origin}\n`);
		return;
	}
	if (isTooBig(request)) {
		response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
		response.end('Trop gros. | Too big.\n');
		return;
	}
	request.headers[trusted.scheme] = origin.protocol.slice(0, -1);
	request.headers[trusted.host] = host;
	const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',');
	request.headers[trusted.address] = addressOf(request.socket.remoteAddress ?? '', forwarded, proxies);
	answer(request, response);
}

/** A page photographed by a telephone, as a form sends it. */
const MOST_BYTES = 3 * 1024 * 1024;
/** Where a sealed file of another practice comes in: the only address that takes more. */
const takesMore = /^\/(fr|en)\/office\/clients\/receive(\?|$)/;

/** More than any form sends, or no saying how much: it is not read. */
export const isTooBig = ({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): boolean =>
	!takesMore.test(url) &&
	(Number(headers['content-length'] ?? 0) > MOST_BYTES || headers['transfer-encoding'] !== undefined);

function listen(server: Server, host: string, port: number): Promise<boolean> {
	const { promise, resolve, reject } = Promise.withResolvers<boolean>();
	server.once('error', (error: NodeJS.ErrnoException) => {
		if (host === '::1' && /^(EADDRNOTAVAIL|EAFNOSUPPORT)$/.test(error.code ?? '')) resolve(false);
		else reject(explain(error, port));
	});
	server.listen({ host, port }, () => resolve(true));
	return promise;
}

function explain(error: NodeJS.ErrnoException, port: number) {
	const other = port === 3000 ? 4000 : 3000;
	if (error.code === 'EADDRINUSE') {
		return startError(
			`Le port ${port} est déjà pris (par une autre Balise ?) : choisissez-en un autre, par exemple PORT=${other} npm start.`,
			`Port ${port} is already taken (by another Balise?): choose another one, for instance PORT=${other} npm start.`,
			error,
		);
	}
	return startError(
		`Le port ${port} ne s’ouvre pas (${error.code}) : vérifiez PORT et HOST.`,
		`Port ${port} does not open (${error.code}): check PORT and HOST.`,
		error,
	);
}

/** Takes no one more in, lets what is under way end, and cuts live streams, which would never end by themselves. */
async function closeAll(servers: readonly Server[], open: ReadonlySet<ServerResponse>): Promise<void> {
	const closed = Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
	for (const response of open) {
		if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.destroy();
		else if (!response.headersSent) response.setHeader('connection', 'close');
	}
	const waiting = new AbortController();
	const late = sleep(patience, undefined, { signal: waiting.signal }).catch(() => undefined);
	await Promise.race([closed, late]);
	waiting.abort();
	for (const server of servers) server.closeAllConnections();
}
