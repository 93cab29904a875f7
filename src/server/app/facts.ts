import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import { factsAt } from '#server/journal/facts.ts';
import type { JournalFacts, World } from '#server/journal/world.ts';
import type { JournalKind, JournalRef } from '#server/kernel/journal.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';

interface Head {
	readonly id: string;
	readonly kind: JournalKind;
	readonly seq: number;
	readonly hash: Buffer;
	readonly practitioner_id: string | null;
	readonly epoch: number;
}

/** How far a journal has come, its practitioner's, and those named beside it: one question. */
async function headsOf(
	tx: Tx,
	practice: string,
	id: string,
	beside: readonly string[],
): Promise<ReadonlyMap<string, Head>> {
	const { rows } = await sql<Head>`select id, kind, seq, hash, practitioner_id, epoch from journal
		where practice_id = ${practice} and id = any(${[id, ...beside]}::uuid[]
			|| (select practitioner_id from journal where practice_id = ${practice} and id = ${id}))`.execute(tx);
	return new Map(rows.map((r) => [r.id, r]));
}

/** Facts as seen from one journal: its own, and the practice's and practitioner's beside it; undefined when there is none. */
export async function factsOf(
	world: World<Facts>,
	practice: string,
	ref: JournalRef,
	viewer?: string,
): Promise<{ readonly facts: Facts; readonly seq: number } | undefined> {
	return inPractice(world.db, practice, async (tx) => {
		const heads = await headsOf(tx, practice, ref.id, [practice, ...(viewer === undefined ? [] : [viewer])]);
		const own = heads.get(ref.id);
		if (!own || own.kind !== ref.kind) return undefined;
		const practitioner = own.kind === 'practitioner' ? own.id : (own.practitioner_id ?? viewer);
		const at = async (id: string | null | undefined): Promise<JournalFacts | undefined> => {
			const head = id ? heads.get(id) : undefined;
			return head && factsAt(world, tx, practice, head, head);
		};
		const dossier = own.kind === 'dossier' ? await at(own.id) : undefined;
		return {
			facts: world.model.assemble({ dossier, practitioner: await at(practitioner), practice: await at(practice) }),
			seq: own.seq,
		};
	});
}
