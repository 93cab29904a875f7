import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { DAY, type Instant } from '#server/kernel/time.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';
import { openJson, sealJson } from '#server/platform/seal.ts';
import type { FormValues } from './form.ts';

/** A refused form or a draft, kept sealed: links carry its id alone, and the person comes back to what they typed. */
export interface Pending {
	readonly path: string;
	readonly values: FormValues;
	readonly form: string;
	/** The form that this one was itself to mend: one goes back to it last. */
	readonly mending?: string;
	/** A draft says when it was last written. */
	readonly savedAt?: Instant;
}

const contextOf = (practice: string, id: string) => `pending|${practice}|${id}`;

/** What was typed in a file is sealed under that file's key, and ends with it; elsewhere under the practice's. */
async function keyFor(world: World<Facts>, tx: Tx, practice: string, path: string) {
	const [, file] = /\/(?:clients|portal|room)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/.exec(path) ?? [];
	// A file that is not there, or that was destroyed, is given no key.
	const held =
		file !== undefined &&
		(await tx
			.selectFrom('key_ledger')
			.select('id')
			.where('practice_id', '=', practice)
			.where('journal_id', '=', file)
			.where('part', '=', JOINT)
			.limit(1)
			.executeTakeFirst());
	return held
		? world.keyring.current(tx, practice, file, JOINT)
		: world.keyring.current(tx, practice, practice, 'pending');
}

/** Keep what was typed, a day unless it is said how long. */
export async function keepPending(
	world: World<Facts>,
	practice: string,
	account: string,
	id: string,
	{ keepFor = DAY, ...pending }: Pending & { readonly keepFor?: number },
): Promise<void> {
	// What is swept a day after its time is kept longer by a time to come.
	const at = world.now() + keepFor - DAY;
	await inPractice(world.db, practice, async (tx) => {
		const key = await keyFor(world, tx, practice, pending.path);
		const sealed = sealJson(key.key, contextOf(practice, id), pending);
		await sql`insert into pending (practice_id, id, account_id, key_id, sealed, at)
			values (${practice}, ${id}, ${account}, ${key.id}, ${sealed}, ${at})
			on conflict (practice_id, id) do update set sealed = excluded.sealed, key_id = excluded.key_id, at = excluded.at
			where pending.account_id = ${account}`.execute(tx);
	});
}

/** What was typed, for the same account only, and for a day. */
export async function findPending(
	world: World<Facts>,
	practice: string,
	account: string,
	id: string,
): Promise<Pending | undefined> {
	if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
	return inPractice(world.db, practice, async (tx) => {
		const row = await tx
			.selectFrom('pending')
			.selectAll()
			.where('practice_id', '=', practice)
			.where('id', '=', id)
			.where('account_id', '=', account)
			.where('at', '>', world.now() - DAY)
			.executeTakeFirst();
		const key = row && (await world.keyring.byId(tx, practice, row.key_id));
		return row && key ? openJson<Pending>(key, contextOf(practice, id), row.sealed) : undefined;
	});
}

/** Forget it, once the act was done. */
export const dropPending = (world: World<Facts>, practice: string, id: string): Promise<void> =>
	inPractice(world.db, practice, async (tx) => {
		await tx.deleteFrom('pending').where('practice_id', '=', practice).where('id', '=', id).execute();
	});

/** Sweep what is older than a day; a job calls it. */
export const sweepPending = (world: World<Facts>, practice: string): Promise<void> =>
	inPractice(world.db, practice, async (tx) => {
		await tx
			.deleteFrom('pending')
			.where('practice_id', '=', practice)
			.where('at', '<', world.now() - DAY)
			.execute();
	});
