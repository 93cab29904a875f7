import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { PartId } from '#server/kernel/journal.ts';
import { MINUTE } from '#server/kernel/time.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Tx } from '#server/platform/database.ts';
import { prepared, send } from '#server/platform/driver.ts';
import { sha256 } from '#server/platform/hash.ts';
import { KeyMissing, type KeyPort } from '#server/platform/keys.ts';
import type { Tables } from '#server/platform/tables.ts';

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
	/** Make many keys ready with one question; those that were destroyed are left out. */
	readonly many: (tx: Tx, practice: string, ids: readonly string[]) => Promise<void>;
	/** Keys of that journal were destroyed since this process last looked: then it forgets all that it holds, and says so. */
	readonly renewed: (journal: string, epoch: number) => boolean;
	/**
	 * A new key for that part from now on: what is written after a key left the house opens with none that left. Other
	 * processes use the one they hold for a few minutes more, unless the journal's epoch says otherwise.
	 */
	readonly renew: (tx: Tx, practice: string, journal: string, part: PartId) => Promise<void>;
	readonly forget: () => void;
}

const HELD_FOR = 10 * MINUTE;

interface Wrapped {
	readonly id: string;
	readonly journal_id: string;
	readonly part: PartId;
	readonly wrapped: Buffer;
	readonly wrapped_by: string;
}
const LEDGER = prepared(`select id, journal_id, part, wrapped, wrapped_by from key_ledger
	where practice_id = $1 and id = any($2::uuid[])`);

/** A key is wrapped with what it is for: a row of the ledger given another place opens nothing. */
const purpose = (practice: string, id: string, journal: string, part: PartId): Buffer =>
	sha256(practice, id, journal, part);

/** A row of the key ledger was given another place than the one its key was made for. */
class KeyMisplaced extends Error {
	constructor(id: string) {
		super(`key ${id} was not made for the place it stands in`);
		this.name = 'KeyMisplaced';
	}
}

/** Open the ring over a key port. */
export function keyring(port: KeyPort, clock: Clock): Keyring {
	const keys = new Map<string, { readonly key: KeyObject; readonly until: number }>();
	// Keys made in a transaction that may still roll back: nobody else may be given them, and they die with it.
	const made = new WeakMap<Tx, Map<string, PartKey>>();
	const currents = new Map<string, { readonly id: string; readonly until: number }>();
	let swept = clock.now();
	/** What is no longer used does not stay in memory. */
	const sweep = (now: number) => {
		if (now - swept < MINUTE) return;
		swept = now;
		for (const map of [keys, currents]) for (const [at, { until }] of map) if (until <= now) map.delete(at);
	};
	const hold = (at: string, bytes: Uint8Array): KeyObject => {
		const key = createSecretKey(bytes);
		sweep(clock.now());
		keys.set(at, { key, until: clock.now() + HELD_FOR });
		return key;
	};
	const heldNow = (practice: string, id: string): KeyObject | undefined => {
		const held = keys.get(`${practice}|${id}`);
		return held && held.until > clock.now() ? held.key : undefined;
	};
	const unwrap = async (tx: Tx, practice: string, ids: readonly string[]): Promise<void> => {
		const rows = () => send<Wrapped, Tables>(tx, LEDGER, [practice, ids]);
		await unwrapAll(practice, await rows()).catch(async (error) => {
			// Between the question and its answer, a destruction may have wrapped them by another key: asked once more.
			if (!(error instanceof KeyMissing)) throw error;
			await unwrapAll(practice, await rows());
		});
	};
	const unwrapAll = async (practice: string, rows: readonly Wrapped[]): Promise<void> => {
		for (const { id, journal_id, part, wrapped, wrapped_by } of rows) {
			const bytes = await port.unwrap(wrapped_by, wrapped);
			if (!bytes.subarray(32).equals(purpose(practice, id, journal_id, part))) throw new KeyMisplaced(id);
			hold(`${practice}|${id}`, bytes.subarray(0, 32));
		}
	};
	const many = async (tx: Tx, practice: string, ids: readonly string[]): Promise<void> => {
		const missing = ids.filter((id) => !heldNow(practice, id));
		if (missing.length > 0) await unwrap(tx, practice, missing);
	};
	const byId = async (tx: Tx, practice: string, id: string): Promise<KeyObject | undefined> => {
		const held = heldNow(practice, id);
		if (held) return held;
		await unwrap(tx, practice, [id]);
		return heldNow(practice, id);
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
		// Shared with other makers, never with a destruction: a key wrapped by a practice key that is going would go too.
		const { key_name } = await tx
			.selectFrom('practice')
			.select('key_name')
			.where('id', '=', practice)
			.forShare()
			.executeTakeFirstOrThrow();
		const bound = Buffer.concat([bytes, purpose(practice, id, journal, part)]);
		const wrapped = await port.wrap(key_name, bound);
		await sql`insert into key_ledger (practice_id, id, journal_id, part, wrapped, wrapped_by, created_at)
			select ${practice}, ${id}, ${journal}, ${part}, ${wrapped}, ${key_name}, greatest(${clock.now()}::bigint, max(created_at) + 1)
			from key_ledger where practice_id = ${practice} and journal_id = ${journal} and part = ${part}`.execute(tx);
		const key = { id, key: createSecretKey(bytes) };
		made.set(tx, (made.get(tx) ?? new Map()).set(`${practice}|${journal}|${part}`, key));
		return key;
	};
	const epochs = new Map<string, number>();
	const forget = () => {
		keys.clear();
		currents.clear();
	};
	return {
		byId,
		many,
		renewed: (journal, epoch) => {
			if (epoch === (epochs.get(journal) ?? 0)) return false;
			epochs.set(journal, epoch);
			forget();
			return true;
		},
		current: async (tx, practice, journal, part) => {
			const at = `${practice}|${journal}|${part}`;
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
				await sql`select pg_advisory_xact_lock(hashtextextended(${`key|${at}`}, 0))`.execute(tx);
				row = await newest(tx, practice, journal, part);
			}
			if (!row) return make(tx, practice, journal, part);
			currents.set(at, { id: row.id, until: clock.now() + HELD_FOR });
			const key = await byId(tx, practice, row.id);
			return key ? { id: row.id, key } : make(tx, practice, journal, part);
		},
		renew: async (tx, practice, journal, part) => {
			await make(tx, practice, journal, part);
			currents.delete(`${practice}|${journal}|${part}`);
		},
		forget,
	};
}
