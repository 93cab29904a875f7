import type { RequestEvent } from '@sveltejs/kit';
import { isRefusal, type Refusal } from '#server/kernel/refusal.ts';
import { idFrom, sha256 } from '#server/platform/hash.ts';
import { importWords } from '#words/import.ts';
import { send } from './http.ts';
import { bundleIn, type FromBundle, rowsOfBundle } from './import-fhir.ts';
import { filesOf, type ImportedFile, MOST_ROWS, rowsOf, type Unreadable } from './import-rows.ts';
import { findPending, keepPending } from './pending.ts';
import { signedIn } from './view.ts';

/** What became of one line of the list. */
export interface ImportedLine {
	readonly line: number;
	readonly name: string;
	/** Opened, already opened by an earlier sending of the same list, or not opened and why, field by field. */
	readonly is: 'opened' | 'already' | 'refused';
	readonly dossier?: string;
	/** Field → key of its text. */
	readonly fields?: Readonly<Record<string, string>>;
	readonly code?: string;
}

/** A list on its way in: what is left to open, and the report so far. Kept sealed for a day. */
export interface Import {
	readonly files: readonly ImportedFile[];
	readonly done: number;
	readonly report: readonly ImportedLine[];
	/** Of a FHIR bundle: how much of each kind a first request cannot hold. */
	readonly left?: Readonly<Record<string, number>>;
}

const AT_ONCE = 20;
const MOST_BYTES = 400_000;
/** A bundle says the same thing in many more words. */
const MOST_BUNDLE = 2_500_000;

const keep = ({ locals }: RequestEvent, practice: string, account: string, id: string, state: Import) =>
	keepPending(locals.app.world, practice, account, id, {
		path: `/${locals.lang}/office/clients/import`,
		form: 'import',
		values: { state: JSON.stringify(state) },
	});

/** Take a list in: it is read, and nothing is opened yet. Answers the import's id, or why it cannot be read. */
export async function beginImport(
	event: RequestEvent,
	list: File,
): Promise<{ readonly id: string } | Unreadable | 'tooBig'> {
	const { session, practice } = signedIn(event);
	if (list.size > MOST_BUNDLE) return 'tooBig';
	const bytes = new Uint8Array(await list.arrayBuffer());
	const read = readList(bytes);
	if (typeof read === 'string') return read;
	// Ids follow from what the lines say: a list that is corrected and sent again opens only what is new in it.
	const whose = `${practice} ${session.account}`;
	const files = filesOf(read.rows, {
		practitioner: session.account,
		reason: importWords(event.locals.lang).reason,
		newId: (about) => idFrom(whose, `person ${about}`),
	});
	const id = idFrom(whose, sha256(bytes).toString('hex'));
	await keep(event, practice, session.account, id, {
		files,
		done: 0,
		report: [],
		...(read.left && { left: read.left }),
	});
	return { id };
}

/** The lines of a list, or the patients of a FHIR bundle. */
function readList(bytes: Uint8Array): (Partial<FromBundle> & Pick<FromBundle, 'rows'>) | Unreadable | 'tooBig' {
	const bundle = bundleIn(new TextDecoder().decode(bytes));
	if (bundle) {
		const read = rowsOfBundle(bundle);
		return read.rows.length === 0 ? 'noPatient' : read.rows.length > MOST_ROWS ? 'tooLong' : read;
	}
	if (bytes.length > MOST_BYTES) return 'tooBig';
	const rows = rowsOf(bytes);
	return typeof rows === 'string' ? rows : { rows };
}

/** Where an import stands, for whoever began it. */
export async function findImport(event: RequestEvent, id: string): Promise<Import | undefined> {
	const { session, practice } = signedIn(event);
	const found = await findPending(event.locals.app.world, practice, session.account, id);
	return found?.form === 'import' ? (JSON.parse(String(found.values.state)) as Import) : undefined;
}

/** Open the next few files of the list; each is opened whole or not at all. */
export async function goOn(event: RequestEvent, id: string): Promise<void> {
	const { session, practice } = signedIn(event);
	const state = await findImport(event, id);
	if (!state) return;
	const report = [...state.report];
	const next = state.files.slice(state.done, state.done + AT_ONCE);
	for (const file of next) report.push(...(await openOne(event, `${practice} ${session.account}`, file)));
	await keep(event, practice, session.account, id, { ...state, done: state.done + next.length, report });
}

async function openOne(event: RequestEvent, whose: string, file: ImportedFile): Promise<readonly ImportedLine[]> {
	const dossier = idFrom(whose, `file ${file.mark}`);
	const outcome = await send(event, {
		id: idFrom(whose, `sending ${file.mark}`),
		act: 'request.receive',
		journal: { kind: 'dossier', id: dossier },
		input: file.input,
	});
	return file.lines.map((line, i) => ({
		line,
		name: file.names[i] ?? '',
		...(isRefusal(outcome)
			? { is: 'refused', code: outcome.code, fields: fieldsOf(outcome, i) }
			: { is: outcome.repeated ? 'already' : 'opened', dossier }),
	}));
}

/** Of what is wrong in a file, what is of this line, and what is of the file as a whole. */
const fieldsOf = ({ fields = {} }: Refusal, i: number): Readonly<Record<string, string>> =>
	Object.fromEntries(
		Object.entries(fields).flatMap(([field, key]) => {
			const [, row, own] = /^persons\.(\d+)\.(?:contact\.)?(.+)$/.exec(field) ?? [];
			if (row === undefined) return [[field, key]];
			return Number(row) === i && own !== undefined ? [[own, key]] : [];
		}),
	);
