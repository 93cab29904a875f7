import { sql } from 'kysely';
import { CODE_MINUTES } from '#server/capabilities/accounts/index.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { openBody, type SealedRow } from '#server/journal/outbox.ts';
import type { Outgoing, World } from '#server/journal/world.ts';
import { DAY, MINUTE } from '#server/kernel/time.ts';
import { type Config, isLoopback } from '#server/platform/config.ts';
import { inPractice } from '#server/platform/database.ts';
import { hostWords } from '#words/host.ts';
import { locales } from '#words/i18n.ts';

/** Codes show on the terminal only where no e-mail can leave and nobody but this machine can come in. */
export const showsCodes = ({ mail, origin, host }: Pick<Config, 'mail' | 'origin' | 'host'>): boolean =>
	mail === undefined && isLoopback(new URL(origin).hostname) && isLoopback(host);

/** How a code reaches whoever asks for it: nothing ever leaves a demonstration. */
export type CodesBy = 'mail' | 'terminal' | 'none';
/** The way of this host and practice. */
export const codesBy = (config: Config, isDemo: boolean): CodesBy =>
	showsCodes(config) ? 'terminal' : config.mail !== undefined && !isDemo ? 'mail' : 'none';

const GOOD_FOR = CODE_MINUTES * MINUTE;
type Waiting = SealedRow & { readonly tries: number; readonly created_at: number };

/** Say each code that waits in a practice, once, as somebody reads it out; what is too old to be of use is forgotten. */
export async function sayCodes(world: World<Facts>, practice: string, say: (line: string) => void): Promise<void> {
	const letters = await inPractice(world.db, practice, async (tx) => {
		const { rows } = await sql<Waiting>`select id, key_id, sealed, tries, created_at from outbox
			where practice_id = ${practice} and state = 'waiting' and channel = 'email' and created_at > ${world.now() - DAY}
			order by seq for update skip locked`.execute(tx);
		const found: Outgoing[] = [];
		for (const row of rows) {
			const body = await openBody(world, tx, practice, row);
			if (!body?.secret) continue;
			const isOld = row.created_at + GOOD_FOR < world.now();
			if (!isOld && row.tries === 0) found.push(body);
			await (isOld
				? sql`delete from outbox where practice_id = ${practice} and id = ${row.id}`
				: sql`update outbox set tries = 1 where practice_id = ${practice} and id = ${row.id}`
			).execute(tx);
		}
		return found;
	});
	for (const { to, values } of letters)
		say(locales.map((locale) => hostWords(locale).code({ to, code: String(values.code) })).join(' | '));
}
