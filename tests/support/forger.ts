import { writeFileSync } from 'node:fs';
import { rejudge } from '#server/journal/brief.ts';
import { headerText, link, type Sealed } from '#server/journal/chain.ts';
import { readLines } from '#server/journal/lines.ts';
import { append, noPeaks, type Peaks, rootOf } from '#server/journal/merkle.ts';
import { type Head, leafOf, rootText } from '#server/journal/root.ts';
import { rootsFile } from '#server/journal/roots.ts';
import { signerOf } from '#server/journal/signing.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { inPractice } from '#server/platform/database.ts';
import { openJson, sealJson } from '#server/platform/seal.ts';
import { frozenCache, type TestHouse } from './world.ts';

/** Somebody who holds the database and every key, and rewrites what a line says, then everything that follows from it. */
export async function rewrite<F>(
	house: TestHouse<F>,
	ref: JournalRef,
	seq: number,
	change: (line: Sealed) => Sealed,
): Promise<void> {
	const { world, practice, owner } = house;
	const lines = await inPractice(world.db, practice, (tx) =>
		readLines(tx, practice, ref.id, { after: seq - 2, limit: 10_000 }),
	);
	let previous = lines[0]?.hash ?? Buffer.alloc(0);
	for (const { header, sealed } of lines.slice(1)) {
		const text = headerText(header);
		const key = await inPractice(world.db, practice, (tx) => world.keyring.byId(tx, practice, header.key));
		if (!key) throw new Error('no key');
		const forged = header.seq === seq ? sealJson(key, text, change(openJson<Sealed>(key, text, sealed))) : sealed;
		previous = link(previous, text, forged);
		await owner('update entry set sealed = $3, hash = $4 where journal_id = $1 and seq = $2', [
			ref.id,
			header.seq,
			forged,
			previous,
		]);
	}
	await owner('update journal set hash = $2 where id = $1', [ref.id, previous]);
	await owner('delete from snapshot where journal_id = $1', [ref.id]);
	await rejudge({ ...world, cache: frozenCache() }, practice, ref);
}

/** The same hand signs every checkpoint again, over the chains as they now are. */
export async function signAgain<F>(house: TestHouse<F>, folder?: string): Promise<void> {
	const { world, practice, owner } = house;
	const { sign } = await inPractice(world.db, practice, (tx) => signerOf(world, tx, practice));
	await owner(
		`update checkpoint_leaf l set hash = e.hash from entry e where e.journal_id = l.journal_id and e.seq = l.seq`,
	);
	const file: string[] = [];
	let peaks: Peaks = noPeaks;
	for (const { seq, at } of await owner('select seq, at from checkpoint where practice_id = $1 order by seq', [
		practice,
	])) {
		const heads = await owner(
			'select journal_id as journal, seq, hash from checkpoint_leaf where checkpoint = $1 order by leaf',
			[seq],
		);
		peaks = heads.reduce((grown: Peaks, head) => append(grown, leafOf(head as Head)), peaks);
		const unsigned = { practice, seq, at, size: peaks.size, root: rootOf(peaks).toString('hex') };
		const signature = sign(rootText(unsigned));
		file.push(JSON.stringify({ ...unsigned, signature }));
		const values = [seq, rootOf(peaks), Buffer.concat(peaks.hashes), Buffer.from(signature, 'base64url')];
		await owner('update checkpoint set root = $2, peaks = $3, signature = $4 where seq = $1', values);
	}
	if (folder) writeFileSync(rootsFile(folder, practice), `${file.join('\n')}\n`);
}
