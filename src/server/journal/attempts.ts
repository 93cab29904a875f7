import type { Entry } from '#server/kernel/entry.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import type { Tx } from '#server/platform/database.ts';
import { canonical, hmac } from '#server/platform/hash.ts';
import { linesOfAttempt, openLine } from './lines.ts';
import type { Attempt, Done } from './perform.ts';
import { blindKey } from './rows.ts';
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
export async function answered<F>(world: World<F>, tx: Tx, attempt: Attempt): Promise<Done | Refusal | undefined> {
	const row = await tx
		.selectFrom('attempt')
		.select('digest')
		.where('practice_id', '=', attempt.practice)
		.where('id', '=', attempt.id)
		.executeTakeFirst();
	if (!row) return undefined;
	if (!row.digest.equals(await digestOf(world, tx, attempt))) return refuse('attempt.reused');
	const entries: Entry[] = [];
	for (const line of await linesOfAttempt(tx, attempt.practice, attempt.id)) {
		const key = await world.keyring.byId(tx, attempt.practice, line.header.key);
		if (key && line.header.journal === attempt.journal.id) entries.push(openLine(key, line));
	}
	return { entries, repeated: true };
}

/** Remember that this attempt was done; a refusal does not use the id up. */
export async function markAttempt<F>(world: World<F>, tx: Tx, attempt: Attempt): Promise<void> {
	await tx
		.insertInto('attempt')
		.values({
			practice_id: attempt.practice,
			id: attempt.id,
			digest: await digestOf(world, tx, attempt),
			journal_id: attempt.journal.id,
			at: world.now(),
		})
		.execute();
}
