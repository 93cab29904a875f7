import { sql } from 'kysely';
import type { Tx } from '#server/platform/database.ts';
import { canonical } from '#server/platform/hash.ts';
import { openJson } from '#server/platform/seal.ts';
import { type BriefBody, briefContext, type StoredBrief } from '../brief.ts';
import { noFacts } from '../facts.ts';
import type { JournalFacts } from '../world.ts';
import type { At, Finding } from './finding.ts';
import type { HeadRow } from './journal.ts';

/** Facts of the practice and of practitioners, as they were at the lines that briefs were judged on. */
export interface Beside {
	readonly wanted: ReadonlyMap<string, ReadonlySet<number>>;
	readonly kept: Map<string, JournalFacts>;
}
const at_ = (id: string, seq: number): string => `${id}|${seq}`;

/** Keep the facts of a line if a brief was judged on it. */
export const keepBeside = ({ wanted, kept }: Beside, id: string, facts: JournalFacts): void => {
	if (wanted.get(id)?.has(facts.seq)) kept.set(at_(id, facts.seq), facts);
};

/** On which lines of which other journals were the briefs of a practice judged? */
export async function besideBriefs<F>(at: At<F>): Promise<Beside> {
	const wanted = new Map<string, Set<number>>();
	const want = (id: string, seq: number) => wanted.set(id, (wanted.get(id) ?? new Set()).add(seq));
	for (let after = ''; ; ) {
		const rows = await briefsAfter(at, after);
		for (const row of rows) {
			const from = (await bodyOf(at, row))?.from;
			if (from) want(at.practice, from.practice);
			if (from?.practitioner) want(from.practitioner.id, from.practitioner.seq);
		}
		const last = rows.at(-1);
		if (!last) return { wanted, kept: new Map() };
		after = last.journal_id;
	}
}

async function briefsAfter<F>({ tx, practice }: At<F>, after: string): Promise<readonly StoredBrief[]> {
	const { rows } = await sql<StoredBrief>`select journal_id, seq, key_id, sealed from brief
		where practice_id = ${practice} and journal_id::text > ${after} order by journal_id::text limit 500`.execute(tx);
	return rows;
}

async function bodyOf<F>({ tx, practice, world }: At<F>, row: StoredBrief): Promise<BriefBody | undefined> {
	try {
		const key = await world?.keyring.byId(tx, practice, row.key_id);
		return key && openJson<BriefBody>(key, briefContext(practice, row.journal_id, row.seq), row.sealed);
	} catch {
		return undefined;
	}
}

/** A dossier has a brief, of its last line; with keys it opens and says what its facts gave at that instant. */
export async function checkBrief<F>(
	at: At<F>,
	head: HeadRow,
	facts: JournalFacts | undefined,
	beside: Beside,
): Promise<Finding | undefined> {
	const { tx, practice, world, read } = at;
	const wrong = (code: 'briefChanged' | 'briefDiffers'): Finding => ({
		practice,
		journal: head.id,
		code,
		seq: head.seq,
	});
	const { rows } = await sql<
		StoredBrief & { changes_at: number | null }
	>`select journal_id, seq, key_id, sealed, changes_at from brief
		where practice_id = ${practice} and journal_id = ${head.id}`.execute(tx);
	const [row] = rows;
	if (!row && (await isGone(tx, practice, head.id))) return undefined;
	if (row?.seq !== head.seq) return wrong('briefChanged');
	read.briefs++;
	if (!world || !facts) return undefined;
	const body = await bodyOf(at, row);
	if (!body) return wrong('briefChanged');
	const { practice: seq, practitioner } = body.from;
	const ours = seq === 0 ? noFacts(world.model, 'practice') : beside.kept.get(at_(practice, seq));
	const theirs = practitioner && beside.kept.get(at_(practitioner.id, practitioner.seq));
	if (!ours || (practitioner && !theirs)) return undefined; // it went on while it was read
	const made = world.model.brief(
		world.model.assemble({ dossier: facts, practice: ours, practitioner: theirs }),
		body.at,
	);
	const same = canonical(made.brief) === canonical(body.brief) && (made.changesAt ?? null) === row.changes_at;
	return same ? undefined : wrong('briefDiffers');
}

/** Every key of its lines was destroyed: the file ended, and its brief with it. */
const isGone = (tx: Tx, practice: string, journal: string): Promise<boolean> =>
	sql`select from destroyed_key d where practice_id = ${practice} and journal_id = ${journal}
		and not exists (select from key_ledger k where k.practice_id = d.practice_id and k.journal_id = d.journal_id) limit 1`
		.execute(tx)
		.then(({ rows }) => rows.length > 0);
