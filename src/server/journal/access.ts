import { sql } from 'kysely';
import type { Role } from '#server/kernel/entry.ts';
import { isId, JOINT, type PartId, type PersonId } from '#server/kernel/journal.ts';
import { type Instant, MINUTE } from '#server/kernel/time.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';
import { canonical, hmac, sha256 } from '#server/platform/hash.ts';
import { openJson, sealJson } from '#server/platform/seal.ts';
import { genesis } from './chain.ts';
import { blindKey } from './rows.ts';
import type { World } from './world.ts';

/** One line of the access log: who read, was refused or changed what. Never words of a client. */
export interface AccessLine {
	readonly at: Instant;
	/** Nobody's when somebody not signed in was refused: such lines are only counted. */
	readonly account?: string;
	readonly as?: Role;
	/** The person of the dossier who reads; left out for members of the practice. */
	readonly reader?: PersonId;
	/** 'read <view>' · 'refused <act>' · 'account.signedIn' … */
	readonly what: string;
	/** 'done', or the code of the refusal and the duties that said no. */
	readonly outcome: string;
	/** The dossier it is about: as a whole, one of its persons, or only some of its parts. */
	readonly subject?: { readonly journal: string; readonly person?: PersonId; readonly parts?: readonly PartId[] };
}

/** What stands in the clear beside a sealed batch of lines, and is bound to it. */
export interface BatchHeader {
	readonly practice: string;
	readonly batch: number;
	readonly key: string;
	readonly at: Instant;
}

/** The header of a batch as text: the context in which it is sealed. */
export const batchText = (header: BatchHeader): string => `access|${canonical(header)}`;

/** The hash of a batch: of the one before it, its header and its sealed lines. */
export const linkBatch = (previous: Uint8Array, header: BatchHeader, sealed: Uint8Array): Buffer =>
	sha256(previous, batchText(header), sealed);

/** One reading of one view of one dossier is written down once in this time. */
export const SAME_READING = 10 * MINUTE;
/** How long lines wait for others, so that a page that reads several things writes once. */
const GATHER = 3;

interface Waiting {
	readonly line: AccessLine;
	readonly done: () => void;
	readonly failed: (error: unknown) => void;
}
interface Gathering {
	waiting: Waiting[];
	writing: boolean;
	strangers: number;
	/** What this process itself wrote down lately: reading it again needs no line. */
	readonly recent: Map<string, Instant>;
}
const gatherings = new WeakMap<object, Map<string, Gathering>>();

function gatheringOf<F>(world: World<F>, practice: string): Gathering {
	const byPractice = gatherings.get(world.db) ?? new Map<string, Gathering>();
	gatherings.set(world.db, byPractice);
	const found = byPractice.get(practice) ?? { waiting: [], writing: false, strangers: 0, recent: new Map() };
	byPractice.set(practice, found);
	return found;
}

/**
 * Write lines in the access log; resolves once they are committed, so that what was asked may leave the house. Throws
 * when they cannot be written: then nothing may leave.
 */
export async function noteAccess<F>(
	world: World<F>,
	practice: string,
	given: AccessLine | readonly AccessLine[],
): Promise<void> {
	const gathering = gatheringOf(world, practice);
	const lines = Array.isArray(given) ? (given as readonly AccessLine[]) : [given as AccessLine];
	const known = lines.filter((line) => line.account !== undefined);
	gathering.strangers += lines.length - known.length;
	const fresh = known.filter((line) => !wasJustRead(gathering, line));
	const written = fresh.map(
		(line) => new Promise<void>((done, failed) => gathering.waiting.push({ line, done, failed })),
	);
	if (fresh.length > 0 && !gathering.writing) void writeSoon(world, practice, gathering);
	await Promise.all(written);
}

const isReading = ({ what, outcome }: AccessLine): boolean => what.startsWith('read ') && outcome === 'done';
const sameness = ({ at: _, ...line }: AccessLine): string => canonical(line);

function wasJustRead({ recent }: Gathering, line: AccessLine): boolean {
	const before = isReading(line) ? recent.get(sameness(line)) : undefined;
	return before !== undefined && line.at - before < SAME_READING;
}

async function writeSoon<F>(world: World<F>, practice: string, gathering: Gathering): Promise<void> {
	gathering.writing = true;
	while (gathering.waiting.length > 0) {
		await new Promise((resolve) => setTimeout(resolve, GATHER));
		const batch = gathering.waiting.splice(0, 500);
		try {
			await writeBatch(
				world,
				practice,
				gathering,
				batch.map((w) => w.line),
			);
			for (const { done } of batch) done();
		} catch (error) {
			for (const { failed } of batch) failed(error);
		}
	}
	gathering.writing = false;
}

async function writeBatch<F>(
	world: World<F>,
	practice: string,
	gathering: Gathering,
	lines: readonly AccessLine[],
): Promise<void> {
	const { strangers } = gathering;
	const counted = { at: world.now(), what: 'refused strangers', outcome: String(strangers) };
	const kept = await inPractice(world.db, practice, async (tx) => {
		const head = await lockAccessHead(tx, practice);
		const fresh = await withoutRepeats(world, tx, practice, lines);
		const all = strangers > 0 ? [...fresh, counted] : fresh;
		if (all.length > 0) await append(world, tx, practice, head, all);
		return fresh;
	});
	gathering.strangers -= strangers;
	const { recent } = gathering;
	for (const [key, at] of recent) if (world.now() - at >= SAME_READING || recent.size > 5000) recent.delete(key);
	for (const line of kept.filter(isReading)) recent.set(sameness(line), line.at);
}

/** Take out readings that any process wrote down in the last ten minutes; the others are marked as written. */
async function withoutRepeats<F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	lines: readonly AccessLine[],
): Promise<readonly AccessLine[]> {
	const reading = new Map(lines.filter(isReading).map((line) => [sameness(line), line]));
	const others = lines.filter((line) => !isReading(line));
	if (reading.size === 0) return others;
	const key = await blindKey(world, tx, practice);
	const marks = [...reading.values()].map((line) => ({ line, token: hmac(key, `read|${sameness(line)}`) }));
	await sql`delete from access_recent where practice_id = ${practice} and at <= ${world.now() - SAME_READING}`.execute(
		tx,
	);
	const { rows } = await sql<{ token: Buffer }>`insert into access_recent (practice_id, token, at)
		values ${sql.join(marks.map(({ line, token }) => sql`(${practice}, ${token}, ${line.at})`))}
		on conflict do nothing returning token`.execute(tx);
	const fresh = new Set(rows.map((r) => r.token.toString('hex')));
	return [...others, ...marks.filter(({ token }) => fresh.has(token.toString('hex'))).map(({ line }) => line)];
}

/** Seal the lines as one batch, chain it to the last one, and make it findable by dossier. */
async function append<F>(
	world: World<F>,
	tx: Tx,
	practice: string,
	head: AccessHead,
	lines: readonly AccessLine[],
): Promise<void> {
	const { id, key } = await world.keyring.current(tx, practice, practice, 'access');
	const header: BatchHeader = { practice, batch: head.seq + 1, key: id, at: world.now() };
	const sealed = sealJson(key, batchText(header), lines);
	const hash = linkBatch(head.hash, header, sealed);
	await sql`insert into access_batch (practice_id, seq, at, key_id, sealed, hash)
		values (${practice}, ${header.batch}, ${header.at}, ${id}, ${sealed}, ${hash})`.execute(tx);
	await sql`update access_head set seq = ${header.batch}, hash = ${hash} where practice_id = ${practice}`.execute(tx);
	const journals = [
		...new Set(lines.flatMap(({ subject }) => (subject && isId(subject.journal) ? [subject.journal] : []))),
	];
	if (journals.length > 0) {
		await sql`insert into access_subject (practice_id, batch, journal_id)
			select ${practice}, ${header.batch}, unnest(${journals}::uuid[])`.execute(tx);
	}
}

interface AccessHead {
	readonly seq: number;
	readonly hash: Buffer;
}

/** Batches of a practice are written one after the other, whichever process writes them. */
async function lockAccessHead(tx: Tx, practice: string): Promise<AccessHead> {
	const locked = () =>
		sql<{
			seq: number;
			hash: Buffer;
		}>`select seq, hash from access_head where practice_id = ${practice} for update`.execute(tx);
	const [head] = (await locked()).rows;
	if (head) return head;
	await sql`insert into access_head (practice_id, seq, hash) values (${practice}, 0, ${genesis('access')}) on conflict do nothing`.execute(
		tx,
	);
	return (await locked()).rows[0] ?? { seq: 0, hash: genesis('access') };
}

/** Whose eyes the lines are for, and how many batches back. */
export interface AccessPage {
	/** Only what concerns this person: the whole file, the joint part, or their own; never another person's own doings. */
	readonly person?: PersonId;
	/** Only batches before this one. */
	readonly before?: number;
	readonly limit?: number;
}

/** Who opened one dossier, newest first. */
export async function accessOf<F>(
	world: World<F>,
	practice: string,
	dossier: string,
	{ person, before = Number.MAX_SAFE_INTEGER, limit = 200 }: AccessPage = {},
): Promise<readonly AccessLine[]> {
	return inPractice(world.db, practice, async (tx) => {
		const { rows } = await sql<{
			seq: number;
			at: number;
			key_id: string;
			sealed: Buffer;
		}>`select b.seq, b.at, b.key_id, b.sealed
			from access_subject s join access_batch b on b.practice_id = s.practice_id and b.seq = s.batch
			where s.practice_id = ${practice} and s.journal_id = ${dossier} and s.batch < ${before}
			order by s.batch desc limit ${limit}`.execute(tx);
		const lines: AccessLine[] = [];
		for (const { seq, at, key_id, sealed } of rows) {
			const key = await world.keyring.byId(tx, practice, key_id);
			if (!key) continue;
			const batch = openJson<readonly AccessLine[]>(key, batchText({ practice, batch: seq, key: key_id, at }), sealed);
			lines.push(...batch.filter((line) => line.subject?.journal === dossier).reverse());
		}
		return person === undefined ? lines : lines.filter((line) => concerns(line, person));
	});
}

/** Does a line concern this person? Another person's reading of the joint part is that person's own affair. */
function concerns({ subject, reader }: AccessLine, person: PersonId): boolean {
	if (subject?.person !== undefined && subject.person !== person) return false;
	if (reader !== undefined && reader !== person) return subject?.parts?.includes(person) ?? false;
	return subject?.parts === undefined || subject.parts.some((part) => part === JOINT || part === person);
}
