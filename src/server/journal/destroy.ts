import { sql } from 'kysely';
import type { JournalKind, JournalRef, PersonId } from '#server/kernel/journal.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';
import { rejudge } from './brief.ts';
import { openLine, readLines } from './lines.ts';
import { writeRow } from './rows.ts';
import type { World } from './world.ts';

/** What is destroyed of a dossier: the whole of it, or one person's own part. */
export interface Doomed {
	readonly journal: string;
	readonly of: 'whole' | PersonId;
}

/**
 * Destroy what was sealed: its keys leave the ledger, every other key is wrapped by a new practice key, and the old one
 * is destroyed in the port, so that dead rows, write-ahead log and older copies keep only what nothing can open
 * (SECURITY). The chain stays and verifies. Safe to do again after a crash, and for what is already destroyed.
 * Answers how many keys were destroyed.
 */
export async function destroyParts<F>(world: World<F>, practice: string, doomed: readonly Doomed[]): Promise<number> {
	const fresh = await world.keys.rotate(practice);
	const destroyed = await inPractice(world.db, practice, async (tx) => {
		let keys = 0;
		for (const one of inOrder(doomed)) keys += await forget(world, tx, practice, one);
		await rewrap(world, tx, practice, fresh);
		return keys;
	});
	world.keyring.forget();
	world.cache.clear();
	await endRetired(world, practice);
	for (const { journal, of } of doomed)
		if (of !== 'whole') await rejudge(world, practice, { kind: 'dossier', id: journal });
	return destroyed;
}

/** Heads are locked in the order in which every act locks them. */
const inOrder = (doomed: readonly Doomed[]): readonly Doomed[] =>
	doomed.toSorted((a, b) => a.journal.localeCompare(b.journal));

/** Take the keys of a part out of the ledger, and what was derived from its lines; the lines stay where they are. */
async function forget<F>(world: World<F>, tx: Tx, practice: string, { journal, of }: Doomed): Promise<number> {
	const here = sql`practice_id = ${practice} and journal_id = ${journal}`;
	const { rows: kinds } = await sql<{ kind: JournalKind }>`update journal set epoch = epoch + 1
		where practice_id = ${practice} and id = ${journal} returning kind`.execute(tx);
	const { rows } = await sql<{ id: string }>`with gone as (
			delete from key_ledger where ${here} and (${of === 'whole'} or part = ${of}) returning id, journal_id, part)
		insert into destroyed_key (practice_id, id, journal_id, part, at)
			select ${practice}, id, journal_id, part, ${world.now()} from gone on conflict do nothing returning id`.execute(
		tx,
	);
	const keys = rows.map((row) => row.id);
	for (const table of ['outbox', 'pending', 'brief'])
		await sql`delete from ${sql.table(table)} where practice_id = ${practice} and key_id = any(${keys}::uuid[])`.execute(
			tx,
		);
	await dropDerived(tx, practice, journal);
	for (const { kind } of kinds) await projectAgain(world, tx, practice, { kind, id: journal });
	return keys.length;
}

/**
 * A backup made before a destruction was restored, and its keys were not: what was derived of it goes again, and what
 * still opens is projected anew (SECURITY, Keys).
 */
export async function forgetDestroyed<F>(
	world: World<F>,
	practice: string,
	journals: readonly string[],
): Promise<void> {
	const refs: JournalRef[] = [];
	await inPractice(world.db, practice, async (tx) => {
		const gone = sql`key_id in (select id from destroyed_key where practice_id = ${practice})`;
		for (const table of ['outbox', 'pending', 'brief', 'snapshot'])
			await sql`delete from ${sql.table(table)} where practice_id = ${practice} and ${gone}`.execute(tx);
		for (const id of journals) {
			await dropDerived(tx, practice, id);
			const rows = await tx.selectFrom('journal').select('kind').where('id', '=', id).execute();
			for (const { kind } of rows) refs.push({ kind: kind as JournalKind, id });
			for (const { kind } of rows) await projectAgain(world, tx, practice, { kind: kind as JournalKind, id });
		}
	});
	for (const ref of refs) if (ref.kind === 'dossier') await rejudge(world, practice, ref);
}

async function dropDerived(tx: Tx, practice: string, journal: string): Promise<void> {
	for (const table of ['snapshot', 'care', 'appointment', 'blind'])
		await sql`delete from ${sql.table(table)} where practice_id = ${practice} and journal_id = ${journal}`.execute(tx);
}

/** The rows that the lines which still open project, as `verify` rebuilds them: none where nothing opens. */
async function projectAgain<F>(world: World<F>, tx: Tx, practice: string, ref: JournalRef): Promise<void> {
	// Until this is committed another reader may still bring a destroyed key into memory: they are left out by name.
	const gone = await tx.selectFrom('destroyed_key').select('id').where('practice_id', '=', practice).execute();
	const destroyed = new Set(gone.map((row) => row.id));
	for (let after = 0; ; ) {
		const lines = await readLines(tx, practice, ref.id, { after, limit: 1000 });
		for (const line of lines) {
			const { key: id } = line.header;
			const key = destroyed.has(id) ? undefined : await world.keyring.byId(tx, practice, id);
			const rows = key ? world.model.project(openLine(key, line), ref) : [];
			for (const row of rows) await writeRow(world, tx, practice, ref.id, row);
		}
		const last = lines.at(-1);
		if (!last) return;
		after = last.header.seq;
	}
}

interface Ledger {
	readonly id: string;
	readonly wrapped: Buffer;
	readonly wrapped_by: string;
}

/** Every key that stays is wrapped by the new practice key; no key can be made meanwhile (see the keyring). */
async function rewrap<F>({ keys, now }: World<F>, tx: Tx, practice: string, fresh: string): Promise<void> {
	const { rows: held } = await sql<{ key_name: string }>`select key_name from practice where id = ${practice}
		for update`.execute(tx);
	const { rows } =
		await sql<Ledger>`select id, wrapped, wrapped_by from key_ledger where practice_id = ${practice}`.execute(tx);
	const wrapped: Buffer[] = [];
	for (const row of rows) wrapped.push(await keys.wrap(fresh, await keys.unwrap(row.wrapped_by, row.wrapped)));
	await sql`update key_ledger k set wrapped = n.wrapped, wrapped_by = ${fresh}
		from unnest(${rows.map((r) => r.id)}::uuid[], ${wrapped}::bytea[]) as n(id, wrapped)
		where k.practice_id = ${practice} and k.id = n.id`.execute(tx);
	await sql`update practice set key_name = ${fresh} where id = ${practice}`.execute(tx);
	const old = new Set([...held.map((h) => h.key_name), ...rows.map((r) => r.wrapped_by)]);
	for (const name of old)
		await sql`insert into retired_key (practice_id, name, at) values (${practice}, ${name}, ${now()})
			on conflict do nothing`.execute(tx);
}

/** Destroy in the port the practice keys that nothing is wrapped with any more; also after a crash between the two. */
export async function endRetired<F>(world: World<F>, practice: string): Promise<void> {
	const names = await inPractice(world.db, practice, async (tx) => {
		const { rows } = await sql<{ name: string }>`select name from retired_key r where practice_id = ${practice}
			and not exists (select from key_ledger k where k.practice_id = ${practice} and k.wrapped_by = r.name)
			and not exists (select from practice p where p.id = ${practice} and p.key_name = r.name)`.execute(tx);
		return rows.map((r) => r.name);
	});
	for (const name of names) await world.keys.destroy(name);
	if (names.length === 0) return;
	await inPractice(world.db, practice, (tx) =>
		sql`delete from retired_key where practice_id = ${practice} and name = any(${names})`.execute(tx),
	);
}
