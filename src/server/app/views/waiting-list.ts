import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import type { Level } from '#server/capabilities/waiting/facts.ts';
import { openBriefs, type StoredBrief } from '#server/journal/brief.ts';
import type { World } from '#server/journal/world.ts';
import { DAY, dayOf, type Instant, type LocalDate } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import type { Brief } from '../brief.ts';
import { type Listed, listDossiers } from '../lists.ts';

/** One file that waits for a place, from its brief alone. */
export interface Waiting extends NonNullable<Brief['waits']> {
	readonly id: string;
	readonly label: string;
	/** Whose file it is: a place of somebody else cannot be offered to it. */
	readonly of: string;
}

/** A moment that somebody could take. */
export interface Place {
	readonly practitioner: string;
	readonly startsAt: Instant;
	readonly endsAt: Instant;
}

const waitingIn = (id: string, of: string, { label, waits }: Brief): readonly Waiting[] =>
	waits ? [{ id, label, of, ...waits }] : [];

/** The waits of one's own files. */
export const waitingOf = (briefs: readonly Listed[], account: string): readonly Waiting[] =>
	briefs.flatMap((b) => waitingIn(b.id, account, b));

const MOST = 2000;
type Row = StoredBrief & { readonly practitioner_id: string | null };

/** For the desk, everybody's: a name, since when, and whose file it is. */
const waitingAtDesk = (world: World<Facts>, practice: string): Promise<readonly Waiting[]> =>
	inPractice(world.db, practice, async (tx) => {
		const { rows } = await sql<Row>`select b.journal_id, b.seq, b.key_id, b.sealed, j.practitioner_id
			from journal j join brief b on b.practice_id = j.practice_id and b.journal_id = j.id
			where j.practice_id = ${practice} and j.kind = 'dossier'
			order by j.created_at desc limit ${MOST}`.execute(tx);
		const opened = await openBriefs<Brief, Row, Facts>(world, tx, practice, rows);
		return opened.flatMap(({ row, brief }) => waitingIn(row.journal_id, row.practitioner_id ?? '', brief));
	});

/** In order: the most pressing first, then whoever has waited longest. */
export function inOrder(waiting: readonly Waiting[], levels: readonly Level[]): readonly Waiting[] {
	const rank = ({ level }: Waiting): number => {
		const found = levels.findIndex((l) => l.id === level);
		return found < 0 ? levels.length : found;
	};
	return waiting.toSorted((a, b) => rank(a) - rank(b) || a.since.localeCompare(b.since) || a.id.localeCompare(b.id));
}

/** Who waits, as this account may know it: a practitioner their own files, the desk everybody's. */
export async function waitingFor(
	world: World<Facts>,
	practice: string,
	{ account, desk }: { readonly account: string; readonly desk: boolean },
): Promise<readonly Waiting[]> {
	if (desk) return waitingAtDesk(world, practice);
	return waitingOf(await listDossiers(world, practice, account), account);
}

interface Freed {
	readonly practitioner_id: string;
	readonly starts_at: number;
	readonly ends_at: number;
}

/** Places that came free: called off, to come, and not taken since. */
export const freedPlaces = (world: World<Facts>, practice: string, practitioner?: string): Promise<readonly Place[]> =>
	inPractice(world.db, practice, async (tx) => {
		const { rows } = await sql<Freed>`select distinct a.practitioner_id, a.starts_at, a.ends_at from appointment a
			where a.practice_id = ${practice} and a.state = 'cancelled' and a.starts_at > ${world.now()}
				and (${practitioner ?? null}::uuid is null or a.practitioner_id = ${practitioner ?? null}::uuid)
				and not exists (select 1 from appointment b where b.practice_id = a.practice_id and b.state = 'booked'
					and b.practitioner_id = a.practitioner_id and b.starts_at < a.ends_at and b.ends_at > a.starts_at)
			order by a.starts_at limit 30`.execute(tx);
		return rows.map((r) => ({ practitioner: r.practitioner_id, startsAt: r.starts_at, endsAt: r.ends_at }));
	});

/** Is this place kept for somebody now? */
export const isKept = (place: Place, waiting: readonly Waiting[], now: Instant): boolean =>
	waiting.some(
		({ of, kept }) =>
			kept !== undefined &&
			kept.until > now &&
			of === place.practitioner &&
			kept.startsAt < place.endsAt &&
			kept.endsAt > place.startsAt,
	);

/** A place in an address or a form: « practitioner~start~end ». */
export const placeKey = ({ practitioner, startsAt, endsAt }: Place): string =>
	[practitioner, startsAt, endsAt].join('~');

/** The place that a form or an address names; undefined when it is none. */
export function placeFrom(key: unknown): Place | undefined {
	const [practitioner = '', from, to] = typeof key === 'string' ? key.split('~') : [];
	const [startsAt, endsAt] = [Number(from), Number(to)];
	return practitioner !== '' && Number.isSafeInteger(startsAt) && Number.isSafeInteger(endsAt)
		? { practitioner, startsAt, endsAt }
		: undefined;
}

/** How many days a place is kept, if nothing else is said. */
const KEPT_DAYS = 3;

/** The last day on which a place that is offered now is kept. */
export const keptBy = (now: Instant): LocalDate => dayOf(now + KEPT_DAYS * DAY);
