// npm test on a bare machine: installs, fetches the browser, then each step in turn; ends with «N passed, N failed».
// Read by the machine's own Node (20 or later): no dependency, nothing newer than Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, install, orStop, project } from './prepare.mjs';
import { missingPrograms } from './programs.mjs';

const node = orStop(install);
const bin = (/** @type {string[]} */ ...names) => join(project, 'node_modules', ...names);

/** A developer's own settings must not reach the tests: least of all the address of a real database. */
const env = Object.fromEntries(
	Object.entries(process.env).filter(
		([name]) => !/^(BALISE_|DATABASE_URL|SMTP_|MAIL_|TURN_|STUN_|PORT$|HOST$|NODE_ENV$)/.test(name),
	),
);

/** @typedef {{ passed: number, failed: number, skipped?: number, tests?: object[] }} Outcome */
/** @type {(isDone: boolean) => Outcome} */
const one = (isDone) => (isDone ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @param {...string[]} commands each one a script of a package and its arguments */
const tools = (...commands) =>
	one(
		commands.every(([script = '', ...args]) => {
			const { status } = spawnSync(node, [script, ...args], { cwd: project, env, stdio: ['ignore', 2, 2] });
			return status === 0;
		}),
	);

/** Which twentieth of the duties has its tests put to the proof: another each day. */
const part = (Math.floor(Date.now() / 86_400_000) % 20) + 1;

const sync = [bin('@sveltejs/kit/svelte-kit.js'), 'sync'];
const steps = {
	style: () => tools([bin('@biomejs/biome/bin/biome'), 'check', '.', '--error-on-warnings']),
	unused: () => tools([bin('knip/bin/knip.js')]),
	types: () =>
		tools(
			[bin('svelte-check/bin/svelte-check'), '--tsgo', '--fail-on-warnings'],
			[bin('@typescript/native/bin/tsc'), '-p', 'tsconfig.worker.json'],
		),
	build: () => one(wasBuilt()),
	unit: () => vitest('unit'),
	db: () => {
		hasPrograms();
		return vitest('db');
	},
	journeys: () => (hasPrograms() ? vitest('journeys') : one(false)),
	bite: () => tools(['src/server/app/cli/duties.ts', '--bite', '--part', `${part}/20`]),
};

function wasBuilt() {
	try {
		build(node);
		return true;
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return false;
	}
}

/** @type {boolean | undefined} */
let programs;
/** Looked for once, and only when a step needs them. */
function hasPrograms() {
	programs ??= missingPrograms().length === 0;
	return programs;
}

/** @type {(name: 'unit' | 'db' | 'journeys') => Outcome} */
function vitest(name) {
	if (name === 'journeys' && !hasJourneys()) {
		console.error('tests/journeys holds no journey yet.');
		return { passed: 0, failed: 0 };
	}
	const file = join(tmpdir(), `balise-${process.pid}-${name}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const args = [bin('vitest/vitest.mjs'), 'run', '--project', name, ...reporters];
	const { status } = spawnSync(node, args, { cwd: project, env, stdio: ['ignore', 2, 2], timeout: 45 * 60_000 });
	const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] };
	rmSync(file, { force: true });
	return count(name, report, status === 0);
}

const hasJourneys = () =>
	existsSync(join(project, 'tests/journeys')) &&
	readdirSync(join(project, 'tests/journeys'), { recursive: true, encoding: 'utf8' }).some((file) =>
		file.endsWith('.e2e.ts'),
	);

/**
 * Every test counts once; a file that could not be read, and a run that failed for no test's fault, count as one failed.
 * @param {string} name
 * @param {{ testResults: { name: string, status: string, assertionResults: { fullName: string, status: string, duration?: number }[] }[] }} report
 * @param {boolean} isGreen
 * @returns {Outcome}
 */
function count(name, report, isGreen) {
	const tests = report.testResults.flatMap(({ name: file, assertionResults }) =>
		assertionResults.map(({ fullName, status, duration }) => ({
			title: fullName,
			project: name,
			file: file.replace(`${project}/`, ''),
			state: status,
			passed: status === 'passed',
			ms: Math.round(duration ?? 0),
		})),
	);
	const broken = report.testResults.filter(
		({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
	).length;
	const passed = tests.filter((test) => test.state === 'passed').length;
	const failed = tests.filter((test) => test.state === 'failed').length + broken;
	const unexplained = failed === 0 && (!isGreen || passed === 0) ? 1 : 0;
	return { passed, failed: failed + unexplained, skipped: tests.length - passed - failed + broken, tests };
}

function main() {
	const { values } = parseArgs({ options: { only: { type: 'string' } } });
	const chosen = values.only?.split(',') ?? Object.keys(steps);
	const unknown = chosen.filter((name) => !Object.keys(steps).includes(name));
	if (unknown.length) {
		console.error(`--only: ${Object.keys(steps).join(', ')} (${unknown.join(', ')} ?)`);
		process.exit(1);
	}
	// The generated types and tsconfig, without which nothing below can be read.
	tools(sync);
	const outcomes = Object.entries(steps)
		.filter(([name]) => chosen.includes(name))
		.map(([name, step]) => run(name, step));
	writeReport(values.only, outcomes);
	finish(outcomes);
}

/** @type {(name: string, step: () => Outcome) => Outcome & { name: string, seconds: number }} */
function run(name, step) {
	console.error(`\n── ${name} ──`);
	const since = Date.now();
	const outcome = step();
	const seconds = Math.round((Date.now() - since) / 100) / 10;
	const skipped = outcome.skipped ? `, ${outcome.skipped} skipped` : '';
	console.error(`── ${name}: ${outcome.passed} passed, ${outcome.failed} failed${skipped} (${seconds} s)`);
	return { name, seconds, ...outcome };
}

/** @typedef {ReturnType<typeof run>[]} Outcomes */

/** What `npm run duties` reads: every title and whether it passed; of a partial run, only what was run. */
function writeReport(/** @type {string | undefined} */ only, /** @type {Outcomes} */ outcomes) {
	mkdirSync(join(project, 'build'), { recursive: true });
	const report = {
		at: new Date().toISOString(),
		only: only ?? null,
		steps: outcomes.map(({ tests: _, ...step }) => step),
		tests: outcomes.flatMap(({ tests = [] }) => tests),
	};
	writeFileSync(join(project, 'build/test-report.json'), `${JSON.stringify(report, null, '\t')}\n`);
}

function finish(/** @type {Outcomes} */ outcomes) {
	const sum = (/** @type {(outcome: Outcome) => number} */ of) =>
		outcomes.reduce((total, outcome) => total + of(outcome), 0);
	const [passed, failed] = [sum(({ passed }) => passed), sum(({ failed }) => failed)];
	const seconds = Math.round(sum((outcome) => /** @type {Outcomes[number]} */ (outcome).seconds));
	const red = outcomes.filter((outcome) => outcome.failed).map(({ name }) => name);
	console.error(`\n${seconds} s${red.length ? `; red: ${red.join(', ')}` : ''}`);
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

main();
