import { sql } from 'kysely';
import { JOINT } from '#server/kernel/journal.ts';
import { canonical } from '#server/platform/hash.ts';
import { openJson } from '#server/platform/seal.ts';
import { foldsName, type SnapshotBody, snapshotContext } from '../facts.ts';
import type { JournalFacts } from '../world.ts';
import type { At, Finding } from './finding.ts';
import type { HeadRow } from './journal.ts';

interface Stored {
	readonly part: string;
	readonly folds: string;
	readonly seq: number;
	readonly key_id: string;
	readonly sealed: Buffer;
}

/** The snapshots of one journal: `check` compares those of a line with the facts folded up to it; `first` is what was wrong. */
export async function snapshotsOf<F>(at: At<F>, head: HeadRow) {
	const { tx, practice, world, read } = at;
	const { rows } = await sql<Stored>`select part, folds, seq, key_id, sealed from snapshot
		where practice_id = ${practice} and journal_id = ${head.id}`.execute(tx);
	const wrong = (seq: number): Finding => ({ practice, journal: head.id, code: 'snapshotChanged', seq });
	const bodies = new Map<number, { readonly row: Stored; readonly body: SnapshotBody }[]>();
	let first = rows.some((row) => row.seq > head.seq)
		? ({ ...wrong(head.seq + 1), code: 'cutShort' } as Finding)
		: undefined;
	for (const row of world ? rows : []) {
		const body = await bodyOf(at, head.id, row);
		if (body === 'destroyed') continue;
		if (!body || body.seq !== row.seq) first ??= wrong(row.seq);
		else bodies.set(row.seq, [...(bodies.get(row.seq) ?? []), { row, body }]);
		read.snapshots++;
	}
	const ours = world && foldsName(world.model, head.kind);
	return {
		first: () => first,
		check: (facts: JournalFacts) => {
			for (const { row, body } of bodies.get(facts.seq) ?? []) {
				if (body.hash !== facts.hash.toString('base64url')) first ??= wrong(row.seq);
				else if (row.folds === ours && !isSame(facts, row.part, body)) first ??= wrong(row.seq);
			}
		},
	};
}

function isSame(facts: JournalFacts, part: string, body: SnapshotBody): boolean {
	const slices = part === JOINT ? facts.joint : facts.own[part];
	const parts = [JOINT, ...Object.keys(facts.own)];
	return canonical(slices) === canonical(body.slices) && parts.every((p) => body.parts.includes(p));
}

async function bodyOf<F>(
	{ tx, practice, world }: At<F>,
	journal: string,
	row: Stored,
): Promise<SnapshotBody | 'destroyed' | undefined> {
	try {
		const key = await world?.keyring.byId(tx, practice, row.key_id);
		if (!key) return (await isDestroyed(tx, practice, row.key_id)) ? 'destroyed' : undefined;
		return openJson<SnapshotBody>(key, snapshotContext(practice, journal, row.part, row.folds), row.sealed);
	} catch {
		return undefined;
	}
}

async function isDestroyed(tx: At<unknown>['tx'], practice: string, id: string): Promise<boolean> {
	const row = await tx
		.selectFrom('destroyed_key')
		.select('id')
		.where('practice_id', '=', practice)
		.where('id', '=', id)
		.executeTakeFirst();
	return row !== undefined;
}
