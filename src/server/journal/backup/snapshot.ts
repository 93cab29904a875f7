import { existsSync } from 'node:fs';
import type pg from 'pg';
import type { Instant } from '#server/kernel/time.ts';
import { copyOut } from '#server/platform/backup/copy.ts';
import { ArchiveBroken } from '#server/platform/backup/frames.ts';
import { joinSections, type Section, splitSections } from '#server/platform/backup/sections.ts';
import { canonical } from '#server/platform/hash.ts';
import { rootsFile, rootsKept } from '../roots.ts';
import type { About, Manifest } from './about.ts';
import { quoted, type Table, tablesOf } from './tables.ts';
import { walker } from './walk.ts';

/** What is backed up, and from where. */
export interface Asked {
	/** A connection of the owner's, used for nothing else meanwhile, and closed by whoever stops reading early. */
	readonly client: pg.ClientBase;
	/** The folder of the roots. */
	readonly roots: string;
	/** One practice alone; without it all of them, but demonstrations, which are made anew wherever Balise runs. */
	readonly practice?: string;
	readonly at: Instant;
}

/** Everything of one state of the database, while others go on writing; answers through `tell` what went by. */
export async function* snapshotOf(asked: Asked, tell: (manifest: Manifest) => void): AsyncGenerator<Uint8Array> {
	const { client } = asked;
	await client.query('begin isolation level repeatable read read only');
	yield* joinSections(sectionsOf(asked, tell));
	await client.query('commit');
}

async function* sectionsOf(asked: Asked, tell: (manifest: Manifest) => void): AsyncGenerator<Section<About>> {
	const { client, at } = asked;
	const { rows: steps } = await client.query<{ name: string }>('select name from balise_migration order by name');
	const practices = await practicesOf(asked);
	yield bare({ is: 'begin', at, practices, schema: steps.map((step) => step.name) });
	const tables = await tablesOf(client);
	const walk = walker();
	for (const practice of practices) {
		// The owner of a database that others run may stand behind the tenant wall as well.
		await client.query(`select set_config('app.practice_id', $1, true)`, [practice]);
		for (const table of tables) {
			const about = { is: 'rows', practice, table: table.name, columns: table.columns } as const;
			yield { about, bytes: walk.watch(about, copyOut(client, rowsOf(table, practice))) };
		}
		yield { about: { is: 'roots', practice }, bytes: await rootsOf(asked, practice) };
	}
	const manifest = walk.end();
	tell(manifest);
	yield { about: { is: 'end' }, bytes: one(JSON.stringify(manifest)) };
}

async function practicesOf({ client, practice }: Asked): Promise<readonly string[]> {
	const { rows } = await client.query<{ id: string }>(
		`select id from practice where case when $1::uuid is null then not demo else id = $1::uuid end order by id`,
		[practice ?? null],
	);
	return rows.map((row) => row.id);
}

function rowsOf({ name, columns, order }: Table, practice: string): string {
	const of = name === 'practice' ? 'id' : 'practice_id';
	const by = order.length > 0 ? ` order by ${order.map(quoted).join(', ')}` : '';
	return `select ${columns.map(quoted).join(', ')} from ${quoted(name)} where ${of} = '${practice}'${by}`;
}

/** The roots up to this state: what was signed since belongs to the next backup. */
async function rootsOf({ client, roots }: Asked, practice: string): Promise<AsyncIterable<Uint8Array>> {
	const { rows } = await client.query<{ last: number | null }>(
		'select max(seq) as last from checkpoint where practice_id = $1',
		[practice],
	);
	const file = rootsFile(roots, practice);
	const kept = existsSync(file) ? [...rootsKept(file)].filter(({ seq }) => seq <= (rows[0]?.last ?? 0)) : [];
	return one(kept.map((root) => `${JSON.stringify(root)}\n`).join(''));
}

async function* one(text: string): AsyncGenerator<Uint8Array> {
	yield Buffer.from(text);
}
const bare = (about: About): Section<About> => ({ about, bytes: one('') });

/** What an archive begins with. */
export type Beginning = Extract<About, { is: 'begin' }>;

/** Who receives what is read of an archive. */
export interface Receiver {
	readonly begin?: (about: Beginning) => Promise<void>;
	readonly rows?: (about: Extract<About, { is: 'rows' }>, bytes: AsyncIterable<Uint8Array>) => Promise<void>;
	readonly roots?: (practice: string, text: string) => void;
}

/** Read an archive from beginning to end and prove it: every chain to its head, every count and hash of its manifest. */
export async function readSnapshot(
	source: AsyncIterable<Uint8Array>,
	receiver: Receiver = {},
): Promise<{ readonly begin: Beginning; readonly manifest: Manifest }> {
	const walk = walker();
	let begin: Beginning | undefined;
	let manifest: Manifest | undefined;
	for await (const { about, bytes } of splitSections<About>(source)) {
		if (manifest) throw new ArchiveBroken('changed', 'something follows its end');
		if (about.is === 'rows') {
			const watched = walk.watch(about, bytes);
			await (receiver.rows ? receiver.rows(about, watched) : textOf(watched, false));
			continue;
		}
		const text = await textOf(bytes);
		if (about.is === 'begin') {
			begin = about;
			await receiver.begin?.(about);
		}
		if (about.is === 'roots') receiver.roots?.(about.practice, text);
		if (about.is === 'end') manifest = JSON.parse(text) as Manifest;
	}
	if (!begin || !manifest) throw new ArchiveBroken('cut');
	if (canonical(walk.end()) !== canonical(manifest)) throw new ArchiveBroken('changed', 'its manifest tells otherwise');
	return { begin, manifest };
}

async function textOf(bytes: AsyncIterable<Uint8Array>, isKept = true): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of bytes) if (isKept) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}
