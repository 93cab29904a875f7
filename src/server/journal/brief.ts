import { JOINT, type JournalRef } from '#server/kernel/journal.ts';
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
	// Under the file's own key: what destroys the file destroys its brief, in older copies of the database too.
	const key = await world.keyring.current(tx, practice, ref.id, JOINT);
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

/** Open stored briefs, each with its row, their keys made ready at once; those whose key was destroyed are left out. */
export async function openBriefs<B, R extends StoredBrief, F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	rows: readonly R[],
): Promise<readonly { readonly row: R; readonly brief: B }[]> {
	await world.keyring.many(
		tx,
		practice,
		rows.map((row) => row.key_id),
	);
	const opened: { readonly row: R; readonly brief: B }[] = [];
	for (const row of rows) {
		const key = await world.keyring.byId(tx, practice, row.key_id);
		if (!key) continue;
		const { brief } = openJson<BriefBody>(key, briefContext(practice, row.journal_id, row.seq), row.sealed);
		opened.push({ row, brief: brief as B });
	}
	return opened;
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
