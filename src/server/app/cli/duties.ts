import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, styleText } from 'node:util';
import { runScript } from '#server/platform/child.ts';
import { type DutyRow, dutyMatrix, type ReportedTest } from '../duty-matrix.ts';

/** `npm run duties [-- --json | --bite [--part 3/10] [--only qc-2.01-a,nb-2-h]]`: the acceptance matrix, and whether its tests bite. */
const { values } = parseArgs({
	options: { json: { type: 'boolean' }, bite: { type: 'boolean' }, part: { type: 'string' }, only: { type: 'string' } },
});

const report = 'build/test-report.json';
const tests: readonly ReportedTest[] = existsSync(report)
	? (JSON.parse(readFileSync(report, 'utf8')) as { tests: ReportedTest[] }).tests
	: [];
const sources = Object.fromEntries(
	globSync('src/server/norms/*.ts')
		.filter((f) => !/catalogue|test/.test(f))
		.map((f) => [f, readFileSync(f, 'utf8')]),
);
const rows = dutyMatrix(tests, sources);

if (values.bite) process.exitCode = bite(rows, await stubsOf()) ? 0 : 1;
else if (values.json) console.log(JSON.stringify(rows, null, '\t'));
else print(rows);
if (!values.bite && rows.some((r) => r.state === 'claimed')) process.exitCode = 1;

function print(matrix: readonly DutyRow[]): void {
	for (const [capability, list] of Map.groupBy(matrix, (r) => r.capability)) {
		console.log(styleText('bold', `\n${capability}`));
		for (const r of list)
			console.log(
				`  ${r.state.padEnd(8)} ${r.id.padEnd(28)} ${r.kind.padEnd(10)} ${r.where[0] ?? ''}${r.tests.length ? ` (${r.tests.length} tests)` : ''}`,
			);
	}
	const count = (state: DutyRow['state']) => matrix.filter((r) => r.state === state).length;
	console.log(
		`\n${matrix.length} duties: ${count('proved')} proved, ${count('claimed')} claimed, ${count('waiting')} waiting for a later capability`,
	);
	if (tests.length === 0) console.log('No test report: run `npm test` first.');
}

/** The duties asked for: all, one, or a rotating part. */
function chosen(matrix: readonly DutyRow[]): readonly DutyRow[] {
	const claimed = matrix.filter((r) => r.state !== 'waiting');
	if (values.only) return claimed.filter((r) => values.only?.split(',').includes(r.id));
	const [n = 1, of = 1] = (values.part ?? '1/1').split('/').map(Number);
	return claimed.filter((_, i) => i % of === n % of);
}

/** A place of the code that keeps a safeguard, as tests/duties/stubs.ts gives it. */
interface Stub {
	readonly file: string;
	readonly find: string;
	readonly put: string;
}
type Stubs = Readonly<Record<string, readonly Stub[]>>;

/** The safeguards that are bitten where they stand, rather than in their verdict. */
async function stubsOf(): Promise<Stubs> {
	return ((await import(pathToFileURL(resolve('tests/duties/stubs.ts')).href)) as { readonly stubs: Stubs }).stubs;
}

/** Make each of those places of the copy give way when it is named. */
function loosen(copy: string, stubs: Stubs): void {
	for (const [id, places] of Object.entries(stubs))
		for (const [i, { file, find, put }] of places.entries()) {
			const before = readFileSync(join(copy, file), 'utf8');
			if (!before.includes(find)) throw new Error(`${file} no longer holds what ${id} stubs: ${find}`);
			const named = put.replaceAll('STUBBED', `(process.env.FORCED_MET === '${id}#${i}')`);
			writeFileSync(
				join(copy, file),
				before.replace(find, () => named),
			);
		}
}

/**
 * In a copy of the project, one line is added to the judge: the named duty is always met. The tests that carry its id
 * are run; one whose tests stay green is claimed, not proved.
 */
function bite(matrix: readonly DutyRow[], stubs: Stubs): boolean {
	const copy = mkdtempSync(join(tmpdir(), 'balise-bite-'));
	try {
		for (const part of [
			'src',
			'tests',
			'static',
			'scripts',
			'server.mjs',
			'package.json',
			'tsconfig.json',
			'vite.config.ts',
			'vitest.config.ts',
		])
			cpSync(part, join(copy, part), { recursive: true });
		symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
		const judge = join(copy, 'src/server/norms/judge.ts');
		const before = readFileSync(judge, 'utf8');
		const after = before.replace(
			/(function judgeBound\([^)]*\): Verdict \{)/,
			'$1\n\tif (bound.duty.id === process.env.FORCED_MET) return { is: "met", evidence: [], proof: "machine" };',
		);
		if (after === before) throw new Error('the judge has changed its shape: the bite has nothing to hold');
		writeFileSync(judge, after);
		loosen(copy, stubs);
		if (runScript(copy, ['node_modules/vite/bin/vite.js', 'build'], {}) !== 0)
			throw new Error('the copy does not build');
		// Without a forced duty everything must be green, or a failure would say nothing of the tests.
		const ids = chosen(matrix).map(({ id }) => id);
		if (!isGreen(copy, ids)) throw new Error('the duty tests are red before any bite');
		const dull = ids
			.flatMap((id) => (stubs[id] ? stubs[id].map((_, i) => `${id}#${i}`) : [id]))
			.filter((f) => !bites(copy, f));
		console.log(`${ids.length} duties bitten, ${dull.length} stayed green${dull.length ? `: ${dull.join(' ')}` : ''}`);
		return dull.length === 0;
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
}

/** With this duty forced to met, or one place that keeps it loosened (`#n`), does at least one of its tests fail? */
function bites(copy: string, forced: string): boolean {
	const [id = ''] = forced.split('#');
	const green = isGreen(copy, [id], { FORCED_MET: forced });
	console.log(`${green ? styleText('red', 'green') : 'bites'} ${forced}`);
	return !green;
}

/** Do the tests that carry these ids pass? */
function isGreen(copy: string, ids: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
	const named = `\\[(${ids.map((id) => id.replaceAll('.', '\\.')).join('|')})\\]`;
	const files = globSync('tests/duties/*.test.ts', { cwd: copy }).filter((f) =>
		ids.some((id) => mayCarry(join(copy, f), id)),
	);
	const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'db', '-t', named, '--passWithNoTests'];
	return runScript(copy, [...vitest, ...files], env) === 0;
}

/** A file that names the id, in a title or in the table its titles are made from. */
function mayCarry(file: string, id: string): boolean {
	return readFileSync(file, 'utf8').includes(id);
}
