import { isId, type JournalKind, type JournalRef } from '#server/kernel/journal.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';
import { prepared, send } from '#server/platform/driver.ts';
import type { Tables } from '#server/platform/tables.ts';
import type { JudgedOn, Opened } from './append.ts';
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
	readonly epoch: number;
}

/** The journals beside a dossier, and how far they had come. */
export interface From {
	readonly practice: number;
	readonly practitioner?: { readonly id: string; readonly seq: number };
}

/** The journals of one transaction: those that are locked, and the facts of those that are only read. */
export interface Held {
	readonly get: (id: string) => Opened | undefined;
	/** The journal to write; throws NeedsJournals when it is not locked. */
	readonly target: (ref: JournalRef) => Opened;
	readonly written: () => readonly Opened[];
	/** Facts as seen from one journal: its own, and the practice's and its practitioner's beside it. */
	readonly facts: (ref: JournalRef) => Readonly<Record<JournalKind, JournalFacts | undefined>>;
	readonly practice: () => JournalFacts;
	readonly judgedOn: (ref: JournalRef) => JudgedOn;
	/** The same, naming the practitioner. */
	readonly from: (ref: JournalRef) => From;
	/** The digest of the attempt under this id, if one was done before the locks were asked for. */
	readonly done: Buffer | undefined;
}

/** What is to be held: the journals that are written, the one an act may open, and who acts. */
export interface Wanted {
	readonly practice: string;
	readonly journals: readonly JournalRef[];
	readonly creates: JournalRef | undefined;
	readonly account: string | undefined;
	readonly attempt?: string;
}

const unique = (refs: readonly JournalRef[]): readonly JournalRef[] => [
	...new Map(refs.map((r) => [r.id, r])).values(),
];

/** Fold what is far behind before anything is locked, so that a lock is never held through a rebuild. */
export async function warm<F>(world: World<F>, practice: string, journals: readonly JournalRef[]): Promise<void> {
	const cold = [practice, ...journals.map((r) => r.id)].filter((id) => isId(id) && !world.cache.get(id));
	if (cold.length === 0) return;
	await inPractice(world.db, practice, async (tx) => {
		for (const head of await headsOf(tx, practice, cold)) await factsAt(world, tx, practice, head, head);
	});
}

const COLUMNS = 'id, kind, seq, hash, practitioner_id, epoch';

async function headsOf(tx: Tx, practice: string, ids: readonly string[]): Promise<readonly Head[]> {
	return ids.length === 0 ? [] : send<Head, Tables>(tx, HEADS, [practice, ids]);
}

const HEADS = prepared(`select ${COLUMNS} from journal where practice_id = $1 and id = any($2)`);

/**
 * Lock the heads that are wanted, everyone in one order (practice, practitioner, dossier, then by id), and read beside
 * them the practice's, their practitioners', the actor's, and whether this attempt was done. What stands beside is as
 * it was when the statement began, before it waited for its locks.
 */
const LOCK = prepared(`with held as materialized (
		select ${COLUMNS} from journal where practice_id = $1 and id = any($2)
		order by array_position(array['practice', 'practitioner', 'dossier'], kind), id for update)
	select 'held' as how, ${COLUMNS} from held
	union all select 'beside', ${COLUMNS} from journal where practice_id = $1 and not id = any($2)
		and (id = any($3) or id in (select practitioner_id from held))
	union all select 'done', id, '', 0, digest, null, 0 from attempt where practice_id = $1 and id = $4`);
type Locked = Head & { readonly how: 'held' | 'beside' | 'done' };

/** Lock the journals to be written and read beside them what norms may look at; undefined when one does not exist. */
export async function hold<F>(world: World<F>, tx: Tx, wanted: Wanted): Promise<Held | undefined> {
	const { practice, account, attempt } = wanted;
	const journals = unique(wanted.journals);
	if (!journals.every((ref) => isId(ref.id))) return undefined;
	const near = [practice, ...(account !== undefined && isId(account) ? [account] : [])];
	const rows = await send<Locked, Tables>(tx, LOCK, [practice, journals.map((ref) => ref.id), near, attempt ?? null]);
	const found = (how: Locked['how']) => rows.filter((row) => row.how === how);
	return open(
		world,
		tx,
		{ ...wanted, journals },
		{ heads: found('held'), near: found('beside'), done: found('done')[0]?.hash },
	);
}

/** Facts as seen from one journal, read without a lock; undefined when it does not exist. */
export async function look<F>(world: World<F>, tx: Tx, { practice, ref, account }: Looking): Promise<Held | undefined> {
	if (!isId(ref.id)) return undefined;
	const heads = await headsOf(tx, practice, [ref.id]);
	const others = [practice, heads[0]?.practitioner_id ?? account].filter(
		(id) => id !== undefined && isId(id) && id !== ref.id,
	);
	const near = await headsOf(tx, practice, others as string[]);
	return open(world, tx, { practice, journals: [ref], creates: undefined, account }, { heads, near, done: undefined });
}

interface Looking {
	readonly practice: string;
	readonly ref: JournalRef;
	readonly account?: string | undefined;
}
/** What one look at the database found. */
interface Rows {
	readonly heads: readonly Head[];
	readonly near: readonly Head[];
	readonly done: Buffer | undefined;
}

async function open<F>(
	world: World<F>,
	tx: Tx,
	wanted: Wanted,
	{ heads: found, near, done }: Rows,
): Promise<Held | undefined> {
	const { practice, journals, creates, account } = wanted;
	const heads = new Map(found.map((head) => [head.id, head]));
	const opened = new Map<string, Opened>();
	for (const ref of journals) {
		const head = heads.get(ref.id);
		if (head ? head.kind !== ref.kind : ref.id !== creates?.id) return undefined;
		const facts = head ? await factsAt(world, tx, practice, ref, head) : noFacts(world.model, ref.kind);
		opened.set(ref.id, { ref, facts, start: facts.seq, before: facts.hash, fresh: !head, written: [] });
	}
	const beside = new Map<string, JournalFacts>();
	for (const head of near) beside.set(head.id, await factsAt(world, tx, practice, head, head));
	// A dossier that is being opened has no practitioner yet: it is judged on the one who opens it.
	const practitionerOf = ({ kind, id }: JournalRef): string | undefined =>
		kind === 'practitioner' ? id : (heads.get(id)?.practitioner_id ?? (kind === 'dossier' ? account : undefined));
	return { ...heldOf(world, practice, { opened, practitionerOf, beside }), done };
}

interface Found {
	readonly opened: ReadonlyMap<string, Opened>;
	readonly beside: ReadonlyMap<string, JournalFacts>;
	readonly practitionerOf: (ref: JournalRef) => string | undefined;
}

function heldOf<F>(world: World<F>, practice: string, { opened, beside, practitionerOf }: Found): Omit<Held, 'done'> {
	const at = (id: string | undefined): JournalFacts | undefined =>
		id ? (opened.get(id)?.facts ?? beside.get(id)) : undefined;
	const practiceFacts = (): JournalFacts => at(practice) ?? noFacts(world.model, 'practice');
	return {
		get: (id) => opened.get(id),
		target: (ref) => {
			const journal = opened.get(ref.id);
			if (!journal) throw new NeedsJournals([ref]);
			return journal;
		},
		written: () => [...opened.values()].filter((j) => j.written.length > 0),
		facts: (ref) => ({
			dossier: ref.kind === 'dossier' ? at(ref.id) : undefined,
			practitioner: at(practitionerOf(ref)),
			practice: practiceFacts(),
		}),
		practice: practiceFacts,
		judgedOn: (ref) => ({ practice: practiceFacts().seq, practitioner: at(practitionerOf(ref))?.seq ?? 0 }),
		from: (ref) => {
			const id = practitionerOf(ref);
			const practitioner = at(id);
			return {
				practice: practiceFacts().seq,
				...(id && practitioner && { practitioner: { id, seq: practitioner.seq } }),
			};
		},
	};
}
