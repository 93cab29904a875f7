import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Over this a file wants a reason; over the limit it is refused. */
const wants = 250;
const limit = 400;

type Sized = { readonly file: string; readonly lines: number };

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
const sourcesIn = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name))
		.filter((file) => /\.(ts|mjs|svelte|css|html)$/.test(file));
const over = (most: number, files: readonly Sized[]): readonly string[] =>
	files.filter(({ lines }) => lines > most).map(({ file, lines }) => `${file}: ${lines} lines`);

const roots = readdirSync('.').filter((name) => /^(src|tests|scripts|bench)$/.test(name));
const files = [...readdirSync('.').filter((name) => /\.(ts|mjs)$/.test(name)), ...roots.flatMap(sourcesIn)].map(
	(file): Sized => ({ file, lines: linesOf(readFileSync(file, 'utf8')) }),
);

test('no source file is longer than 400 lines', () => {
	expect(files.length).toBeGreaterThan(60);
	const long = over(wants, files);
	if (long.length) console.info(`Over ${wants} lines, each wants a reason:\n  ${long.join('\n  ')}`);
	expect(over(limit, files)).toEqual([]);
});

test('a file that is too long is seen', () => {
	expect(over(limit, [{ file: 'a.ts', lines: linesOf('a\n'.repeat(400)) }])).toEqual([]);
	expect(over(limit, [{ file: 'a.ts', lines: linesOf('a\n'.repeat(401)) }])).toEqual(['a.ts: 401 lines']);
});
