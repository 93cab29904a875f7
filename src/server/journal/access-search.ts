import { sql } from 'kysely';
import { type Instant, MINUTE } from '#server/kernel/time.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';
import { openJson } from '#server/platform/seal.ts';
import { type AccessLine, batchText } from './access.ts';
import type { World } from './world.ts';

/** A span of the access log, and which of its lines are wanted. */
export interface AccessSpan {
	readonly from: Instant;
	readonly until: Instant;
	readonly wanted: (line: AccessLine) => boolean;
}

interface Batch {
	readonly seq: number;
	readonly at: number;
	readonly key_id: string;
	readonly sealed: Buffer;
}

const AT_ONCE = 500;
/** A line may be written a moment after what it tells of. */
const LATE = MINUTE;

const batchesAfter = async (tx: Tx, practice: string, seq: number, { from, until }: AccessSpan) =>
	(
		await sql<Batch>`select seq, at, key_id, sealed from access_batch
			where practice_id = ${practice} and seq > ${seq} and at >= ${from} and at <= ${until + LATE}
			order by seq limit ${AT_ONCE}`.execute(tx)
	).rows;

/** The lines of the access log in a span of time, oldest first: who opened what, over all the files of a practice. */
export const accessBetween = <F>(world: World<F>, practice: string, span: AccessSpan): Promise<readonly AccessLine[]> =>
	inPractice(world.db, practice, async (tx) => {
		const found: AccessLine[] = [];
		let batches = await batchesAfter(tx, practice, 0, span);
		while (batches.length > 0) {
			for (const { seq, at, key_id, sealed } of batches) {
				const key = await world.keyring.byId(tx, practice, key_id);
				const context = batchText({ practice, batch: seq, key: key_id, at });
				const lines = key ? openJson<readonly AccessLine[]>(key, context, sealed) : [];
				found.push(...lines.filter((l) => l.at >= span.from && l.at <= span.until && span.wanted(l)));
			}
			batches = batches.length < AT_ONCE ? [] : await batchesAfter(tx, practice, batches.at(-1)?.seq ?? 0, span);
		}
		return found;
	});
