import type pg from 'pg';
import type { Instant } from '#server/kernel/time.ts';
import { type Head, openArchive, readHead, writeArchive } from '#server/platform/backup/archive.ts';
import { ArchiveBroken } from '#server/platform/backup/frames.ts';
import { keysHeld } from '#server/platform/backup/key-file.ts';
import { openBySheet, sealForSheet } from '#server/platform/backup/sheet.ts';
import type { Store } from '#server/platform/backup/store.ts';
import type { KeyPort } from '#server/platform/keys.ts';
import { alone, BACKUP, backupKey, type House, lastGood, remembered } from './house.ts';

/** A key of the ledger, as it is wrapped; bytes in base64. */
export interface Wrapped {
	readonly id: string;
	readonly journal_id: string;
	readonly part: string;
	readonly wrapped: string;
	readonly wrapped_by: string;
	readonly created_at: Instant;
}
/** A key that was destroyed on purpose: no restore brings it back. */
export interface Destroyed {
	readonly id: string;
	readonly journal_id: string;
	readonly part: string;
	readonly at: Instant;
}
/** The keys of a practice, as they stood together. */
export interface PracticeKeys {
	readonly id: string;
	readonly key_name: string;
	readonly ledger: readonly Wrapped[];
	readonly destroyed: readonly Destroyed[];
	/** Names on their way out of the port: in no copy. */
	readonly retired: readonly string[];
}
/** A copy of the key ledger and of the destroyed list. */
export interface KeysCopy {
	readonly at: Instant;
	readonly practices: readonly PracticeKeys[];
}

const KEPT = 3;
const LOCK = 741_854;
const numberOf = (name: string): number => Number(/^keys\.(\d+)$/.exec(name)?.[1] ?? 0);

/** The copies of the keys in a store, the newest first. */
export const keysCopies = async (store: Store): Promise<readonly string[]> =>
	(await store.list()).filter((name) => numberOf(name) > 0).toSorted((a, b) => numberOf(b) - numberOf(a));

/**
 * Copy the key ledger, the destroyed list and, for each recovery sheet, the practice's own keys. The last three are
 * kept; after a destruction, or once a sheet was replaced, only the new one: no older copy still opens what ended.
 */
export const copyKeys = (house: House): Promise<{ readonly name: string; readonly bytes: number }> =>
	alone(house.pool, LOCK, async () => {
		const { store, keys, pool } = house;
		const key = await backupKey(house);
		const before = await keysCopies(store);
		const last = await lastGood(pool, 'keys');
		const name = `keys.${numberOf(before[0] ?? '') + 1}`;
		return remembered(house, { kind: 'keys', name, key_name: key }, async () => {
			const { copy, held } = await takeKeys(house);
			const sheets = await sealedForSheets(house, copy, held);
			const sealing = { keys, key, format: 'balise-keys' as const, sheets };
			const bytes = await store.write(name, writeArchive(sealing, one(JSON.stringify(copy))));
			await prove(keys, await readKeys(keys, store.readDraft(name)));
			await store.keep(name);
			const destroyedAt = Math.max(0, ...copy.practices.flatMap((p) => p.destroyed.map((d) => d.at)));
			// A sheet that another one replaced may be in somebody's hands.
			const isAlone = destroyedAt >= (last?.at ?? 0) || !(await hasSameSheets(store, before[0], sheets));
			for (const old of before.slice(isAlone ? 0 : KEPT - 1)) await store.remove(old);
			return { name, bytes };
		});
	});

interface Taken {
	readonly copy: KeysCopy;
	/** What the key file held at the same moment. */
	readonly held: Readonly<Record<string, string>>;
}

/** The ledger and the key file as they stand together: a destruction waits for so long, or is over. */
async function takeKeys({ pool, keysFile, clock }: House): Promise<Taken> {
	const client = await pool.connect();
	try {
		await client.query('begin');
		const { rows } = await client.query<{ id: string; key_name: string }>(
			'select id, key_name from practice where not demo order by id for share',
		);
		const practices: PracticeKeys[] = [];
		for (const row of rows) practices.push(await keysOf(client, row));
		const held = keysFile === undefined ? {} : keysHeld(keysFile);
		await client.query('commit');
		client.release();
		return { copy: { at: clock.now(), practices }, held };
	} catch (error) {
		client.release(true);
		throw error;
	}
}

async function keysOf(
	client: pg.ClientBase,
	{ id, key_name }: { id: string; key_name: string },
): Promise<PracticeKeys> {
	await client.query(`select set_config('app.practice_id', $1, true)`, [id]);
	const ledger = await client.query<Wrapped>(
		`select id, journal_id, part, translate(encode(wrapped, 'base64'), E'\\n', '') as wrapped, wrapped_by, created_at
			from key_ledger where practice_id = $1 order by id`,
		[id],
	);
	const destroyed = await client.query<Destroyed>(
		'select id, journal_id, part, at from destroyed_key where practice_id = $1 order by id',
		[id],
	);
	const retired = await client.query<{ name: string }>('select name from retired_key where practice_id = $1', [id]);
	return {
		id,
		key_name,
		ledger: ledger.rows,
		destroyed: destroyed.rows,
		retired: retired.rows.map((row) => row.name),
	};
}

type Boxes = NonNullable<Head['sheets']>;

/** Each sheet opens its own practice's keys, and those of the backups: nobody else's. */
async function sealedForSheets({ sheetOf }: House, { practices }: KeysCopy, held: Taken['held']): Promise<Boxes> {
	const boxes: Boxes[number][] = [];
	for (const { id, retired } of practices) {
		const sheet = await sheetOf(id);
		if (!sheet) continue;
		const own = Object.entries(held).filter(
			([name]) => (name.startsWith(`${id}/`) && !retired.includes(name)) || name.startsWith(`${BACKUP}/`),
		);
		boxes.push({
			practice: id,
			sheet: sheet.id,
			box: sealForSheet(sheet.publicKey, JSON.stringify(Object.fromEntries(own))),
		});
	}
	return boxes;
}

async function hasSameSheets(store: Store, name: string | undefined, now: Boxes): Promise<boolean> {
	if (name === undefined) return true;
	const { sheets = [] } = await readHead(store.read(name), 'balise-keys');
	return sheets.every(({ sheet }) => now.some((box) => box.sheet === sheet));
}

/** Open a copy of the keys; throws ArchiveBroken. */
export async function readKeys(keys: KeyPort, source: AsyncIterable<Uint8Array>): Promise<KeysCopy> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of openArchive(keys, source, 'balise-keys')) chunks.push(chunk);
	return JSON.parse(Buffer.concat(chunks).toString()) as KeysCopy;
}

/** A copy is worth something only if every key in it opens. */
async function prove(keys: KeyPort, { practices }: KeysCopy): Promise<void> {
	for (const { ledger } of practices)
		for (const { wrapped, wrapped_by } of ledger) await keys.unwrap(wrapped_by, Buffer.from(wrapped, 'base64'));
}

/** The keys that a sheet opens in the newest copy that has a box for it; throws when there is none. */
export async function keysBySheet(store: Store, secret: Buffer): Promise<Readonly<Record<string, string>>> {
	for (const name of await keysCopies(store)) {
		const { sheets = [] } = await readHead(store.read(name), 'balise-keys');
		for (const { box } of sheets) {
			const opened = openBySheet(secret, box);
			if (opened !== undefined) return JSON.parse(opened) as Record<string, string>;
		}
	}
	throw new ArchiveBroken('noKey', 'no copy of the keys was sealed for this sheet');
}

async function* one(text: string): AsyncGenerator<Uint8Array> {
	yield Buffer.from(text);
}
