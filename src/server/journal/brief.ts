import type { JournalRef } from '#server/kernel/journal.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';
import { openJson, sealJson } from '#server/platform/seal.ts';
import { type From, type Held, hold } from './locks.ts';
import { type Piece, writeTogether } from './together.ts';
import type { World } from './world.ts';

/** Brief of a dossier: sealed, small, read by the thousand; with the instant and the journals it was made from. */
export async function briefPiece<F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	held: Held,
	ref: JournalRef,
): Promise<Piece> {
	const { seq } = held.target(ref).facts;
	const { brief, changesAt } = world.model.brief(world.model.assemble(held.facts(ref)), world.now());
	const key = await world.keyring.current(tx, practice, practice, 'brief');
	const body: BriefBody = { brief, at: world.now(), from: held.from(ref) };
	const sealed = sealJson(key.key, briefContext(practice, ref.id, seq), body);
	return { text: BRIEF, values: [ref.id, seq, key.id, sealed, changesAt ?? null] };
}

const BRIEF = `insert into brief (practice_id, journal_id, seq, key_id, sealed, changes_at)
	values ($1, ?, ?, ?, ?, ?) on conflict (practice_id, journal_id) do update
	set seq = excluded.seq, key_id = excluded.key_id, sealed = excluded.sealed, changes_at = excluded.changes_at`;

/** What a brief is sealed for. */
export const briefContext = (practice: string, journal: string, seq: number): string =>
	`brief|${practice}|${journal}|${seq}`;

/** What is sealed of a brief: itself, and what it was judged on, so that it can be made again and compared. */
export interface BriefBody {
	readonly brief: unknown;
	readonly at: number;
	readonly from: From;
}

/** A brief as it is stored. */
export interface StoredBrief {
	readonly journal_id: string;
	readonly seq: number;
	readonly key_id: string;
	readonly sealed: Buffer;
}

/** Open a stored brief; undefined when its key was destroyed. */
export async function openBrief<B, F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	row: StoredBrief,
): Promise<B | undefined> {
	const key = await world.keyring.byId(tx, practice, row.key_id);
	return key && (openJson<BriefBody>(key, briefContext(practice, row.journal_id, row.seq), row.sealed).brief as B);
}

/** Write a brief by itself. */
export const writeBrief = async <F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	held: Held,
	ref: JournalRef,
): Promise<void> => writeTogether(tx, practice, [await briefPiece(world, tx, practice, held, ref)]);

/** Judge a dossier's brief again: when a verdict changed by itself, or a journal beside it went on. */
export const rejudge = <F>(world: World<F>, practice: string, ref: JournalRef): Promise<void> =>
	inPractice(world.db, practice, async (tx) => {
		const held = await hold(world, tx, { practice, journals: [ref], creates: undefined, account: undefined });
		if (held) await writeBrief(world, tx, practice, held, ref);
	});
