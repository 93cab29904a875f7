import type { FormValues } from '#server/app/form.ts';

/** One row of a repeated question, by the name of its fields. */
export type Row = Readonly<Record<string, string>>;

/**
 * The rows that were typed, those left empty left out: shown again in the places under which they were sent, so that what
 * is wrong stands beside what it is about. Undefined when nothing was typed.
 */
export function typedRows(values: FormValues | undefined, list: string): readonly Row[] | undefined {
	if (!values) return undefined;
	const rows = new Map<number, Record<string, string>>();
	for (const [name, value] of Object.entries(values)) {
		const [head, place, ...field] = name.split('.');
		if (head !== list || typeof value !== 'string') continue;
		const row = rows.get(Number(place)) ?? {};
		row[field.join('.').split(':')[0] ?? ''] = value;
		rows.set(Number(place), row);
	}
	return [...rows].sort(([a], [b]) => a - b).flatMap(([, row]) => (isFilled(row) ? [row] : []));
}

/** A place that was chosen for a row says nothing by itself. */
const isFilled = ({ territory: _, ...row }: Row): boolean => Object.values(row).some((value) => value.trim() !== '');

/** Those rows, and room for more. */
export const withSpare = (rows: readonly Row[]): readonly Row[] => [...rows, {}, ...(rows.length === 0 ? [{}] : [])];
