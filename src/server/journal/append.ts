import type { DossierEntry } from '#server/kernel/dossier.ts';
import type { Author, Draft, Entry } from '#server/kernel/entry.ts';
import { JOINT, type JournalRef } from '#server/kernel/journal.ts';
import type { Tx } from '#server/platform/database.ts';
import { sealJson } from '#server/platform/seal.ts';
import { headerText, link } from './chain.ts';
import { foldEntry, foldsName, type SnapshotBody, snapshotContext } from './facts.ts';
import { writeRow } from './rows.ts';
import { type Piece, writeTogether } from './together.ts';
import type { JournalFacts, Outgoing, World } from './world.ts';

export { blindKey } from './rows.ts';

/** A journal opened for writing: its facts grow as lines are added, before anything is stored. */
export interface Opened {
	readonly ref: JournalRef;
	facts: JournalFacts;
	readonly start: number;
	/** The hash of the line before the first that is added. */
	readonly before: Buffer;
	/** It is being opened: it has no head yet. */
	readonly fresh: boolean;
	readonly written: { readonly entry: Entry; readonly attempt: string; readonly judgedOn: JudgedOn | undefined }[];
}

/** How far the other journals had come when a line was judged. */
export interface JudgedOn {
	readonly practice: number;
	readonly practitioner: number;
}

/** Give a draft its place: the next seq, the author, the instant; and fold it. Its hash comes when it is sealed. */
export function add<F>(
	world: World<F>,
	journal: Opened,
	draft: Draft,
	by: Author,
	attempt: string,
	judgedOn?: JudgedOn,
): Entry {
	const { kind, data: given, part } = draft as { kind: string; data: unknown; part?: string };
	// Folded as it will be read back: what JSON does not keep must not make facts that a rebuild cannot.
	const data: unknown = JSON.parse(JSON.stringify(given));
	const entry: Entry = { kind, data, part: part ?? JOINT, seq: journal.facts.seq + 1, at: world.now(), by };
	journal.facts = foldEntry(world.model, journal.ref.kind, journal.facts, entry, journal.facts.hash);
	journal.written.push({ entry, attempt, judgedOn });
	return entry;
}

/** Seal and chain what was added to a journal: its head, its lines, its snapshot, as rows to be written together. */
export async function sealed<F>(world: World<F>, tx: Tx, practice: string, journal: Opened): Promise<readonly Piece[]> {
	const lines: Piece[] = [];
	let hash = journal.before;
	for (const { entry, attempt, judgedOn } of journal.written) {
		const { seq, part, at, kind, data, by } = entry;
		const { id, key } = await world.keyring.current(tx, practice, journal.ref.id, part);
		const header = headerText({ practice, journal: journal.ref.id, seq, part, key: id, at, attempt });
		const body = sealJson(key, header, { kind, data, by, ...(judgedOn && { judgedOn }) });
		hash = link(hash, header, body);
		lines.push({ text: LINE, values: [journal.ref.id, seq, part, id, at, attempt, body, hash] });
	}
	journal.facts = { ...journal.facts, hash };
	const snapshots = isDue(journal) ? await snapshotsOf(world, tx, practice, journal) : [];
	return [headOf(world, journal), ...lines, ...snapshots];
}

/** Store one journal by itself, with its projected rows: when many are written that no act judges (a prepared file). */
export async function store<F>(world: World<F>, tx: Tx, practice: string, journal: Opened): Promise<void> {
	await writeRows(world, tx, practice, journal);
	await writeTogether(tx, practice, await sealed(world, tx, practice, journal));
}

/** The rows that the new lines of a journal project. */
export async function writeRows<F>(world: World<F>, tx: Tx, practice: string, { ref, written }: Opened): Promise<void> {
	for (const { entry } of written)
		for (const row of world.model.project(entry, ref)) await writeRow(world, tx, practice, ref.id, row);
}

const LINE = `insert into entry (practice_id, journal_id, seq, part, key_id, at, attempt, sealed, hash)
	values ($1, ?, ?, ?, ?, ?, ?, ?, ?)`;
const NEW_HEAD = `insert into journal (practice_id, seq, hash, practitioner_id, id, kind, created_at)
	values ($1, ?, ?, ?, ?, ?, ?)`;
const HEAD = `update journal set seq = ?, hash = ?, practitioner_id = coalesce(?::uuid, practitioner_id)
	where practice_id = $1 and id = ?`;
const SNAPSHOT = `insert into snapshot (practice_id, journal_id, part, folds, seq, key_id, sealed)
	values ($1, ?, ?, ?, ?, ?, ?) on conflict (practice_id, journal_id, part, folds) do update
	set seq = excluded.seq, key_id = excluded.key_id, sealed = excluded.sealed where snapshot.seq < excluded.seq`;
const LETTERS = 'insert into outbox (practice_id, id, channel, state, key_id, sealed, created_at) values ';
const LETTER = "($1, ?, ?, 'waiting', ?, ?, ?)";

function headOf<F>(world: World<F>, { ref, facts: { seq, hash }, fresh, written }: Opened): Piece {
	const told = written.map((w) => w.entry as DossierEntry);
	const opening = told.find((e) => e.kind === 'dossier.opened');
	const handed = told.findLast((e) => e.kind === 'careTeam.handedOver');
	const place = [seq, hash, handed?.data.to ?? opening?.data.practitioner ?? null, ref.id];
	return fresh ? { text: NEW_HEAD, values: [...place, ref.kind, world.now()] } : { text: HEAD, values: place };
}

/** Eight costs a quarter less than one, and keeps the lines to fold after a snapshot few. */
const SNAPSHOT_EVERY = 8;

/** At every eighth line; and at the next one, when these folds (a new release's) have no snapshot yet. */
function isDue({ start, facts: { seq, saved } }: Opened): boolean {
	if (Math.floor(seq / SNAPSHOT_EVERY) > Math.floor(start / SNAPSHOT_EVERY)) return true;
	return saved === 0 && seq > SNAPSHOT_EVERY;
}

/** The facts of every part, sealed under the part's own key. */
async function snapshotsOf<F>(world: World<F>, tx: Tx, practice: string, journal: Opened): Promise<readonly Piece[]> {
	const { ref, facts } = journal;
	const folds = foldsName(world.model, ref.kind);
	const parts = [JOINT, ...Object.keys(facts.own)];
	const at = { seq: facts.seq, hash: facts.hash.toString('base64url'), parts };
	const pieces: Piece[] = [];
	for (const part of parts) {
		const slices = part === JOINT ? facts.joint : (facts.own[part] ?? {});
		const { id, key } = await world.keyring.current(tx, practice, ref.id, part);
		const body: SnapshotBody = { slices, ...at };
		const kept = sealJson(key, snapshotContext(practice, ref.id, part, folds), body);
		pieces.push({ text: SNAPSHOT, values: [ref.id, part, folds, facts.seq, id, kept] });
	}
	journal.facts = { ...facts, saved: facts.seq };
	return pieces;
}

/** Rows of the outbox: plain inserts in the act's own transaction; the relay sends them after the commit. */
export async function letters<F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	messages: readonly Outgoing[],
	about?: JournalRef,
): Promise<readonly Piece[]> {
	if (messages.length === 0) return [];
	// A letter about a client is sealed under their file's key, and ends with it.
	const [journal, part] = about?.kind === 'dossier' ? [about.id, JOINT] : [practice, 'outbox'];
	const { id: key, key: box } = await world.keyring.current(tx, practice, journal, part);
	const values = messages.flatMap((message) => {
		const id = world.newId();
		return [id, message.channel, key, sealJson(box, `outbox|${practice}|${id}`, message), world.now()];
	});
	// One insert: pieces of one statement run in no promised order, and letters leave in theirs.
	return [{ text: LETTERS + messages.map(() => LETTER).join(', '), values }];
}

/** The same for messages that no act sends: codes, invitations. */
export const writeOutgoing = async <F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	messages: readonly Outgoing[],
): Promise<void> => writeTogether(tx, practice, await letters(world, tx, practice, messages));
