import { sql } from 'kysely';
import type { DossierEntry } from '#server/kernel/dossier.ts';
import type { Author, Draft, Entry } from '#server/kernel/entry.ts';
import { JOINT, type JournalRef } from '#server/kernel/journal.ts';
import type { Tx } from '#server/platform/database.ts';
import { sealJson } from '#server/platform/seal.ts';
import { type Header, headerText, link } from './chain.ts';
import { foldEntry, foldsName, snapshotContext } from './facts.ts';
import { writeRow } from './rows.ts';
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

/** Seal, chain and store what was added to a journal; then its head, its snapshot, its projected rows. */
export async function store<F>(world: World<F>, tx: Tx, practice: string, journal: Opened): Promise<void> {
	let hash = journal.before;
	const rows: unknown[][] = [];
	for (const { entry, attempt, judgedOn } of journal.written) {
		const key = await world.keyring.current(tx, practice, journal.ref.id, entry.part);
		const header: Header = {
			practice,
			journal: journal.ref.id,
			seq: entry.seq,
			part: entry.part,
			key: key.id,
			at: entry.at,
			attempt,
		};
		const text = headerText(header);
		const sealed = sealJson(key.key, text, {
			kind: entry.kind,
			data: entry.data,
			by: entry.by,
			...(judgedOn && { judgedOn }),
		});
		hash = link(hash, text, sealed);
		rows.push([practice, journal.ref.id, entry.seq, entry.part, key.id, entry.at, attempt, sealed, hash]);
	}
	journal.facts = { ...journal.facts, hash };
	// The head first: of two who open one journal, the later stops here, before its lines.
	await writeHead(world, tx, practice, journal);
	await sql`insert into entry (practice_id, journal_id, seq, part, key_id, at, attempt, sealed, hash)
		values ${sql.join(rows.map((r) => sql`(${sql.join(r)})`))}`.execute(tx);
	if (isDue(journal)) {
		await writeSnapshots(world, tx, practice, journal.ref, journal.facts);
		journal.facts = { ...journal.facts, saved: journal.facts.seq };
	}
	for (const { entry } of journal.written)
		for (const row of world.model.project(entry, journal.ref)) await writeRow(world, tx, practice, journal.ref.id, row);
}

type DossierOpened = Extract<DossierEntry, { kind: 'dossier.opened' }>;

async function writeHead<F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	{ ref, facts, fresh, written }: Opened,
): Promise<void> {
	const opening = written.find((w) => w.entry.kind === 'dossier.opened')?.entry as DossierOpened | undefined;
	const practitioner = opening?.data.practitioner ?? null;
	await (fresh
		? sql`insert into journal (practice_id, id, kind, seq, hash, practitioner_id, created_at)
			values (${practice}, ${ref.id}, ${ref.kind}, ${facts.seq}, ${facts.hash}, ${practitioner}, ${world.now()})`
		: sql`update journal set seq = ${facts.seq}, hash = ${facts.hash}, practitioner_id = coalesce(${practitioner}::uuid, practitioner_id)
			where practice_id = ${practice} and id = ${ref.id}`
	).execute(tx);
}

/** Eight costs a quarter less than one, and keeps the lines to fold after a snapshot few. */
const SNAPSHOT_EVERY = 8;

/** At every eighth line; and at the next one, when these folds (a new release's) have no snapshot yet. */
function isDue({ start, facts: { seq, saved } }: Opened): boolean {
	if (Math.floor(seq / SNAPSHOT_EVERY) > Math.floor(start / SNAPSHOT_EVERY)) return true;
	return saved === 0 && seq > SNAPSHOT_EVERY;
}

/** Write the facts of every part, sealed under the part's own key. */
export async function writeSnapshots<F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	ref: JournalRef,
	facts: JournalFacts,
): Promise<void> {
	const folds = foldsName(world.model, ref.kind);
	const parts = [JOINT, ...Object.keys(facts.own)];
	for (const part of parts) {
		const slices = part === JOINT ? facts.joint : facts.own[part];
		const key = await world.keyring.current(tx, practice, ref.id, part);
		const sealed = sealJson(key.key, snapshotContext(practice, ref.id, part, folds), {
			slices,
			seq: facts.seq,
			hash: facts.hash.toString('base64url'),
			parts,
		});
		await sql`insert into snapshot (practice_id, journal_id, part, folds, seq, key_id, sealed)
			values (${practice}, ${ref.id}, ${part}, ${folds}, ${facts.seq}, ${key.id}, ${sealed})
			on conflict (practice_id, journal_id, part, folds) do update
			set seq = excluded.seq, key_id = excluded.key_id, sealed = excluded.sealed where snapshot.seq < excluded.seq`.execute(
			tx,
		);
	}
}

/** Outbox rows: a plain insert in the act's own transaction; the relay sends them after the commit. */
export async function writeOutgoing<F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	messages: readonly Outgoing[],
): Promise<void> {
	if (messages.length === 0) return;
	const key = await world.keyring.current(tx, practice, practice, 'outbox');
	for (const message of messages) {
		const id = world.newId();
		await sql`insert into outbox (practice_id, id, channel, state, key_id, sealed, created_at)
			values (${practice}, ${id}, ${message.channel}, 'waiting', ${key.id}, ${sealJson(key.key, `outbox|${practice}|${id}`, message)}, ${world.now()})`.execute(
			tx,
		);
	}
}
