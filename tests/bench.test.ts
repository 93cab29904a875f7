import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';

const figures = z.array(
	z.strictObject({
		name: z.string().regex(/^[a-z-]+(\.[a-z0-9-]+)?$/),
		value: z.number().nullable(),
		unit: z.string(),
		reference: z.number().nullable(),
		ratio: z.number().nullable(),
		goal: z.string().nullable(),
		met: z.boolean().nullable(),
		note: z.string().min(1),
	}),
);
const folder = mkdtempSync(join(tmpdir(), 'balise-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: readonly string[]) => {
	const to = join(folder, 'results.json');
	const { status, stdout, stderr } = spawnSync(process.execPath, ['bench/run.ts', ...words, '--to', to], {
		encoding: 'utf8',
	});
	return { status, stdout, stderr, rows: existsSync(to) ? figures.parse(JSON.parse(readFileSync(to, 'utf8'))) : [] };
};

test('benches in their short form write figures of the agreed shape, and claim nothing', () => {
	const { status, stdout, stderr, rows } = run('gate', 'timeline', 'find', '--short');
	expect(stderr).toBe('');
	expect(status).toBe(0);
	expect(rows.map((r) => r.name)).toEqual([
		...['gate', 'timeline', 'timeline.told', 'timeline.long', 'timeline.middle'],
		...['find.unlock', 'find.query', 'find.pause'],
	]);
	for (const { value, met, note } of rows) {
		expect(value).toBeGreaterThan(0);
		expect(met).toBeNull();
		expect(note).toContain('short form');
	}
	for (const { name } of rows) expect(stdout).toContain(`\n${name} `);
	const [, read] = rows;
	expect(read?.reference).toBeGreaterThan(0);
	expect(read?.ratio).toBeCloseTo((read?.value ?? 0) / (read?.reference ?? 1), 1);
});

test('a bench that nobody wrote is refused by name, and nothing is kept of it', () => {
	const { status, stderr, rows } = run('nothing');
	expect(status).not.toBe(0);
	expect(stderr).toMatch(/no bench nothing; there are act, /);
	expect(rows.map((r) => r.name)).not.toContain('nothing');
});

test('the figures that were kept have the agreed shape', () => {
	const kept = 'bench/results.json';
	if (existsSync(kept)) figures.parse(JSON.parse(readFileSync(kept, 'utf8')));
});
