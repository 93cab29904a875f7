import { sql } from 'kysely';
import type { JournalRef, PartId } from '#server/kernel/journal.ts';
import { type Database, inPractice, type Tx } from '#server/platform/database.ts';
import { openJson } from '#server/platform/seal.ts';
import { digestOf } from '#server/platform/verifier.mjs';
import { headerText, type Sealed } from './chain.ts';
import { type Line, readLines } from './lines.ts';
import { receiptFor } from './receipt.ts';
import type { World } from './world.ts';

/** What an archive holds, in one line that can be told to anyone: hashes, never content. */
export interface Manifest {
	readonly practice: string;
	readonly journal: string;
	/** The parts whose keys go with it, in order; lines of other parts stay sealed for whoever receives it. */
	readonly parts: readonly PartId[];
	/** How many lines, and the hash of the last. */
	readonly seq: number;
	readonly head: string;
}

/** The manifest's own hash: what both sides compare, and what the register keeps. */
export const digestOfManifest = (manifest: Manifest): string => digestOf({ ...manifest, parts: [...manifest.parts] });

/** What an archive of this journal would hold now, or as it stood at `seq`. Undefined when there is no such line. */
export const manifestOf = (
	db: Database,
	practice: string,
	{ id: journal }: JournalRef,
	parts: readonly PartId[],
	at?: number,
): Promise<Manifest | undefined> =>
	inPractice(db, practice, async (tx) => {
		const head = await tx
			.selectFrom('journal')
			.select('seq')
			.where('practice_id', '=', practice)
			.where('id', '=', journal)
			.executeTakeFirst();
		const [last] = await readLines(tx, practice, journal, { after: (at ?? head?.seq ?? 0) - 1, limit: 1 });
		if (!last || (at !== undefined && last.header.seq !== at)) return undefined;
		const { seq } = last.header;
		return { practice, journal, parts: parts.toSorted(), seq, head: last.hash.toString('hex') };
	});

const PAGE = 500;

/**
 * A file as plain JSON with its chain, in pieces: each line as it is stored and, of the parts that leave, its words and
 * the key that proves them; the receipt of the last line. `verifier.mjs` checks it with nothing of Balise. One line of
 * text each, so that it is neither held whole nor hard to read.
 */
export async function* archiveOf<F>(world: World<F>, manifest: Manifest): AsyncGenerator<string> {
	const { practice, journal, seq } = manifest;
	const receipt = await receiptFor(world, practice, journal, seq);
	if (receipt?.entryHash !== manifest.head) throw new Error('the manifest is not of this journal');
	const keys = new Map<string, string>();
	const text = JSON.stringify;
	yield `{"balise":"archive","version":1,\n"manifest":${text(manifest)},\n"digest":${text(digestOfManifest(manifest))},\n`;
	yield `"receipt":${text(receipt)},\n"lines":[\n`;
	for (let after = 0; after < seq; after += PAGE) {
		const page = await inPractice(world.db, practice, async (tx) => {
			const lines = await readLines(tx, practice, journal, { after, limit: Math.min(PAGE, seq - after) });
			const leaving = new Set(lines.filter((l) => manifest.parts.includes(l.header.part)).map((l) => l.header.key));
			await world.keyring.many(tx, practice, [...leaving]);
			const told: string[] = [];
			for (const line of lines) told.push(text(await archived(world, tx, line, leaving, keys)));
			return told;
		});
		yield `${page.join(',\n')}${after + PAGE < seq ? ',\n' : '\n'}`;
	}
	yield `],\n"keys":${text(Object.fromEntries(keys))}}\n`;
}

/** A stored line as it leaves; the key that opens it is kept beside, once. */
async function archived<F>(
	world: World<F>,
	tx: Tx,
	{ header, sealed, hash }: Line,
	leaving: ReadonlySet<string>,
	keys: Map<string, string>,
) {
	const stored = { header, sealed: sealed.toString('base64'), hash: hash.toString('hex') };
	const key = leaving.has(header.key) ? await world.keyring.byId(tx, header.practice, header.key) : undefined;
	if (!key) return stored;
	if (!keys.has(header.key)) keys.set(header.key, key.export().toString('base64url'));
	return { ...stored, opened: openJson<Sealed>(key, headerText(header), sealed) };
}

/** From now on these parts are written with new keys: those that left with an archive open nothing more. */
export const renewKeys = <F>(world: World<F>, practice: string, journal: string, parts: readonly PartId[]) =>
	inPractice(world.db, practice, async (tx) => {
		await sql`update journal set epoch = epoch + 1 where practice_id = ${practice} and id = ${journal}`.execute(tx);
		for (const part of parts) await world.keyring.renew(tx, practice, journal, part);
	});
