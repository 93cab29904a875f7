import { sql } from 'kysely';
import { type AccessLine, batchText } from '#server/journal/access.ts';
import type { World } from '#server/journal/world.ts';
import type { Instant } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import { openJson } from '#server/platform/seal.ts';

/** Something that happened to an account, as the register of sign-ins shows it. */
export interface AccountHappening {
	readonly at: Instant;
	readonly account: string;
	/** 'signedIn', 'lockedOut', 'refused signIn'… */
	readonly what: string;
	/** 'done', or why not. */
	readonly outcome: string;
}

interface Asked {
	/** One account's own; everybody's for whoever answers for the practice. */
	readonly account?: string;
	readonly since: Instant;
	readonly limit?: number;
}

const isOfAccount = ({ what }: AccessLine) => /^(refused )?account\./.test(what);

/** The register of sign-ins, newest first: who came in, and what was refused (qc-3.02-b2). */
export const accountRegister = <F>(
	world: World<F>,
	practice: string,
	{ account, since, limit = 200 }: Asked,
): Promise<readonly AccountHappening[]> =>
	inPractice(world.db, practice, async (tx) => {
		const { rows } = await sql<{
			seq: number;
			at: number;
			key_id: string;
			sealed: Buffer;
		}>`select seq, at, key_id, sealed
			from access_batch where practice_id = ${practice} and at >= ${since} order by seq desc limit 5000`.execute(tx);
		const found: AccountHappening[] = [];
		for (const { seq, at, key_id, sealed } of rows) {
			const key = await world.keyring.byId(tx, practice, key_id);
			if (!key || found.length >= limit) continue;
			const lines = openJson<readonly AccessLine[]>(key, batchText({ practice, batch: seq, key: key_id, at }), sealed);
			const mine = lines.filter((l) => isOfAccount(l) && (account === undefined || l.account === account));
			found.push(...mine.map(happening).reverse());
		}
		return found.slice(0, limit);
	});

const happening = ({ at, account = '', what, outcome }: AccessLine): AccountHappening => ({
	at,
	account,
	what: what.replace('account.', ''),
	outcome: outcome.replace('account.', ''),
});
