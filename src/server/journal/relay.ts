import { sql } from 'kysely';
import { DAY, MINUTE } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import type { Jobs } from '#server/platform/jobs.ts';
import { templates } from '#words/mail.ts';
import { deliver, type PostOffice, type Taken } from './deliver.ts';
import { type House, type OutboxState, openBody, type SealedRow, sweepOutbox } from './outbox.ts';

/** Longer than any sending: what a killed process had taken is taken again after it. */
const LEASE = 5 * MINUTE;
const AT_ONCE = 4;

/** Deliver what is due in one practice; answers how each message fared. Nothing leaves a demonstration. */
export async function relayOnce(world: House, office: PostOffice, practice: string): Promise<readonly OutboxState[]> {
	const states: OutboxState[] = [];
	while (office.mail.configured && !office.closing?.aborted) {
		const taken = await takeDue(world, practice);
		states.push(...(await Promise.all(taken.map((message) => deliver(world, office, message)))));
		if (taken.length < AT_ONCE) break;
	}
	return states;
}

/** Each row is taken by one process, for one try: it is due again only when its lease is over. */
const takeDue = (world: House, practice: string): Promise<readonly Taken[]> =>
	inPractice(world.db, practice, async (tx) => {
		const now = world.now();
		const { rows } = await sql<SealedRow & { tries: number; created_at: number }>`
			update outbox set tries = tries + 1, not_before = ${now + LEASE} where practice_id = ${practice} and id in (
				select id from outbox where practice_id = ${practice} and state = 'waiting' and channel = 'email' and not_before <= ${now}
					and exists (select from practice where practice.id = ${practice} and not demo)
				order by seq limit ${AT_ONCE} for update skip locked)
			returning id, tries, key_id, sealed, created_at`.execute(tx);
		const taken: Taken[] = [];
		for (const row of rows) {
			const body = await openBody(world, tx, practice, row);
			taken.push({ practice, id: row.id, tries: row.tries, createdAt: row.created_at, body });
		}
		return taken;
	});

/** The relay of this process. */
export interface Relay {
	/** Something may be waiting in that practice: many hints in one moment are one look, and none is missed. */
	readonly poke: (practice: string) => void;
	/** What comes round: messages that are due again, hints that were lost, rows that are old. */
	readonly jobs: Jobs;
	/** What is being sent is given up, and waits; ends when nothing is on its way. */
	readonly stop: () => Promise<void>;
}

/** Open the relay; nothing leaves before a poke or its jobs. */
export function openRelay(world: House, given: Omit<PostOffice, 'closing'>): Relay {
	const closing = new AbortController();
	const office = { ...given, closing: closing.signal };
	given.log.know(templates);
	const looking = new Map<string, { again: boolean; ended: Promise<void> }>();
	const look = (practice: string): Promise<void> => {
		const known = looking.get(practice);
		if (known) {
			known.again = true;
			return known.ended;
		}
		const mine = { again: true, ended: Promise.resolve() };
		looking.set(practice, mine);
		const quiet = () => void looking.delete(practice);
		mine.ended = lookUntilQuiet(world, office, practice, { mine, quiet });
		return mine.ended;
	};
	return {
		poke: (practice) => {
			if (office.mail.configured && !closing.signal.aborted) void look(practice);
		},
		jobs: {
			'outbox.relay': { every: 30_000, run: () => everywhere(world, closing.signal, look) },
			'outbox.sweep': { every: DAY, run: () => everywhere(world, closing.signal, (id) => sweepOutbox(world, id)) },
		},
		stop: async () => {
			closing.abort();
			await Promise.all([...looking.values()].map(({ ended }) => ended));
		},
	};
}

interface Look {
	readonly mine: { again: boolean };
	/** Called in the same breath as the last question, so that no hint falls between the two. */
	readonly quiet: () => void;
}

async function lookUntilQuiet(
	world: House,
	office: PostOffice,
	practice: string,
	{ mine, quiet }: Look,
): Promise<void> {
	while (mine.again && !office.closing?.aborted) {
		mine.again = false;
		await relayOnce(world, office, practice).catch((error: unknown) =>
			office.log.error('mail.failed', error, { practice }),
		);
	}
	quiet();
}

async function everywhere(
	world: House,
	closing: AbortSignal,
	work: (practice: string) => Promise<unknown>,
): Promise<void> {
	for (const { id } of await world.db.selectFrom('practice').select('id').where('demo', '=', false).execute()) {
		if (closing.aborted) return;
		await work(id);
	}
}
