import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { Fold } from '#server/kernel/capability.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { JOINT, type JournalKind, type JournalRef, type Of, type PersonId } from '#server/kernel/journal.ts';
import type { Tx } from '#server/platform/database.ts';
import { openJson } from '#server/platform/seal.ts';
import { genesis } from './chain.ts';
import { type Line, openLine, readLines } from './lines.ts';
import type { JournalFacts, Model, Slices, World } from './world.ts';

/** The folds of one kind of journal as one name; snapshots of another set of versions are not ours. */
export const foldsName = <F>(model: Model<F>, kind: JournalKind): string =>
	Object.entries(model.folds[kind])
		.map(([name, fold]) => `${name}.${fold.version}`)
		.sort()
		.join(' ');

const noneOf = (folds: Readonly<Record<string, Fold<unknown>>>): Slices =>
	Object.fromEntries(Object.entries(folds).map(([name, fold]) => [name, fold.none]));

/** Facts of a journal in which nothing is written yet. */
export const noFacts = <F>(model: Model<F>, kind: JournalKind): JournalFacts => ({
	seq: 0,
	hash: genesis(kind),
	joint: noneOf(model.folds[kind]),
	own: {},
	saved: 0,
});

/** Fold one line into the facts of its part. */
export function foldEntry<F>(
	model: Model<F>,
	kind: JournalKind,
	facts: JournalFacts,
	entry: Entry,
	hash: Buffer,
): JournalFacts {
	const folds = model.folds[kind];
	const before = entry.part === JOINT ? facts.joint : (facts.own[entry.part] ?? noneOf(folds));
	const after = Object.fromEntries(Object.entries(folds).map(([name, { fold }]) => [name, fold(before[name], entry)]));
	const next = { ...facts, seq: entry.seq, hash };
	return entry.part === JOINT ? { ...next, joint: after } : { ...next, own: { ...facts.own, [entry.part]: after } };
}

/** One capability's slice, part by part. */
export function sliceOf<F>(model: Model<F>, kind: JournalKind, facts: JournalFacts, capability: string): Of<unknown> {
	const none = model.folds[kind][capability]?.none;
	return {
		joint: facts.joint[capability] ?? none,
		of: (person: PersonId) => facts.own[person]?.[capability] ?? none,
	};
}

/** How far a journal has come: its last line's place and hash. */
export interface HeadAt {
	readonly seq: number;
	readonly hash: Buffer;
	/** How often a part of it was destroyed; left out where none ever is. */
	readonly epoch?: number;
}

/** The lines of a journal do not lead to its head: nothing is read from it or added to it until somebody has looked. */
export class ChainBroken extends Error {
	constructor(journal: string, seq: number) {
		super(`the lines of journal ${journal} do not lead to its head at line ${seq}; run verify`);
		this.name = 'ChainBroken';
	}
}

/** Bring cached or snapshot facts up to the head; reads only the lines after them. */
export async function factsAt<F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	ref: JournalRef,
	head: HeadAt,
): Promise<JournalFacts> {
	if (head.seq === 0) return noFacts(world.model, ref.kind);
	if (world.keyring.renewed(ref.id, head.epoch ?? 0)) world.cache.clear();
	const held = world.cache.get(ref.id);
	if (held && meets(held, head)) return held;
	const base = held && held.seq < head.seq ? held : await fromSnapshots(world, tx, practice, ref);
	if (base.seq > head.seq) return onward(world, tx, practice, ref, head);
	const facts = await catchUp(world, tx, practice, ref, base, head.seq);
	if (!meets(facts, head)) return rebuild(world, tx, practice, ref, head);
	world.cache.put(ref.id, facts);
	return facts;
}

/** The journal went on since this head was read (it was read without a lock): begin again from where it is now. */
async function onward<F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	ref: JournalRef,
	head: HeadAt,
): Promise<JournalFacts> {
	const { rows } = await sql<HeadAt>`select seq, hash, epoch from journal
		where practice_id = ${practice} and id = ${ref.id}`.execute(tx);
	const now = rows[0];
	return now && now.seq > head.seq ? factsAt(world, tx, practice, ref, now) : rebuild(world, tx, practice, ref, head);
}

const meets = (facts: HeadAt, head: HeadAt): boolean => facts.seq === head.seq && facts.hash.equals(head.hash);

/** Fold everything again from the first line: after a new release, or when a cache does not meet the chain. */
export async function rebuild<F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	ref: JournalRef,
	head: HeadAt,
): Promise<JournalFacts> {
	const facts = await catchUp(world, tx, practice, ref, noFacts(world.model, ref.kind), head.seq);
	if (!meets(facts, head)) throw new ChainBroken(ref.id, head.seq);
	world.cache.put(ref.id, facts);
	return facts;
}

/** Fold the lines up to the head that was read: another process may already have added more. */
async function catchUp<F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	ref: JournalRef,
	from: JournalFacts,
	upTo: number,
): Promise<JournalFacts> {
	let facts = from;
	while (facts.seq < upTo) {
		const lines = await readLines(tx, practice, ref.id, { after: facts.seq, limit: Math.min(2000, upTo - facts.seq) });
		for (const line of lines) facts = await foldLine(world, tx, ref, facts, line);
		if (lines.length === 0) return facts;
	}
	return facts;
}

async function foldLine<F>(
	world: World<F>,
	tx: Tx,
	ref: JournalRef,
	facts: JournalFacts,
	line: Line,
): Promise<JournalFacts> {
	const key = await world.keyring.byId(tx, line.header.practice, line.header.key);
	// A destroyed part leaves no facts: its lines stay in the chain and say nothing.
	if (!key) return { ...facts, seq: line.header.seq, hash: line.hash };
	return foldEntry(world.model, ref.kind, facts, openChecked(key, line), line.hash);
}

function openChecked(key: KeyObject, line: Line): Entry {
	try {
		return openLine(key, line);
	} catch {
		throw new ChainBroken(line.header.journal, line.header.seq);
	}
}

/** What is sealed in a snapshot: the facts of one part, and the line they go up to. */
export interface SnapshotBody {
	readonly slices: Slices;
	readonly seq: number;
	readonly hash: string;
	/** Every part that was written with it. */
	readonly parts: readonly string[];
}

/** What a snapshot is sealed for. */
export const snapshotContext = (practice: string, journal: string, part: string, folds: string): string =>
	`snapshot|${practice}|${journal}|${part}|${folds}`;

/** All parts' snapshots are written together, so they share one seq; one that differs or does not open is not used. */
async function fromSnapshots<F>(world: World<F>, tx: Tx, practice: string, ref: JournalRef): Promise<JournalFacts> {
	const folds = foldsName(world.model, ref.kind);
	const { rows } = await sql<{ part: string; key_id: string; sealed: Buffer }>`select part, key_id, sealed from snapshot
		where practice_id = ${practice} and journal_id = ${ref.id} and folds = ${folds}`.execute(tx);
	const nothing = noFacts(world.model, ref.kind);
	let facts: JournalFacts | undefined;
	for (const row of rows) {
		const key = await world.keyring.byId(tx, practice, row.key_id);
		if (!key) continue; // a destroyed part has no facts
		const body = openSnapshot(key, snapshotContext(practice, ref.id, row.part, folds), row.sealed);
		if (!body || (facts && facts.seq !== body.seq) || !body.parts.every((part) => rows.some((r) => r.part === part)))
			return nothing;
		const { joint, own } = facts ?? nothing;
		const at = { seq: body.seq, saved: body.seq, hash: Buffer.from(body.hash, 'base64url') };
		facts =
			row.part === JOINT
				? { ...at, own, joint: body.slices }
				: { ...at, joint, own: { ...own, [row.part]: body.slices } };
	}
	return facts ?? nothing;
}

/** A snapshot is only a cache: one that was damaged is as good as none, and verify names it. */
function openSnapshot(key: KeyObject, context: string, sealed: Buffer): SnapshotBody | undefined {
	try {
		return openJson<SnapshotBody>(key, context, sealed);
	} catch {
		return undefined;
	}
}
