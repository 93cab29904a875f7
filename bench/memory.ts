import { readFileSync } from 'node:fs';
import { type ClientRequest, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSession, request as receive, walk } from '../tests/support/path.ts';
import { load } from './support/load.ts';
import { atMost, type Bench, row } from './support/row.ts';
import { openRunning, type Running } from './support/running.ts';

const resident = (pid: number | undefined): number =>
	Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000;

/** A stream of events that one browser holds open. */
const listen = ({ web }: Running, path: string, cookie: string): Promise<ClientRequest> =>
	new Promise((resolve, reject) => {
		const { host, port } = new URL(web.origin);
		const sent = request({ agent: false, host: '127.0.0.1', port, path, headers: { host, cookie } }, (answer) => {
			answer.resume();
			if (answer.statusCode === 200) resolve(sent);
			else reject(new Error(`${path} answered ${answer.statusCode}`));
		});
		sent.on('error', reject);
		sent.end();
	});

/** The same file’s room, opened by a client: their page, then its stream of what changes. */
async function openClients(running: Running, many: number): Promise<readonly ClientRequest[]> {
	const { web, path } = running;
	const open: ClientRequest[] = [];
	for (let n = 0; n < many; n++) {
		const client = await receive(path, { names: [`Personne ${n}`] });
		const session = await openSession(path, client);
		const cookie = await web.cookie(client.persons[0]?.actor.account ?? '', 'code');
		const at = `/fr/room/${client.dossier.id}/${session}`;
		await load({ callers: 1, calls: 1 }, () => ({ origin: web.origin, path: at, headers: { cookie } }));
		open.push(await listen(running, `${at}/changes`, cookie));
	}
	return open;
}

/** What the app’s own process holds: after its first pages, and with 200 clients who wait at their doors. */
export const memory: Bench = async (effort) => {
	const running = await openRunning();
	const { web, path } = running;
	const many = effort.short ? 3 : 200;
	const cookie = await running.cookieOf(path.practitioner.actor);
	for (const at of ['/fr/help', '/fr/office', '/fr/office/clients'])
		await load({ callers: 1, calls: 5 }, () => ({ origin: web.origin, path: at, headers: { cookie } }));
	await sleep(effort.short ? 500 : 10_000);
	const idle = resident(web.pid);
	const client = await receive(path);
	await walk(path, client);
	const open = await openClients(running, many);
	let most = resident(web.pid);
	for (let second = 0; second < (effort.short ? 1 : 20); second++) {
		await load({ callers: 8, calls: 40 }, () => ({ origin: web.origin, path: '/fr/office', headers: { cookie } }));
		most = Math.max(most, resident(web.pid));
	}
	for (const stream of open) stream.destroy();
	await running.stop();
	const note = 'RSS of the app’s process alone; PostgreSQL is another';
	return [
		row(effort, { name: 'memory', value: idle, unit: 'MB', note: `idle, after its first pages; ${note}` }, atMost(180)),
		row(
			effort,
			{
				name: 'memory.live',
				value: most,
				unit: 'MB',
				note: `the most, with ${many} clients who each opened their room and hold its stream, while Today is read 40 times over and over; ${note}`,
			},
			atMost(350),
		),
	];
};
