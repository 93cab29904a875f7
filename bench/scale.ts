import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { registerPractice } from '#server/app/practices.ts';
import { perform } from '#server/journal/perform.ts';
import { program } from '../scripts/prepare.mjs';
import { ask } from '../tests/support/ask.ts';
import { type Path, pathIn } from '../tests/support/path.ts';
import { freePort } from '../tests/support/server.ts';
import { tellFile, writeFiles } from './support/files.ts';
import { openHouse } from './support/house.ts';
import { load } from './support/load.ts';
import { alone, inTurn, median, quantile } from './support/measure.ts';
import { oneKilobyte, write } from './support/message.ts';
import { atLeast, type Bench, type Effort, type Row, ratioAtLeast, ratioAtMost, row } from './support/row.ts';
import { openRunning, type Running } from './support/running.ts';

const CALLERS = 16;

/** One more process of the built app on the same database and keys. */
async function another({ web }: Running): Promise<{ readonly origin: string; readonly stop: () => Promise<void> }> {
	const port = await freePort();
	const env = { ...process.env, ...web.env, PORT: String(port), BALISE_ORIGIN: `http://localhost:${port}` };
	const child = spawn(process.execPath, program, { env, stdio: 'ignore' });
	const end = () => child.kill();
	process.once('exit', end);
	const origin = `http://localhost:${port}`;
	while (
		!(await ask(origin, '/fr/help').then(
			({ status }) => status === 200,
			() => false,
		))
	)
		await sleep(50);
	const stop = async () => {
		process.off('exit', end);
		end();
		await once(child, 'exit');
	};
	return { origin, stop };
}

/** Acts a second over HTTP through 1, 2 and 4 processes of the app on one database. */
async function processes(effort: Effort): Promise<readonly Row[]> {
	const running = await openRunning();
	const { web, path, cookieOf } = running;
	const told = await tellFile(path);
	const copies = Array.from({ length: CALLERS }, (_, slot) => ({ weeks: 1, slot }));
	const files = await writeFiles(path.world, path, told, copies);
	const cookie = await cookieOf(path.practitioner.actor);
	const others = [await another(running), await another(running), await another(running)];
	const origins = [web.origin, ...others.map(({ origin }) => origin)];
	const thread = randomUUID();
	const send = async (many: number, callers: number) => {
		const loaded = await load({ callers, calls: effort.short ? 20 : 600 }, (caller) => {
			const origin = origins[caller % many] ?? web.origin;
			const journal = files[caller % files.length];
			const input = { thread, purpose: 'care', channel: 'portal', body: oneKilobyte };
			const headers = { 'content-type': 'application/json', origin, cookie };
			return {
				origin,
				path: '/api/acts',
				method: 'POST',
				headers,
				body: () => JSON.stringify({ id: randomUUID(), act: 'message.send', journal, input }),
			};
		});
		return loaded.perSecond;
	};
	const found = await inTurn(effort.rounds, {
		one: () => send(1, CALLERS),
		two: () => send(2, CALLERS),
		four: () => send(4, CALLERS),
		alone: () => send(1, 1),
		eight: () => send(1, 8),
	});
	for (const { stop } of others) await stop();
	await running.stop();
	const note = `message.send of 1 KB by POST /api/acts, ${CALLERS} at once, each in a file of its own; the callers share the machine’s processors with the app and the database`;
	const over =
		'over HTTP, one process, access log and norms on; the goal is ten times what the nearest open peer did on such a machine (110/s alone, 115/s at 8)';
	return [
		row(
			effort,
			{ name: 'scale.2', value: found.two, reference: found.one, unit: '/s', note: `2 processes beside 1; ${note}` },
			ratioAtLeast(1),
		),
		row(
			effort,
			{ name: 'scale.4', value: found.four, reference: found.one, unit: '/s', note: `4 processes beside 1; ${note}` },
			ratioAtLeast(1),
		),
		row(effort, { name: 'scale.http-1', value: found.alone, unit: '/s', note: `one caller; ${over}` }, atLeast(1100)),
		row(effort, { name: 'scale.http-8', value: found.eight, unit: '/s', note: `8 callers; ${over}` }, atLeast(1150)),
	];
}

/** The same act in the first practice when it is alone, and when there are a thousand others. */
async function practices(effort: Effort): Promise<Row> {
	const house = await openHouse();
	const { path, world } = house;
	const told = await tellFile(path);
	const [file] = await writeFiles(world, path, told, [{ weeks: 1, slot: 0 }]);
	if (!file) throw new Error('no file');
	const thread = world.newId();
	const p95 = async () => quantile(await alone(effort.short ? 10 : 200, () => write(path, file, { thread })), 0.95);
	const times = async () => {
		const found: number[] = [];
		for (let round = -1; round < effort.rounds; round++) found.push(await p95());
		return median(found.slice(1));
	};
	const before = await times();
	const many = effort.short ? 3 : 1000;
	for (let n = 0; n < many; n++) await addPractice(path, n);
	const after = await times();
	await house.stop();
	const note = `p95 of message.send in one practice, with ${many} others that each have a practitioner and tools; reference: the same before they were there (an earlier minute of the same run)`;
	return row(effort, { name: 'scale.practices', value: after, reference: before, unit: 'ms', note }, ratioAtMost(1.2));
}

async function addPractice({ world }: Path, n: number): Promise<void> {
	const practice = await registerPractice(world, { slug: `autre-${n}`, demo: false });
	const attempt: Path['attempt'] = (actor, journal, act, input) =>
		perform(world, { id: world.newId(), practice, journal, act, actor, input });
	await pathIn({ world, practice, attempt, newAccount: async () => world.newId() }, { bare: true });
}

/** What more processes give, and what more practices cost. */
export const scale: Bench = async (effort) => [...(await processes(effort)), await practices(effort)];
