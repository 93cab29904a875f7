import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import { type Line, readLines } from '#server/journal/lines.ts';
import type { World } from '#server/journal/world.ts';
import { reachOf } from '#server/kernel/dossier.ts';
import type { Role } from '#server/kernel/entry.ts';
import type { PartId } from '#server/kernel/journal.ts';
import { inPractice } from '#server/platform/database.ts';
import type { TextFound, TextQuery } from '#server/platform/full-text.ts';
import { startThread } from '#server/platform/thread.ts';
import { factsOf } from '../facts.ts';
import type { AskedOfReader, Handed } from './reader.ts';

/** How far the unlocking has come, in lines read. */
export interface Progress {
	readonly done: number;
	readonly total: number;
}

/** The files somebody follows, unlocked for finding: an index in a thread's memory, and nowhere else. */
export interface Caseload {
	readonly progress: () => Progress;
	/** Resolves once all that is within reach was read. */
	readonly ready: Promise<void>;
	/** What was written since is read first, and what went out of reach is forgotten. */
	readonly find: (query: TextQuery) => Promise<TextFound>;
	/** Forget what was destroyed, or is out of reach. */
	readonly sweep: () => Promise<void>;
	readonly end: () => Promise<void>;
}

/** Whose caseload: an account of a practice, with its roles. */
export interface Whose {
	readonly practice: string;
	readonly account: string;
	readonly roles: readonly Role[];
}

interface File {
	readonly id: string;
	readonly seq: number;
	readonly epoch: number;
}
interface Known extends File {
	readonly parts: readonly PartId[];
}

const READER = 'src/server/app/find/reader.ts';
const AT_ONCE = 200;
/** Files read side by side: while one is opened in the thread, others come from the database. */
const LANES = 4;

/** Begin to unlock: what is within reach is read and opened in a thread, while people are answered. */
export function openCaseload(world: World<Facts>, whose: Whose): Caseload {
	const thread = startThread<AskedOfReader>(READER);
	const known = new Map<string, Known>();
	const progress = { done: 0, total: 0 };
	const forget = async (ids: readonly string[]) => {
		for (const id of ids) known.delete(id);
		if (ids.length > 0) await thread.ask<void>({ ask: 'forget', journals: ids });
	};
	/** The files of today; those that went, or of which something was destroyed, are forgotten. */
	const look = async (): Promise<readonly File[]> => {
		const files = await filesOf(world, whose);
		const now = new Map(files.map((file) => [file.id, file]));
		await forget([...known.values()].filter(({ id, epoch }) => now.get(id)?.epoch !== epoch).map(({ id }) => id));
		return files.filter(({ id, seq }) => seq > (known.get(id)?.seq ?? 0));
	};
	const bring = async (file: File): Promise<void> => {
		const parts = await partsWithin(world, whose, file.id);
		// Where reach changed, the file is read again from its first line.
		if (known.get(file.id)?.parts.join() !== parts.join()) await forget([file.id]);
		for (let after = known.get(file.id)?.seq ?? 0; after < file.seq; after += AT_ONCE) {
			const read = await readSome(world, whose.practice, { ...file, parts, after });
			if (read.lines.length > 0) await thread.ask<void>({ ask: 'add', ...read }, [read.bytes]);
			progress.done += Math.min(AT_ONCE, file.seq - after);
		}
		known.set(file.id, { ...file, parts });
	};
	const catchUp = async (): Promise<void> => {
		const behind = await look();
		progress.total += behind.reduce((sum, { id, seq }) => sum + seq - (known.get(id)?.seq ?? 0), 0);
		const waiting = behind.values();
		const lane = async () => {
			for (const file of waiting) await bring(file);
		};
		await Promise.all(Array.from({ length: LANES }, lane));
	};
	let turn: Promise<unknown> = Promise.resolve();
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const next = turn.then(work);
		turn = next.catch(() => undefined);
		return next;
	};
	return {
		progress: () => ({ ...progress }),
		ready: inTurn(catchUp),
		find: (query) =>
			inTurn(async () => {
				await catchUp();
				return thread.ask<TextFound>({ ask: 'find', query });
			}),
		sweep: () => inTurn(async () => void (await look())),
		end: thread.end,
	};
}

/** The files that somebody follows, or looks over; those of which they are themselves a person are read elsewhere. */
const filesOf = ({ db }: World<Facts>, { practice, account }: Whose): Promise<readonly File[]> =>
	inPractice(db, practice, async (tx) => {
		const { rows } = await sql<File>`select id, seq, epoch from journal where practice_id = ${practice} and id in
			(select journal_id from care where practice_id = ${practice} and account_id = ${account}
				and role in ('practitioner', 'supervisor')) order by id`.execute(tx);
		return rows;
	});

async function partsWithin(world: World<Facts>, whose: Whose, id: string): Promise<readonly PartId[]> {
	const seen = await factsOf(world, whose.practice, { kind: 'dossier', id });
	const reach = seen && reachOf(seen.facts.dossier.joint.dossier, whose.account, whose.roles, world.now());
	return reach === undefined || reach === 'desk' ? [] : reach;
}

interface Wanted {
	readonly id: string;
	readonly parts: readonly PartId[];
	readonly after: number;
	/** What came later is read next time. */
	readonly seq: number;
}

/** Some lines within reach, still sealed, in one run of bytes that the thread is given; and the keys that open them. */
const readSome = ({ db, keyring }: World<Facts>, practice: string, { id, parts, after, seq }: Wanted) =>
	inPractice(db, practice, async (tx) => {
		const limit = Math.min(AT_ONCE, seq - after);
		const lines = (await readLines(tx, practice, id, { after, limit })).filter((l) => parts.includes(l.header.part));
		const ids = [...new Set(lines.map(({ header }) => header.key))];
		await keyring.many(tx, practice, ids);
		const keys = new Map<string, KeyObject>();
		for (const key of ids) {
			const found = await keyring.byId(tx, practice, key);
			if (found) keys.set(key, found);
		}
		return { practice, journal: id, keys, ...packed(lines) };
	});

function packed(lines: readonly Line[]): { readonly lines: readonly Handed[]; readonly bytes: ArrayBuffer } {
	const all = new Uint8Array(lines.reduce((sum, { sealed }) => sum + sealed.length, 0));
	let end = 0;
	const handed = lines.map(({ header: { seq, part, key, at, attempt }, sealed }): Handed => {
		all.set(sealed, end);
		end += sealed.length;
		return { seq, part, key, at, attempt, end };
	});
	return { lines: handed, bytes: all.buffer };
}
