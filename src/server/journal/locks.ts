import { sql } from 'kysely';
import type { JournalKind, JournalRef } from '#server/kernel/journal.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';
import type { JudgedOn, Opened } from './append.ts';
import { GENESIS } from './chain.ts';
import { factsAt, noFacts } from './facts.ts';
import type { JournalFacts, World } from './world.ts';

/** A reaction writes a journal that is not locked: roll back and try again with the union. */
export class NeedsJournals extends Error {
	readonly journals: readonly JournalRef[];
	constructor(journals: readonly JournalRef[]) {
		super('more journals are needed');
		this.journals = journals;
	}
}

interface Head {
	readonly id: string;
	readonly kind: JournalKind;
	readonly seq: number;
	readonly hash: Buffer;
	readonly practitioner_id: string | null;
}

/** The journals of one transaction: those that are locked, and the facts of those that are only read. */
export interface Held {
	readonly get: (id: string) => Opened | undefined;
	/** The journal to write; throws NeedsJournals when it is not locked. */
	readonly target: (ref: JournalRef) => Opened;
	readonly written: () => readonly Opened[];
	readonly hashBefore: (id: string) => Buffer;
	/** Facts as seen from one journal: its own, and the practice's and practitioner's beside it. */
	readonly facts: (ref: JournalRef) => Readonly<Record<JournalKind, JournalFacts | undefined>>;
	readonly practice: () => JournalFacts;
	readonly judgedOn: () => JudgedOn;
}

const order: Readonly<Record<JournalKind, number>> = { practice: 0, practitioner: 1, dossier: 2 };
const byOrder = (a: JournalRef, b: JournalRef): number => order[a.kind] - order[b.kind] || (a.id < b.id ? -1 : 1);
const unique = (refs: readonly JournalRef[]): readonly JournalRef[] => [...new Map(refs.map((r) => [r.id, r])).values()];

/** Fold what is far behind before anything is locked, so that a lock is never held through a rebuild. */
export async function warm<F>(world: World<F>, practice: string, wanted: readonly JournalRef[], creates: boolean): Promise<void> {
	const cold = wanted.filter((r) => !world.cache.get(r.id));
	if (creates || cold.length === 0) return;
	await inPractice(world.db, practice, async (tx) => {
		for (const head of await headsOf(tx, practice, cold.map((r) => r.id), false)) await factsAt(world, tx, practice, head, head);
	});
}

async function headsOf(tx: Tx, practice: string, ids: readonly string[], lock: boolean): Promise<readonly Head[]> {
	if (ids.length === 0) return [];
	const forUpdate = lock ? sql`for update` : sql``;
	const { rows } = await sql<Head>`select id, kind, seq, hash, practitioner_id from journal
		where practice_id = ${practice} and id = any(${ids}) ${forUpdate}`.execute(tx);
	return rows;
}

/** Lock the journals to be written, in one order for everyone, and read beside them what norms may look at. */
export async function hold<F>(world: World<F>, tx: Tx, practice: string, wanted: readonly JournalRef[], created: JournalRef | undefined): Promise<Held | undefined> {
	const opened = new Map<string, Opened>();
	const hashes = new Map<string, Buffer>();
	let practitioner: string | undefined;
	for (const ref of [...unique(wanted)].sort(byOrder)) {
		const [head] = ref.id === created?.id ? [] : await headsOf(tx, practice, [ref.id], true);
		if (!head && ref.id !== created?.id) return undefined;
		if (head && head.kind !== ref.kind) return undefined;
		if (!head) await createJournal(world, tx, practice, ref);
		const facts = head ? await factsAt(world, tx, practice, ref, head) : noFacts(world.model, ref.kind);
		practitioner = head?.practitioner_id ?? (ref.kind === 'practitioner' ? ref.id : practitioner);
		opened.set(ref.id, { ref, facts, start: facts.seq, written: [] });
		hashes.set(ref.id, head?.hash ?? GENESIS);
	}
	const beside = await readBeside(world, tx, practice, [practice, practitioner].filter((id) => id !== undefined && !opened.has(id)) as string[]);
	const at = (id: string | undefined): JournalFacts | undefined => (id ? (opened.get(id)?.facts ?? beside.get(id)) : undefined);
	const practiceFacts = (): JournalFacts => at(practice) ?? noFacts(world.model, 'practice');
	return {
		get: (id) => opened.get(id),
		target: (ref) => {
			const journal = opened.get(ref.id);
			if (!journal) throw new NeedsJournals([ref]);
			return journal;
		},
		written: () => [...opened.values()].filter((j) => j.written.length > 0),
		hashBefore: (id) => hashes.get(id) ?? GENESIS,
		facts: (ref) => ({
			dossier: ref.kind === 'dossier' ? at(ref.id) : undefined,
			practitioner: ref.kind === 'practitioner' ? at(ref.id) : at(practitioner),
			practice: practiceFacts(),
		}),
		practice: practiceFacts,
		judgedOn: () => ({ practice: practiceFacts().seq, practitioner: at(practitioner)?.seq ?? 0 }),
	};
}

async function readBeside<F>(world: World<F>, tx: Tx, practice: string, ids: readonly string[]): Promise<ReadonlyMap<string, JournalFacts>> {
	const facts = new Map<string, JournalFacts>();
	for (const head of await headsOf(tx, practice, ids, false)) facts.set(head.id, await factsAt(world, tx, practice, head, head));
	return facts;
}

async function createJournal<F>(world: World<F>, tx: Tx, practice: string, ref: JournalRef): Promise<void> {
	await sql`insert into journal (practice_id, id, kind, seq, hash, created_at)
		values (${practice}, ${ref.id}, ${ref.kind}, 0, ${GENESIS}, ${world.now()})`.execute(tx);
}
