import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** The words of one line, and where they stand. */
export interface IndexedLine {
	readonly journal: string;
	readonly seq: number;
	readonly at: number;
	readonly family: string;
	readonly words: string;
}

/** What is looked for: an expression of FTS5, and what narrows it. */
export interface TextQuery {
	readonly match: string;
	readonly families?: readonly string[];
	readonly journal?: string;
	/** From this instant on, and before that one. */
	readonly from?: number;
	readonly until?: number;
	readonly limit: number;
	readonly after?: number;
}

/** Where it was found, newest first, and how many lines there are in all. */
export interface TextFound {
	readonly lines: readonly { readonly journal: string; readonly seq: number }[];
	readonly total: number;
}

/** A full-text index in memory alone: it keeps which words stand where, and no text (SECURITY: never on disk). */
export interface FullText {
	readonly add: (lines: readonly IndexedLine[]) => void;
	/** Take out everything of these journals. */
	readonly forget: (journals: readonly string[]) => void;
	readonly find: (query: TextQuery) => TextFound;
	readonly close: () => void;
}

// Accents are folded by the tokenizer; the two letters that are drawn together are not, and French has both.
const ligatures: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'oe', æ: 'ae', Æ: 'ae' };

/** Two letters drawn as one are two letters. */
export const unbound = (text: string): string => text.replace(/[œŒæÆ]/g, (one) => ligatures[one] ?? one);

// `temp_store` too: what SQLite sorts must not be put down on disk either. Beginnings of three letters have an index
// of their own: they stand in nearly every note. Words are gathered sixteen megabytes at a time: it is twice as quick.
const SHAPE = `pragma temp_store = memory;
	create virtual table words using fts5(line, content='', contentless_delete=1, prefix='3',
		tokenize="unicode61 remove_diacritics 2");
	create table place (id integer primary key, journal integer not null, seq integer not null, at integer not null,
		family text not null) strict;
	insert into words (words, rank) values ('hashsize', 16777216);`;

/** A line's row: its journal's number, then its own, so that the lines of one journal follow one another. */
const SPAN = 2 ** 30;

/** Open an empty index. */
export function openFullText(): FullText {
	const db = new DatabaseSync(':memory:');
	db.exec(SHAPE);
	const numbers = new Map<string, number>();
	const journals: string[] = [];
	const numberOf = (journal: string): number => {
		const number = numbers.get(journal) ?? journals.push(journal);
		numbers.set(journal, number);
		return number;
	};
	const place = db.prepare('insert or replace into place (id, journal, seq, at, family) values (?, ?, ?, ?, ?)');
	const words = db.prepare('insert or replace into words (rowid, line) values (?, ?)');
	// Nothing is rolled back in memory: one transaction goes on until somebody looks.
	let writing = false;
	const write = () => {
		if (!writing) db.exec('begin');
		writing = true;
	};
	const settle = () => {
		if (writing) db.exec('commit');
		writing = false;
	};
	return {
		add: (lines) => {
			write();
			for (const { journal, seq, at, family, words: text } of lines) {
				const number = numberOf(journal);
				place.run(number * SPAN + seq, number, seq, at, family);
				words.run(number * SPAN + seq, unbound(text));
			}
		},
		forget: (gone) => {
			write();
			for (const number of gone.map(numberOf)) {
				const rows = `between ${number * SPAN} and ${(number + 1) * SPAN - 1}`;
				db.exec(`delete from words where rowid in (select id from place where id ${rows})`);
				db.exec(`delete from place where id ${rows}`);
			}
			settle();
		},
		find: (query) => {
			settle();
			return found(db, query, (number) => journals[number - 1] ?? '', numbers);
		},
		close: () => db.close(),
	};
}

function found(
	db: DatabaseSync,
	{ match, families, journal, from, until, limit, after = 0 }: TextQuery,
	nameOf: (number: number) => string,
	numbers: ReadonlyMap<string, number>,
): TextFound {
	const narrowed: readonly (readonly [string, readonly SQLInputValue[]])[] = [
		...(families ? [[`family in (${families.map(() => '?').join()})`, families] as const] : []),
		...(journal === undefined ? [] : [['journal = ?', [numbers.get(journal) ?? 0]] as const]),
		...(from === undefined ? [] : [['at >= ?', [from]] as const]),
		...(until === undefined ? [] : [['at < ?', [until]] as const]),
	];
	const where = ['words match ?', ...narrowed.map(([text]) => text)].join(' and ');
	const values = [match, ...narrowed.flatMap(([, given]) => given)];
	const source = `from words join place on place.id = words.rowid where ${where}`;
	const lines = db.prepare(`select journal, seq ${source} order by at desc, seq desc limit ? offset ?`);
	const counted = narrowed.length > 0 ? source : 'from words where words match ?';
	return {
		lines: lines
			.all(...values, limit, after)
			.map((row) => ({ journal: nameOf(Number(row.journal)), seq: Number(row.seq) })),
		total: Number(db.prepare(`select count(*) as n ${counted}`).get(...values)?.n ?? 0),
	};
}
