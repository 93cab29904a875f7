import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Row } from './row.ts';

/** The rows that were kept; none before the first run. */
export const readRows = (file: string): readonly Row[] =>
	existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Row[]) : [];

const benchOf = ({ name }: Row): string => name.split('.')[0] ?? name;

/** Replace the rows of one bench, and leave the others as they were measured. */
export function keep(file: string, bench: string, rows: readonly Row[]): void {
	const kept = readRows(file).filter((row) => benchOf(row) !== bench);
	writeFileSync(file, `${JSON.stringify([...kept, ...rows], null, '\t')}\n`);
}

const mark = ({ met, goal }: Row): string => (met === null ? (goal === null ? '' : '–') : met ? 'yes' : 'NO');
const text = (value: number | null): string => (value === null ? '' : String(value));

/** The rows as a table for people: both raw figures, the ratio, the goal, whether it is met; then the notes. */
export function table(rows: readonly Row[]): string {
	const cells = rows.map((row) => [
		row.name,
		`${text(row.value)} ${row.unit}`,
		text(row.reference),
		text(row.ratio),
		row.goal ?? '',
		mark(row),
	]);
	const lines = [['bench', 'value', 'reference', 'ratio', 'goal', 'met'], ...cells];
	const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
	const shown = lines.map((line) =>
		line
			.map((cell, n) => cell.padEnd(widths[n] ?? 0))
			.join('  ')
			.trimEnd(),
	);
	return [...shown, '', ...rows.map(({ name, note }) => `${name}: ${note}`)].join('\n');
}
