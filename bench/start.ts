import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../tests/support/ask.ts';
import { freePort } from '../tests/support/server.ts';
import { median } from './support/measure.ts';
import { atMost, type Bench, row } from './support/row.ts';

const LONGEST = 120_000;

/** `npm start`, and how long until the first page is whole; stopped by the same key as a person would. */
async function firstPage(folder: string): Promise<number> {
	const port = await freePort();
	const { DATABASE_URL: _, ...inherited } = process.env;
	const env = {
		...inherited,
		PORT: String(port),
		BALISE_DATA: join(folder, 'data'),
		BALISE_KEYS: join(folder, 'keys.json'),
		LOG_LEVEL: 'warn',
	};
	const began = performance.now();
	// A group of its own, so that npm and what it started end together.
	const npm = spawn('npm', ['start'], { env, stdio: 'ignore', detached: true });
	const end = () => stop(npm);
	process.once('exit', end);
	while (!(await isWhole(port))) {
		if (performance.now() - began > LONGEST || npm.exitCode !== null) throw new Error('npm start gave no page');
		await sleep(10);
	}
	const took = performance.now() - began;
	process.off('exit', end);
	end();
	await once(npm, 'exit');
	return took;
}

const isWhole = (port: number): Promise<boolean> =>
	ask(`http://localhost:${port}`, '/fr/help').then(
		({ status, text }) => status === 200 && text.includes('</html>'),
		() => false,
	);

function stop({ pid, exitCode }: ChildProcess): void {
	if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGTERM');
}

/** From `npm start` to the first page: with an empty data folder, and once data are there. */
export const start: Bench = async (effort) => {
	const found = { empty: [] as number[], warm: [] as number[] };
	// Built and installed once before, as on any start but the very first.
	for (let round = -1; round < effort.rounds; round++) {
		const folder = mkdtempSync(join(tmpdir(), 'balise-bench-'));
		const empty = await firstPage(folder);
		const warm = await firstPage(folder);
		rmSync(folder, { recursive: true, force: true });
		if (round >= 0) found.empty.push(empty);
		if (round >= 0) found.warm.push(warm);
	}
	const note = `median of ${effort.rounds}; from \`npm start\`, installed and built, to the last byte of /fr/help`;
	return [
		row(
			effort,
			{ name: 'start', value: median(found.warm) / 1000, unit: 's', note: `${note}; a data folder that is there` },
			atMost(3),
		),
		row(
			effort,
			{ name: 'start.empty', value: median(found.empty) / 1000, unit: 's', note: `${note}; an empty data folder` },
			atMost(8),
		),
	];
};
