import type { Tx } from '#server/platform/database.ts';
import { prepared, sendEarly } from '#server/platform/driver.ts';

/** One row that an act writes at its end: a statement in which `$1` is the practice and each `?` one of the values. */
export interface Piece {
	readonly text: string;
	readonly values: readonly unknown[];
}

/** More pieces than this go in several statements. */
const AT_ONCE = 40;
/** A server keeps each prepared statement of each connection: only so many shapes are. */
const SHAPES = 100;

/** Write all of it as one statement, which travels with the commit: every further statement would cost as much as a row. */
export async function writeTogether(tx: Tx, practice: string, pieces: readonly Piece[]): Promise<void> {
	for (let i = 0; i < pieces.length; i += AT_ONCE) {
		const some = pieces.slice(i, i + AT_ONCE);
		await sendEarly(tx, statementOf(some), [practice, ...some.flatMap((piece) => piece.values)]);
	}
}

const shapes = new Map<string, string>();
const numbers = new Map<string, number>();

function statementOf(pieces: readonly Piece[]): string {
	const shape = pieces.map(({ text }) => numberOf(text)).join(' ');
	const known = shapes.get(shape);
	if (known) return known;
	const statement = joined(pieces);
	if (shapes.size < SHAPES) shapes.set(shape, prepared(statement));
	return statement;
}

function numberOf(text: string): number {
	const number = numbers.get(text) ?? numbers.size;
	numbers.set(text, number);
	return number;
}

function joined(pieces: readonly Piece[]): string {
	let n = 1;
	const texts = pieces.map(({ text }) => text.replaceAll('?', () => `$${++n}`));
	const last = texts.pop() ?? '';
	return texts.length === 0 ? last : `with ${texts.map((text, i) => `p${i} as (${text})`).join(', ')} ${last}`;
}
