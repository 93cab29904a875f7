import type { Facts } from '#server/capabilities/index.ts';
import { add, store } from '#server/journal/append.ts';
import { writeBrief } from '#server/journal/brief.ts';
import { hold } from '#server/journal/locks.ts';
import { readEntries } from '#server/journal/read.ts';
import type { World } from '#server/journal/world.ts';
import type { Draft, Entry } from '#server/kernel/entry.ts';
import { JOINT, type JournalRef } from '#server/kernel/journal.ts';
import { DAY, HOUR } from '#server/kernel/time.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';
import { type Client, openSession, type Path, request, startSession, walk } from '../../tests/support/path.ts';

/** One client's file as it was told by acts: the way in, and one week of meeting, note and messages. */
export interface Told {
	readonly client: Client;
	readonly request: readonly Entry[];
	readonly wayIn: readonly Entry[];
	readonly booking: readonly Entry[];
	readonly week: readonly Entry[];
	/** The ids that belong to this file alone: a copy has others. */
	readonly own: readonly string[];
}

const NAME = 'Camille Roy';
const words = 'Une phrase de la vie de tous les jours, écrite sans hâte. ';

/** Tell one file through the real acts, up to a consent in force and one week. */
export async function tellFile(path: Path): Promise<Told> {
	const client = await request(path, { names: [NAME] });
	const asked = await allLines(path, client.dossier);
	await walk(path, client);
	const wayIn = await allLines(path, client.dossier);
	await book(path, client);
	const booked = await allLines(path, client.dossier);
	await meet(path, client);
	const all = await allLines(path, client.dossier);
	const beside = JSON.stringify([await allLines(path, path.practice), await allLines(path, path.practitioner.journal)]);
	const known = new Set([path.practice.id, path.practitioner.account, ...(beside.match(ID) ?? [])]);
	const found = JSON.stringify([client.dossier.id, client.persons, all]).match(ID) ?? [];
	return {
		client,
		request: asked,
		wayIn,
		booking: booked.slice(wayIn.length),
		week: all.slice(booked.length),
		own: [...new Set(found)].filter((id) => !known.has(id)),
	};
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

async function allLines({ world, practice, factsOf }: Path, journal: JournalRef): Promise<readonly Entry[]> {
	const persons = journal.kind === 'dossier' ? Object.keys((await factsOf(journal)).dossier.joint.dossier.persons) : [];
	return (await readEntries(world, practice.id, journal, { parts: [JOINT, ...persons], limit: 1000 })).entries;
}

function book({ world, practitioner, does }: Path, { dossier, persons }: Client) {
	// An hour to the millisecond: longer, and it would meet the next file's.
	const startsAt = world.now();
	return does(practitioner.actor, dossier, 'appointment.book', {
		id: world.newId(),
		purpose: 'service',
		mode: 'video',
		persons: persons.map((p) => p.id),
		practitioner: practitioner.account,
		startsAt,
		endsAt: startsAt + HOUR,
		zone: 'America/Toronto',
	});
}

async function meet(path: Path, client: Client): Promise<void> {
	const { practitioner, does, world } = path;
	const { dossier, persons } = client;
	const session = await openSession(path, client);
	await startSession(path, client, session);
	await does(practitioner.actor, dossier, 'session.end', { id: session });
	await does(practitioner.actor, dossier, 'note.sign', {
		session,
		body: { reason: words.repeat(4), course: words.repeat(12), plan: words.repeat(4) },
		happened: {},
		attests: persons.map((p) => p.id),
		sources: [],
		authors: [practitioner.account],
	});
	const thread = world.newId();
	for (const { actor } of [...persons, practitioner])
		await does(actor, dossier, 'message.send', { thread, purpose: 'care', channel: 'portal', body: words.repeat(8) });
}

/** One copy to write. */
export interface Copy {
	/** How many weeks of meetings, notes and messages. */
	readonly weeks: number;
	/** Which hour of the week is this file's: no two files may meet at once. Files beyond a week of hours are older. */
	readonly slot: number;
	/** Ids that must not be new: a client's account. */
	readonly ids?: Readonly<Record<string, string>>;
	/** Only a request that waits. */
	readonly requestOnly?: boolean;
}

const AT_ONCE = 50;

/**
 * Write copies of a file, many in one transaction, with the journal's own functions (hold, add, store, brief): other ids,
 * other instants, the same words and authors. Norms are not judged again: they were, when the file was told.
 */
export async function writeFiles(
	world: World<Facts>,
	{ practice }: Pick<Path, 'practice'>,
	told: Told,
	copies: readonly Copy[],
): Promise<readonly JournalRef[]> {
	const chunks = Array.from({ length: Math.ceil(copies.length / AT_ONCE) }, (_, n) =>
		copies.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
	);
	const written: (readonly JournalRef[])[] = [];
	const waiting = chunks.entries();
	const write = async () => {
		for (const [n, chunk] of waiting)
			written[n] = await inPractice(world.db, practice.id, (tx) =>
				inOrder(chunk, (copy) => writeOne(world, tx, practice.id, linesOf(world, told, copy))),
			);
	};
	await Promise.all(Array.from({ length: WRITERS }, write));
	return written.flat();
}

const WRITERS = 3;

async function inOrder<A, B>(list: readonly A[], work: (one: A) => Promise<B>): Promise<readonly B[]> {
	const done: B[] = [];
	for (const one of list) done.push(await work(one));
	return done;
}

interface Lines {
	readonly id: string;
	readonly entries: readonly Entry[];
}

async function writeOne(world: World<Facts>, tx: Tx, practice: string, { id, entries }: Lines): Promise<JournalRef> {
	const ref: JournalRef = { kind: 'dossier', id };
	const held = await hold(world, tx, { practice, journals: [ref], creates: ref, account: undefined });
	const journal = held?.get(id);
	if (!held || !journal) throw new Error('a new file cannot be held');
	const attempt = world.newId();
	for (const { kind, data, part, by, at } of entries)
		add({ ...world, now: () => at }, journal, { kind, data, part } as unknown as Draft, by, attempt);
	await store(world, tx, practice, journal);
	await writeBrief(world, tx, practice, held, ref);
	return ref;
}

const WEEK = 7 * DAY;
/** The hours of a week, without the one that the told file itself has. */
const HOURS = 167;

/** The lines of a copy: the way in long ago, one week after the other, and for files of today a booking to come. */
function linesOf(world: World<Facts>, told: Told, { weeks, slot, ids, requestOnly }: Copy): Lines {
	const same = new Map(told.own.map((id) => [id, ids?.[id] ?? world.newId()]));
	const name = `${NAME} ${slot}`;
	const age = Math.floor(slot / HOURS);
	const now = world.now() - (told.request[0]?.at ?? 0) - age * (weeks + 2) * WEEK;
	const week = (n: number) => now + (n - weeks) * WEEK + ((slot % HOURS) + 1) * HOUR;
	const copied = (lines: readonly Entry[], shift: number, other: ReadonlyMap<string, string> = same) =>
		rewritten(lines, { ids: other, shift, name });
	const id = same.get(told.client.dossier.id) ?? '';
	if (requestOnly) return { id, entries: copied(told.request, now) };
	const years = Array.from({ length: weeks }, (_, n) =>
		copied([...told.booking, ...told.week], week(n), renewed(world, told, same)),
	).flat();
	const coming = age === 0 ? copied(told.booking, week(weeks), renewed(world, told, same)) : [];
	return { id, entries: [...copied(told.wayIn, now - (weeks + 1) * WEEK), ...years, ...coming] };
}

/** The ids of one week are its own; those of the file and its persons stay. */
function renewed(
	world: World<Facts>,
	{ client }: Told,
	same: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
	const stays = new Set([client.dossier.id, ...client.persons.flatMap((p) => [p.id, p.actor.account ?? ''])]);
	return new Map([...same].map(([id, to]) => [id, stays.has(id) ? to : world.newId()]));
}

const INSTANT = /\b1[5-9]\d{11}\b/g;

interface Rewriting {
	readonly ids: ReadonlyMap<string, string>;
	readonly shift: number;
	readonly name: string;
}

function rewritten(lines: readonly Entry[], { ids, shift, name }: Rewriting): readonly Entry[] {
	const text = JSON.stringify(lines)
		.replace(ID, (id) => ids.get(id) ?? id)
		.replace(INSTANT, (at) => String(Number(at) + shift))
		.replaceAll(NAME, name);
	return JSON.parse(text) as readonly Entry[];
}
