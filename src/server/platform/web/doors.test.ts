import { createServer, request } from 'node:http';
import { type AddressInfo, createServer as createListener } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answer, addressOf, type Doors, hostOf, openDoors, trusted } from './doors.ts';

const local = new URL('http://localhost:3000');
const published = new URL('https://balise.example');
const opened: Doors[] = [];
afterEach(async () => {
	for (const doors of opened.splice(0)) await doors.close();
});

async function freePort(): Promise<number> {
	const listener = createListener();
	await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
	const { port } = listener.address() as AddressInfo;
	await new Promise((done) => listener.close(done));
	return port;
}

async function open(answer: Answer, origin = ''): Promise<number> {
	const port = await freePort();
	opened.push(
		await openDoors({ host: '127.0.0.1', port, origin: origin || `http://localhost:${port}`, proxies: 0 }, answer),
	);
	return port;
}

function get(port: number, headers: Record<string, string> = {}, host = '127.0.0.1') {
	const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
	const asked = request({ host, port, headers }, (response) => {
		let body = '';
		response.on('data', (part) => (body += part));
		response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
		response.on('error', reject);
	});
	asked.on('error', reject).end();
	return promise;
}

const mirror: Answer = ({ headers }, response) =>
	void response.end(`${headers[trusted.scheme]}://${headers[trusted.host]}`);

describe('the host people asked for', () => {
	test.each([
		['localhost:3000', local, 'localhost:3000'],
		['127.0.0.1:3000', local, '127.0.0.1:3000'],
		['[::1]:3000', local, '[::1]:3000'],
		['localhost:8080', local, 'localhost:8080'],
		['evil.example:3000', local, undefined],
		['localhost.evil.example', local, undefined],
		['', local, undefined],
		['balise.example', published, 'balise.example'],
		['Balise.Example', published, 'balise.example'],
		['127.0.0.1:3000', published, 'balise.example'],
		['evil.example', published, undefined],
	])('%j at %s is %j', (asked, origin, host) => expect(hostOf(asked, origin)).toBe(host));
});

describe('the address of who asks', () => {
	test.each([
		['10.0.0.2', '', 0, '10.0.0.2'],
		['10.0.0.2', '203.0.113.7', 0, '10.0.0.2'],
		['10.0.0.2', '203.0.113.7', 1, '203.0.113.7'],
		['10.0.0.2', '198.51.100.1, 203.0.113.7', 1, '203.0.113.7'],
		['10.0.0.2', '198.51.100.1, 203.0.113.7', 2, '198.51.100.1'],
		['10.0.0.2', '203.0.113.7', 2, '10.0.0.2'],
		['10.0.0.2', 'not an address', 1, '10.0.0.2'],
		['10.0.0.2', '203.0.113.7:4711', 1, '203.0.113.7'],
		['10.0.0.2', '[2001:DB8::1]:4711', 1, '2001:db8::1'],
		['::ffff:10.0.0.2', '', 0, '10.0.0.2'],
	])('%s, forwarded for %j, behind %d proxies, is %s', (direct, forwarded, proxies, address) =>
		expect(addressOf(direct, forwarded, proxies)).toBe(address),
	);
});

describe('the doors', () => {
	test('a name of somebody else bound to this machine gets nothing of the app', async () => {
		let answered = 0;
		const port = await open((_, response) => void response.end(String(++answered)));
		expect((await get(port, { host: 'evil.example' })).status).toBe(421);
		expect(answered).toBe(0);
		expect((await get(port)).body).toBe('1');
	});

	test('what a client writes in the headers we trust is overwritten', async () => {
		const port = await open(mirror, 'https://balise.example');
		const lies = { [trusted.scheme]: 'http', [trusted.host]: 'evil.example' };
		expect((await get(port, lies)).body).toBe('https://balise.example');
	});

	test('a taken port is said in one line that names it and how to choose another', async () => {
		const taken = createServer();
		const port = await freePort();
		await new Promise<void>((done) => taken.listen(port, '127.0.0.1', done));
		const config = { host: '127.0.0.1', port, origin: `http://localhost:${port}`, proxies: 0 };
		const said = await openDoors(config, mirror).then(
			() => 'it opened',
			(error: Error) => `${error.name}: ${error.message}`,
		);
		await new Promise((done) => taken.close(done));
		expect(said).toMatch(new RegExp(`^StartError: .*port ${port} .*PORT=3000 npm start.*\\| Port ${port} .*$`));
	});

	test('closing lets an answer under way end and cuts a live stream', async () => {
		const port = await open((asked, response) => {
			if (asked.headers.accept === 'text/event-stream') {
				response.setHeader('content-type', 'text/event-stream');
				response.write(': hello\n\n');
			} else setTimeout(() => response.end('done'), 300);
		});
		const slow = get(port);
		const stream = get(port, { accept: 'text/event-stream' }).then(
			() => 'ended',
			() => 'cut',
		);
		await new Promise((done) => setTimeout(done, 100));
		const [doors] = opened.splice(0);
		await doors?.close();
		expect(await stream).toBe('cut');
		expect((await slow).body).toBe('done');
		await expect(get(port)).rejects.toThrow('ECONNREFUSED');
	});
});
