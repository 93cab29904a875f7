/*
 * npm run bench                          every bench, one process each
 * npm run bench -- act page              only these
 *   --rejudge   the board: judge every file again as well
 *   --short     a tiny run: shows that the benches work, proves nothing
 *   --rounds 7  how often each thing is measured, in turn with what it is compared to
 *   --to file   where the figures go (bench/results.json)
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keep, readRows, table } from './support/results.ts';
import type { Bench, Row } from './support/row.ts';

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
	act: async () => (await import('./act.ts')).act,
	'act-grows': async () => (await import('./act-grows.ts')).actGrows,
	timeline: async () => (await import('./timeline.ts')).timeline,
	find: async () => (await import('./find.ts')).find,
	board: async () => (await import('./board.ts')).board,
	gate: async () => (await import('./gate.ts')).gate,
	page: async () => (await import('./page.ts')).page,
	weight: async () => (await import('./weight.ts')).weight,
	call: async () => (await import('./call.ts')).call,
	deliver: async () => (await import('./deliver.ts')).deliver,
	start: async () => (await import('./start.ts')).start,
	scale: async () => (await import('./scale.ts')).scale,
	burden: async () => (await import('./burden.ts')).burden,
	export: async () => (await import('./export.ts')).exported,
	memory: async () => (await import('./memory.ts')).memory,
	backup: async () => (await import('./backup.ts')).backup,
};

/** Named among the measures, and not built: said each time all are run. */
const waiting: Readonly<Record<string, string>> = {
	paint: 'Lighthouse is not among the dependencies',
};

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		short: { type: 'boolean', default: false },
		rejudge: { type: 'boolean', default: false },
		rounds: { type: 'string', default: '5' },
		to: { type: 'string', default: join(import.meta.dirname, 'results.json') },
	},
});

const failed = (name: string, error: unknown): Row => ({
	name,
	value: null,
	unit: '',
	reference: null,
	ratio: null,
	goal: null,
	met: false,
	note: `did not run: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
});

// An end that was asked for is an exit like any other: what was started is stopped.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

async function runOne(name: string): Promise<void> {
	const bench = await benches[name]?.();
	if (!bench) throw new Error(`no bench ${name}; there are ${Object.keys(benches).join(', ')}`);
	const effort = { short: values.short, rejudge: values.rejudge, rounds: values.short ? 1 : Number(values.rounds) };
	try {
		const rows = await bench(effort);
		keep(values.to, name, rows);
		console.log(table(rows));
	} catch (error) {
		console.error(error);
		keep(values.to, name, [failed(name, error)]);
		process.exitCode = 1;
	}
	process.exit();
}

/** One process each: what one bench leaves in memory must not slow the next. */
function runEach(names: readonly string[]): void {
	const { short, rejudge, rounds, to } = values;
	const flags = [...(short ? ['--short'] : []), ...(rejudge ? ['--rejudge'] : []), '--rounds', rounds, '--to', to];
	for (const name of names) {
		const { status } = spawnSync(process.execPath, [import.meta.filename, name, ...flags], { stdio: 'inherit' });
		if (status !== 0) process.exitCode = 1;
	}
	console.log(`\n${table(readRows(values.to))}`);
	if (positionals.length === 0)
		for (const [name, why] of Object.entries(waiting)) console.log(`not built: ${name} (${why})`);
}

const [only, ...more] = positionals;
if (only !== undefined && more.length === 0) await runOne(only);
else runEach(positionals.length > 0 ? positionals : Object.keys(benches));
