import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { keyring } from '#server/journal/keyring.ts';
import { type FactsCache, factsCache, type Model, type World } from '#server/journal/world.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { type Clock, fixedClock } from '#server/platform/clock.ts';
import { databaseOf, type Engine, poolOf } from '#server/platform/database.ts';
import { fileKeys, type KeyPort } from '#server/platform/keys.ts';
import { openFolder, type TestServer } from './server.ts';

/** The instant at which tests begin unless they say otherwise: a weekday, in the afternoon of Montréal. */
export const START = Date.parse('2026-11-18T19:00:00Z');

/** One database with one practice in it, and as many worlds (processes) on it as a test wants. */
export interface TestHouse<F> {
	readonly world: World<F>;
	readonly practice: string;
	readonly engine: Engine;
	readonly keys: KeyPort;
	readonly clock: ReturnType<typeof fixedClock>;
	/** What the world said after each commit. */
	readonly announced: readonly { readonly journal: string; readonly seq: number }[];
	/** Another process on the same database: its own pool, keys and cache. */
	readonly another: (model?: Model<F>) => World<F>;
	/** A further practice on the same database. */
	readonly addPractice: () => Promise<string>;
	/** As the owner of the database, past every wall: what a thief or an administrator can do. */
	readonly owner: (sql: string, values?: readonly unknown[]) => Promise<readonly Stored[]>;
	/** The same, where there must be a row. */
	readonly ownerOne: (sql: string, values?: readonly unknown[]) => Promise<Stored>;
}

/** A row as it is stored; the test knows what its columns hold. */
// biome-ignore lint/suspicious/noExplicitAny: rows of whatever a test asks for
export type Stored = Record<string, any>;

interface Asked<F> {
	readonly server: TestServer;
	readonly model: Model<F>;
	readonly at?: number;
	readonly connections?: number;
	readonly keys?: KeyPort;
	readonly time?: Clock;
}

/** A migrated database, a practice with its key, and a world on it. */
export async function testHouse<F>({
	server,
	model,
	at = START,
	connections = 6,
	...asked
}: Asked<F>): Promise<TestHouse<F>> {
	const engine = await server.fresh();
	const clock = fixedClock(at);
	const folder = openFolder();
	const keys = asked.keys ?? fileKeys(join(folder, 'keys.json'));
	const announced: { journal: string; seq: number }[] = [];
	const owner = poolOf(engine, 1, 'owner');
	const open = (shape: Model<F>): World<F> => {
		const pool = poolOf(engine, connections, 'app');
		server.before(() => pool.end());
		const announce = (_: string, journal: string, seq: number) => void announced.push({ journal, seq });
		const time = asked.time ?? clock;
		return {
			...time,
			model: shape,
			db: databaseOf(pool),
			keys,
			keyring: keyring(keys, time),
			cache: frozenCache(),
			announce,
		};
	};
	server.before(async () => {
		await owner.end();
		rmSync(folder, { recursive: true, force: true });
	});
	const addPractice = async () => {
		const practice = randomUUID();
		const values = [practice, `p-${practice}`, await keys.rotate(practice), clock.now()];
		await owner.query('insert into practice (id, slug, key_name, created_at) values ($1, $2, $3, $4)', values);
		return practice;
	};
	const rowsOf = async (sql: string, values: readonly unknown[] = []): Promise<readonly Stored[]> =>
		(await owner.query(sql, [...values])).rows;
	return {
		world: open(model),
		practice: await addPractice(),
		engine,
		keys,
		clock,
		announced,
		another: (shape = model) => open(shape),
		addPractice,
		owner: rowsOf,
		ownerOne: async (sql, values) => {
			const [row] = await rowsOf(sql, values);
			if (!row) throw new Error(`no row: ${sql}`);
			return row;
		},
	};
}

/** A cache whose facts cannot be changed by whoever reads them: a fold that writes into its argument fails at once. */
export function frozenCache(): FactsCache {
	const cache = factsCache();
	return { ...cache, put: (journal, facts) => cache.put(journal, freeze(facts)) };
}

function freeze<T>(value: T): T {
	if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
	for (const inner of Object.values(value)) freeze(inner);
	return Object.freeze(value);
}

/** Name a journal. */
export const dossierRef = (id: string): JournalRef => ({ kind: 'dossier', id });
/** Name a practice's own journal. */
export const practiceRef = (id: string): JournalRef => ({ kind: 'practice', id });
/** Name a practitioner's own journal. */
export const practitionerRef = (id: string): JournalRef => ({ kind: 'practitioner', id });
