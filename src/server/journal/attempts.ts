import type { Entry } from '#server/kernel/entry.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import type { Tx } from '#server/platform/database.ts';
import { prepared, send } from '#server/platform/driver.ts';
import { canonical, hmac } from '#server/platform/hash.ts';
import type { Tables } from '#server/platform/tables.ts';
import { linesOfAttempt, openLine } from './lines.ts';
import type { Attempt, Done } from './perform.ts';
import { blindKey } from './rows.ts';
import type { Piece } from './together.ts';
import type { World } from './world.ts';

/** What makes two sendings the same: act, actor, journal, input. Keyed, since inputs are a client's words. */
async function digestOf<F>(world: World<F>, tx: Tx, attempt: Attempt): Promise<Buffer> {
	const { act, actor, journal, input, safetyFirst } = attempt;
	const who = actor.system ? 'system' : (actor.account ?? '');
	return hmac(
		await blindKey(world, tx, attempt.practice),
		canonical({ act, who, journal: journal.id, input, safetyFirst }),
	);
}

/** The answer that this attempt already got, if it did; anything else under its id is refused. */
export async function answered<F>(
	world: World<F>,
	tx: Tx,
	attempt: Attempt,
	digest: Buffer | undefined,
): Promise<Done | Refusal | undefined> {
	if (!digest) return undefined;
	if (!digest.equals(await digestOf(world, tx, attempt))) return refuse('attempt.reused');
	const entries: Entry[] = [];
	for (const line of await linesOfAttempt(tx, attempt.practice, attempt.id)) {
		const key = await world.keyring.byId(tx, attempt.practice, line.header.key);
		if (key && line.header.journal === attempt.journal.id) entries.push(openLine(key, line));
	}
	return { entries, repeated: true };
}

/** The digest under this attempt's id as the database has it now. */
export async function digestIn(tx: Tx, { practice, id }: Attempt): Promise<Buffer | undefined> {
	const rows = await send<{ digest: Buffer }, Tables>(tx, FIND_ATTEMPT, [practice, id]);
	return rows[0]?.digest;
}

/** Remember that this attempt was done; a refusal does not use the id up. */
export async function attemptPiece<F>(world: World<F>, tx: Tx, attempt: Attempt): Promise<Piece> {
	const digest = await digestOf(world, tx, attempt);
	return { text: ATTEMPT, values: [attempt.id, digest, attempt.journal.id, world.now()] };
}

const FIND_ATTEMPT = prepared('select digest from attempt where practice_id = $1 and id = $2');
const ATTEMPT = 'insert into attempt (practice_id, id, digest, journal_id, at) values ($1, ?, ?, ?, ?)';
