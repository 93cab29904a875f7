import { parse } from 'csv-parse/sync';
import { type ClientKind, clientKinds } from '#server/kernel/dossier.ts';
import { type Territory, territories, territoryName } from '#words/territories.ts';

/** The columns of a list of clients; each may be headed in French or in English. */
export const columns = [
	'file',
	'name',
	'language',
	'phone',
	'email',
	'address',
	'territory',
	'kind',
	'reason',
	'availability',
] as const;
export type Column = (typeof columns)[number];

const heads: Readonly<Record<Column, readonly string[]>> = {
	file: ['dossier', 'file'],
	name: ['nom', 'name'],
	language: ['langue', 'language'],
	phone: ['telephone', 'phone'],
	email: ['courriel', 'email'],
	address: ['adresse', 'address'],
	territory: ['province', 'territoire', 'territory'],
	kind: ['sorte', 'kind'],
	reason: ['raison', 'motif', 'reason'],
	availability: ['disponibilites', 'availability'],
};
const kindNames: Readonly<Record<string, ClientKind>> = {
	personne: 'person',
	famille: 'family',
	groupe: 'group',
	organisme: 'organisation',
	collectivite: 'community',
	...Object.fromEntries(clientKinds.map((k) => [k, k])),
};
const languageNames: Readonly<Record<string, string>> = {
	francais: 'fr',
	french: 'fr',
	anglais: 'en',
	english: 'en',
	fr: 'fr',
	en: 'en',
};

const folded = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/[\p{M}\s_-]/gu, '')
		.toLowerCase();
const placeNames: ReadonlyMap<string, Territory> = new Map(
	territories.flatMap((t) =>
		[t, territoryName(t, 'fr'), territoryName(t, 'en')]
			.flatMap((name) => [name, name.replace(/ \(.*\)$/, '')])
			.map((name) => [folded(name), t]),
	),
);

/** One line of the list: its number in the file, and what stands in each column that is known. */
export interface ImportedRow {
	readonly line: number;
	readonly cells: Readonly<Partial<Record<Column, string>>>;
}

/** A file to open: its lines, and the persons and words they hold. */
export interface ImportedFile {
	/** What it is known by, from what its lines say: the same lines in a corrected list are the same file. */
	readonly mark: string;
	readonly lines: readonly number[];
	readonly names: readonly string[];
	readonly input: Readonly<Record<string, unknown>>;
}

/** Why a list cannot be read at all. */
export type Unreadable = 'empty' | 'tooLong' | 'noName' | 'notAList' | 'noPatient';

/** More is brought in two lists. */
export const MOST_ROWS = 2000;

function textOf(bytes: Uint8Array): string | undefined {
	if (bytes.includes(0)) return undefined; // a picture, a spreadsheet: no list
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes); // what older spreadsheets write
	}
}

/** The lines of a list, whichever separator it was written with; the first line names the columns. */
export function rowsOf(bytes: Uint8Array): readonly ImportedRow[] | Unreadable {
	const text = textOf(bytes);
	if (text === undefined) return 'notAList';
	const [first = ''] = text.split(/\r?\n/, 1);
	const delimiter = [';', '\t', ','].find((d) => first.includes(d)) ?? ',';
	let records: string[][];
	try {
		records = parse(text, { bom: true, delimiter, relax_column_count: true, trim: true });
	} catch {
		return 'notAList';
	}
	const [head = [], ...lines] = records;
	const known = head.map((cell) => columns.find((c) => heads[c].includes(folded(cell))));
	if (!known.includes('name')) return 'noName';
	if (lines.length > MOST_ROWS) return 'tooLong';
	const rows = lines
		.map((cells, i) => ({
			line: i + 2,
			cells: Object.fromEntries(cells.flatMap((cell, at) => (known[at] && cell !== '' ? [[known[at], cell]] : []))),
		}))
		.filter(({ cells }) => Object.keys(cells).length > 0);
	return rows.length === 0 ? 'empty' : rows;
}

/** What the list leaves open: who receives the clients, and the words that stand where it is silent. */
export interface Silent {
	readonly practitioner: string;
	readonly reason: string;
	readonly newId: (about: string) => string;
}

/** One file for each line, or for the lines that name the same file. */
export function filesOf(rows: readonly ImportedRow[], silent: Silent): readonly ImportedFile[] {
	const groups = Map.groupBy(rows, ({ line, cells }) => (cells.file ? `f ${folded(cells.file)}` : `l ${line}`));
	const seen = new Map<string, number>();
	return [...groups.values()].map((group) => {
		const said = JSON.stringify(group.map(({ cells }) => cells));
		const times = (seen.get(said) ?? 0) + 1;
		seen.set(said, times);
		return fileOf(group, `${times} ${said}`, silent);
	});
}

function fileOf(group: readonly ImportedRow[], mark: string, { practitioner, reason, newId }: Silent): ImportedFile {
	const first = (column: Column) => group.find(({ cells }) => cells[column])?.cells[column];
	const [kind, place, availability] = [first('kind'), first('territory'), first('availability')];
	const names = group.map(({ cells }) => cells.name ?? '');
	const input = {
		practitioner,
		kind: kind === undefined ? kindFor(group.length) : (kindNames[folded(kind)] ?? kind),
		label: first('file') ?? (names.join(', ').slice(0, 200) || '—'),
		anonymous: false,
		persons: group.map(({ cells }, i) => personOf(cells, newId(`${mark} ${i}`), i)),
		via: 'import',
		reason: first('reason') ?? reason,
		prefers: 'either',
		...(place !== undefined && { territory: placeNames.get(folded(place)) ?? place }),
		...(availability !== undefined && { availability }),
	};
	return { mark, lines: group.map(({ line }) => line), names, input };
}

const kindFor = (persons: number): ClientKind => (persons === 1 ? 'person' : persons === 2 ? 'couple' : 'family');

/** What is not written is not allowed: no voice mail, no text, nobody else may know. */
function personOf(cells: ImportedRow['cells'], id: string, i: number) {
	const { name, language = 'fr', phone, email, address } = cells;
	return {
		id,
		name,
		language: languageNames[folded(language)] ?? language,
		roles: i === 0 ? ['requester', 'beneficiary'] : ['beneficiary'],
		contact: {
			...(phone !== undefined && { phone }),
			...(email !== undefined && { email }),
			...(address !== undefined && { address }),
			voiceMail: false,
			text: false,
			othersMayKnow: false,
			callFirst: false,
		},
	};
}
