import { sql } from 'kysely';
import { DAY, type Instant } from '#server/kernel/time.ts';
import type { Clock } from '#server/platform/clock.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';
import { openJson } from '#server/platform/seal.ts';
import { isLocale, type Locale } from '#words/i18n.ts';
import { isTemplate, type Letter, letterOf } from '#words/mail.ts';
import type { Outgoing, World } from './world.ts';

/** What the outbox needs of the world. */
export type House = Clock & Pick<World<unknown>, 'db' | 'keyring'>;

/**
 * waiting: not left yet, or tried and to be tried again. sent: the mail server took it. refused: nobody at that
 * address. expired: too old to be of use. failed: given up.
 */
export type OutboxState = 'waiting' | 'sent' | 'refused' | 'expired' | 'failed';

/** A row as it is stored. */
export interface SealedRow {
	readonly id: string;
	readonly key_id: string;
	readonly sealed: Buffer;
}

/** What a row holds; nothing when its key is gone or its bytes were altered. */
export async function openBody(world: House, tx: Tx, practice: string, row: SealedRow): Promise<Outgoing | undefined> {
	const key = await world.keyring.byId(tx, practice, row.key_id);
	try {
		return key && openJson<Outgoing>(key, `outbox|${practice}|${row.id}`, row.sealed);
	} catch {
		return undefined;
	}
}

/** The language a message is written in. */
export const localeOf = ({ language }: Outgoing): Locale => (isLocale(language) ? language : 'fr');

/** The letter, or nothing when its template or its values are not ours. */
export function render(body: Outgoing, origin: string): Letter | undefined {
	try {
		return isTemplate(body.template) ? letterOf(localeOf(body), body.template, body.values, origin) : undefined;
	} catch {
		return undefined;
	}
}

/** A message as the Outbox page shows it. */
export interface OutboxRow {
	readonly id: string;
	readonly state: OutboxState;
	readonly createdAt: Instant;
	readonly tries: number;
	/** When it is tried again; absent before the first time and once it is done. */
	readonly nextAt?: Instant;
	readonly doneAt?: Instant;
	readonly channel: string;
	readonly to: string;
	readonly template: string;
	readonly language: string;
	/** Absent when it can no longer be read. An invitation's link is left out: see `copyInvitation`. */
	readonly letter: Letter | undefined;
}

const LISTED = 200;

/** The last messages of a practice, newest first, never those that are secret. `origin` is where its people sign in. */
export const listOutbox = (world: House, practice: string, origin: string): Promise<readonly OutboxRow[]> =>
	inPractice(world.db, practice, async (tx) => {
		const rows = await tx
			.selectFrom('outbox')
			.selectAll()
			.where('practice_id', '=', practice)
			.orderBy('seq', 'desc')
			.limit(LISTED)
			.execute();
		const shown: OutboxRow[] = [];
		for (const row of rows) {
			const body = await openBody(world, tx, practice, row);
			if (!body || body.secret) continue;
			const letter = render(body, origin);
			shown.push({
				id: row.id,
				state: row.state as OutboxState,
				createdAt: row.created_at,
				tries: row.tries,
				...(row.state === 'waiting' && row.tries > 0 && { nextAt: row.not_before }),
				...(row.done_at !== null && { doneAt: row.done_at }),
				channel: body.channel,
				to: body.to,
				template: body.template,
				language: body.language,
				letter: letter && withoutSecondHand(body, letter),
			});
		}
		return shown;
	});

/** Whoever reads the list must not hold the link: copying it is an act of its own. */
const withoutSecondHand = ({ template, values }: Outgoing, letter: Letter): Letter =>
	template === 'invitation' ? { ...letter, text: letter.text.replaceAll(String(values.path), '/…') } : letter;

/** Tells whether an invitation may still be copied: until it is claimed. Its path is what the letter's link ends with. */
export type MayCopy = (path: string) => boolean | Promise<boolean>;

/** An invitation's letter with its link, to hand over by other means; nothing once it is claimed, or if it is another letter. */
export async function copyInvitation(
	world: House,
	practice: string,
	asked: { readonly id: string; readonly origin: string; readonly mayCopy: MayCopy },
): Promise<Letter | undefined> {
	const body = await inPractice(world.db, practice, async (tx) => {
		const row = await tx
			.selectFrom('outbox')
			.select(['id', 'key_id', 'sealed'])
			.where('practice_id', '=', practice)
			.where('id', '=', asked.id)
			.executeTakeFirst();
		return row && openBody(world, tx, practice, row);
	});
	if (body?.template !== 'invitation' || body.secret || !(await asked.mayCopy(String(body.values.path))))
		return undefined;
	return render(body, asked.origin);
}

/** A done row is kept as long as somebody may ask whether it left. */
const KEPT = 30 * DAY;

/** Forget what has long left, or long been given up. */
export const sweepOutbox = (world: House, practice: string): Promise<unknown> =>
	inPractice(world.db, practice, (tx) =>
		sql`delete from outbox where practice_id = ${practice} and state <> 'waiting' and done_at < ${world.now() - KEPT}`.execute(
			tx,
		),
	);
