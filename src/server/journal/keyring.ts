import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { PartId } from '#server/kernel/journal.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Tx } from '#server/platform/database.ts';
import type { KeyPort } from '#server/platform/keys.ts';

/** A part key, ready to use. */
export interface PartKey {
	readonly id: string;
	readonly key: KeyObject;
}

/** Part keys, unwrapped and held briefly; never logged, never outside the process. */
export interface Keyring {
	/** The key now used for that part, made when there is none. */
	readonly current: (tx: Tx, practice: string, journal: string, part: PartId) => Promise<PartKey>;
	/** A key by id; undefined when it was destroyed. */
	readonly byId: (tx: Tx, practice: string, id: string) => Promise<KeyObject | undefined>;
	readonly forget: () => void;
}

const HELD_FOR = 10 * 60_000;

/** Open the ring over a key port. */
export function keyring(port: KeyPort, clock: Clock): Keyring {
	const keys = new Map<string, { readonly key: KeyObject; readonly until: number }>();
	// Keys made in a transaction that may still roll back: nobody else may be given them, and they die with it.
	const made = new WeakMap<Tx, Map<string, PartKey>>();
	const currents = new Map<string, { readonly id: string; readonly until: number }>();
	const hold = (id: string, bytes: Uint8Array): KeyObject => {
		const key = createSecretKey(bytes);
		keys.set(id, { key, until: clock.now() + HELD_FOR });
		return key;
	};
	const byId = async (tx: Tx, practice: string, id: string): Promise<KeyObject | undefined> => {
		const held = keys.get(id);
		if (held && held.until > clock.now()) return held.key;
		const row = await tx
			.selectFrom('key_ledger')
			.select(['wrapped', 'wrapped_by'])
			.where('practice_id', '=', practice)
			.where('id', '=', id)
			.executeTakeFirst();
		return row && hold(id, await port.unwrap(row.wrapped_by, row.wrapped));
	};
	const newest = (tx: Tx, practice: string, journal: string, part: PartId) =>
		tx
			.selectFrom('key_ledger')
			.select('id')
			.where('practice_id', '=', practice)
			.where('journal_id', '=', journal)
			.where('part', '=', part)
			.orderBy('created_at', 'desc')
			.limit(1)
			.executeTakeFirst();
	const make = async (tx: Tx, practice: string, journal: string, part: PartId): Promise<PartKey> => {
		const bytes = randomBytes(32);
		const id = clock.newId();
		const { key_name } = await tx
			.selectFrom('practice')
			.select('key_name')
			.where('id', '=', practice)
			.executeTakeFirstOrThrow();
		const wrapped = await port.wrap(key_name, bytes);
		await sql`insert into key_ledger (practice_id, id, journal_id, part, wrapped, wrapped_by, created_at)
			values (${practice}, ${id}, ${journal}, ${part}, ${wrapped}, ${key_name}, ${clock.now()})`.execute(tx);
		const key = { id, key: createSecretKey(bytes) };
		made.set(tx, (made.get(tx) ?? new Map()).set(`${journal}|${part}`, key));
		return key;
	};
	return {
		byId,
		current: async (tx, practice, journal, part) => {
			const at = `${journal}|${part}`;
			const fresh = made.get(tx)?.get(at);
			if (fresh) return fresh;
			const held = currents.get(at);
			if (held && held.until > clock.now()) {
				const key = await byId(tx, practice, held.id);
				if (key) return { id: held.id, key };
			}
			let row = await newest(tx, practice, journal, part);
			if (!row) {
				// One maker at a time, or two processes would each use a key of their own for the same part.
				await sql`select pg_advisory_xact_lock(hashtextextended(${`key|${practice}|${at}`}, 0))`.execute(tx);
				row = await newest(tx, practice, journal, part);
			}
			if (!row) return make(tx, practice, journal, part);
			currents.set(at, { id: row.id, until: clock.now() + HELD_FOR });
			const key = await byId(tx, practice, row.id);
			return key ? { id: row.id, key } : make(tx, practice, journal, part);
		},
		forget: () => {
			keys.clear();
			currents.clear();
		},
	};
}
