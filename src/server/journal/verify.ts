import { sql } from 'kysely';
import { journalKinds } from '#server/kernel/journal.ts';
import type { Database, Tx } from '#server/platform/database.ts';
import { verifyAccess } from './verify/access.ts';
import { type Beside, besideBriefs, checkBrief, keepBeside } from './verify/briefs.ts';
import { verifyCheckpoints } from './verify/checkpoints.ts';
import { type At, type Finding, nothingRead, type Read, type Verifying } from './verify/finding.ts';
import { type HeadRow, walk } from './verify/journal.ts';
import { rowsOf } from './verify/rows.ts';
import { snapshotsOf } from './verify/snapshots.ts';
import { keysOpen, sealedWithNothing, strays } from './verify/strays.ts';
import type { JournalFacts } from './world.ts';

export { type Finding, isBroken, type Read, type Verifying } from './verify/finding.ts';

/** Everything that was read, and everything that is not as it was written: the first of each chain. */
export interface Report {
	readonly read: Read;
	readonly findings: readonly Finding[];
}

/**
 * Read everything that is stored and check it against itself: chains, snapshots, projected rows, briefs, access log,
 * checkpoints. Without a world (no keys): headers, ciphertext, signatures. Streams; nothing is written.
 */
export async function* verify<F>(
	house: Verifying<F>,
	only: { readonly practice?: string } = {},
): AsyncGenerator<Finding, Read> {
	const read = nothingRead();
	const { rows } = await sql<{ id: string }>`select id from practice order by created_at, id`.execute(house.db);
	for (const { id: practice } of rows) {
		if (only.practice !== undefined && only.practice !== practice) continue;
		read.practices++;
		const inOneState = <T>(work: (at: At<F>) => Promise<T>) =>
			oneState(house.db, practice, (tx) => work({ ...house, tx, practice, read }));
		for (const check of [keysOpen, sealedWithNothing, verifyCheckpoints, verifyAccess]) {
			const finding = await inOneState(check);
			if (finding) yield finding;
		}
		const named = new Set<string>();
		const beside = await inOneState(besideBriefs);
		for await (const { id } of journalsOf(house.db, practice)) {
			const finding = await inOneState((at) => verifyJournal(at, id, beside));
			if (finding) yield finding;
			if (finding) named.add(id);
		}
		const stray = await inOneState(strays);
		if (stray && !named.has(stray.journal ?? '')) yield stray;
	}
	return read;
}

/** Verify, and wait for the whole report. */
export async function verifyAll<F>(house: Verifying<F>, only: { readonly practice?: string } = {}): Promise<Report> {
	const findings: Finding[] = [];
	const steps = verify(house, only);
	for (;;) {
		const step = await steps.next();
		if (step.done) return { read: step.value, findings };
		findings.push(step.value);
	}
}

/** One chain, and what is derived from it; the first thing that is wrong. */
async function verifyJournal<F>(at: At<F>, id: string, beside: Beside): Promise<Finding | undefined> {
	const { rows } = await sql<HeadRow>`select id, kind, seq, hash, practitioner_id, created_at from journal
		where practice_id = ${at.practice} and id = ${id}`.execute(at.tx);
	const [head] = rows;
	if (!head) return { practice: at.practice, journal: id, code: 'journalGone', table: 'journal' };
	if (!journalKinds.includes(head.kind)) return { practice: at.practice, journal: id, code: 'journalChanged' };
	const snapshots = await snapshotsOf(at, head);
	const projected = rowsOf(at, head);
	let facts: JournalFacts | undefined;
	const broken = await walk(at, head, (now, entry) => {
		facts = now;
		keepBeside(beside, head.id, now);
		snapshots.check(now);
		projected.add(entry);
	});
	const derived = broken ?? snapshots.first() ?? (at.world && (await projected.compare()));
	return derived ?? (head.kind === 'dossier' ? checkBrief(at, head, facts, beside) : undefined);
}

/** The journals of a practice: its own, its practitioners', then the dossiers, whose briefs look at the others. */
async function* journalsOf(db: Database, practice: string): AsyncGenerator<{ readonly id: string }> {
	for (const rank of [1, 2, 3]) {
		for (let after = ''; ; ) {
			const { rows } = await oneState(db, practice, (tx) =>
				sql<{
					id: string;
				}>`select id from journal where practice_id = ${practice} and case kind when 'practice' then 1 when 'practitioner' then 2 else 3 end = ${rank}
					and id::text > ${after} order by id::text limit 1000`.execute(tx),
			);
			yield* rows;
			const last = rows.at(-1);
			if (!last) break;
			after = last.id;
		}
	}
}

/** A transaction that sees one state of the database from beginning to end, and writes nothing. */
const oneState = <T>(db: Database, practice: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
	db
		.transaction()
		.setIsolationLevel('repeatable read')
		.setAccessMode('read only')
		.execute(async (tx) => {
			await sql`select set_config('app.practice_id', ${practice}, true)`.execute(tx);
			return work(tx);
		});
