import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keyring } from '#server/journal/keyring.ts';
import { verifyAll } from '#server/journal/verify.ts';
import { factsCache, type World } from '#server/journal/world.ts';
import { systemClock } from '#server/platform/clock.ts';
import { databaseOf, migrate, poolOf } from '#server/platform/database.ts';
import { fileKeys } from '#server/platform/keys.ts';
import { type Embedded, startEmbedded } from '#server/platform/postgres/embedded.ts';
import { openFolder } from '../tests/support/server.ts';
import { sender, toyPractice } from '../tests/support/story.ts';
import { done, type ToyFacts, toyModel } from '../tests/support/toy.ts';
import { dossierRef } from '../tests/support/world.ts';

/** What is killed: the app, its database, or both at once. */
export const victims = ['app', 'database', 'both'] as const;

/** What the rounds showed. */
export interface Killed {
	readonly rounds: number;
	readonly acknowledged: number;
	readonly lost: number;
	readonly torn: number;
	readonly findings: number;
	/** How long after the database was killed an act was acknowledged again by the same app, at most, in ms. */
	readonly longestOutage: number;
}

interface Ground {
	readonly dataDir: string;
	readonly keysFile: string;
	readonly acknowledged: string;
	readonly practice: string;
	readonly account: string;
	readonly dossiers: readonly string[];
}
const WRITERS = 8;

/** kill -9 at random moments under eight writers; after each round: nothing acknowledged is lost, everything verifies. */
export async function kill({ rounds }: { readonly rounds: number }): Promise<Killed> {
	const folder = openFolder();
	mkdirSync(join(folder, 'keys'));
	try {
		const ground = await prepare(folder);
		const found = { lost: 0, torn: 0, findings: 0, acknowledged: 0, longestOutage: 0 };
		for (let round = 0; round < rounds; round++) {
			const outage = await oneRound(ground, victims[round % victims.length] ?? 'app');
			const after = await look(ground);
			found.lost += after.lost;
			found.torn += after.torn;
			found.findings += after.findings;
			found.acknowledged = after.acknowledged;
			found.longestOutage = Math.max(found.longestOutage, outage);
		}
		return { rounds, ...found };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const start = (dataDir: string): Promise<Embedded> => startEmbedded({ dataDir, log: () => undefined });

function worldOn(server: Embedded, keysFile: string): World<ToyFacts> {
	const keys = fileKeys(keysFile);
	const db = databaseOf(poolOf(server, 4, 'app'));
	const means = { keys, keyring: keyring(keys, systemClock), cache: factsCache(), announce: () => undefined };
	return { ...systemClock, model: toyModel(), db, ...means };
}

/** One practice, one practitioner, a file for each writer. */
async function prepare(folder: string): Promise<Ground> {
	const dataDir = join(folder, 'data');
	const keysFile = join(folder, 'keys', 'keys.json');
	const server = await start(dataDir);
	await migrate(server);
	const world = worldOn(server, keysFile);
	const { practice, account } = await toyPractice(world);
	const send = sender({ world, practice }, account);
	const dossiers = Array.from({ length: WRITERS }, () => randomUUID());
	for (const id of dossiers) done(await send('dossier.open', dossierRef(id), { label: 'x', practitioner: account }));
	await world.db.destroy();
	await server.stop();
	return { dataDir, keysFile, acknowledged: join(folder, 'acknowledged'), practice, account, dossiers };
}

async function oneRound(ground: Ground, victim: (typeof victims)[number]): Promise<number> {
	const { dataDir, keysFile, acknowledged, practice, account, dossiers } = ground;
	const args = [resolve('tests/support/writer.ts'), dataDir, keysFile, acknowledged, practice, account, ...dossiers];
	const app = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
	const ended = once(app, 'exit');
	await moreAcknowledged(ground, app);
	await sleep(randomInt(20, 700));
	const outage = victim === 'database' ? await killDatabase(ground, app) : 0;
	if (victim === 'both') process.kill(databaseOfFolder(dataDir), 'SIGKILL');
	app.kill('SIGKILL');
	await ended;
	return outage;
}

/** The database alone is killed; the app goes on by itself. How long until an act is acknowledged again? */
async function killDatabase(ground: Ground, app: ChildProcess): Promise<number> {
	const since = performance.now();
	process.kill(databaseOfFolder(ground.dataDir), 'SIGKILL');
	await sleep(30); // what was already on its way is acknowledged
	await moreAcknowledged(ground, app);
	const outage = performance.now() - since;
	await sleep(randomInt(20, 400));
	return outage;
}

const databaseOfFolder = (dataDir: string): number =>
	Number.parseInt(readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8'), 10);

/** Wait until the app has acknowledged something new. */
async function moreAcknowledged({ acknowledged }: Ground, app: ChildProcess): Promise<void> {
	const size = () => (existsSync(acknowledged) ? statSync(acknowledged).size : 0);
	const before = size();
	for (const end = performance.now() + 60_000; size() === before; await sleep(10)) {
		if (app.exitCode !== null) throw new Error(`the app ended by itself with ${app.exitCode}`);
		if (performance.now() > end) throw new Error('nothing was acknowledged for a minute');
	}
}

/** Start again on the same data: what was acknowledged is there, no act is half there, every chain verifies. */
async function look({ dataDir, keysFile, acknowledged }: Ground) {
	const lines = readFileSync(acknowledged, 'utf8')
		.split('\n')
		.filter((line) => line.split(' ').length === 3);
	const server = await start(dataDir);
	const owner = poolOf(server, 1, 'owner');
	const world = worldOn(server, keysFile);
	try {
		const { rows } = await owner.query('select attempt, journal_id, seq from entry');
		const there = new Set(rows.map((r) => `${r.attempt} ${r.journal_id} ${r.seq}`));
		const torn = await owner.query(
			'select count(*)::int as n from attempt a where not exists (select from entry e where e.attempt = a.id)',
		);
		const { findings } = await verifyAll({ db: world.db, world });
		for (const finding of findings) console.error(finding);
		const lost = lines.filter((line) => !there.has(line)).length;
		return { acknowledged: lines.length, lost, torn: torn.rows[0].n as number, findings: findings.length };
	} finally {
		await Promise.all([owner.end(), world.db.destroy()]);
		await server.stop();
	}
}
