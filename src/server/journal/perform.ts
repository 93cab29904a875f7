import type { Act, Actor, Context } from '#server/kernel/act.ts';
import type { Draft, Entry } from '#server/kernel/entry.ts';
import { isId, type JournalRef } from '#server/kernel/journal.ts';
import { isRefusal, type Refusal, refuse, type UnmetDuty } from '#server/kernel/refusal.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';
import { add, letters, sealed, writeRows } from './append.ts';
import { answered, attemptPiece, digestIn } from './attempts.ts';
import {
	authorOf,
	dossierOf,
	mayWrite,
	outsideReach,
	partsWithin,
	type Question,
	reaches,
	rolesOf,
} from './authority.ts';
import { briefPiece } from './brief.ts';
import { sliceOf } from './facts.ts';
import { openLine, readLines } from './lines.ts';
import { type Held, hold, NeedsJournals, type Wanted, warm } from './locks.ts';
import { react } from './react.ts';
import { NotThisJournals } from './rows.ts';
import { type Piece, writeTogether } from './together.ts';
import type { World } from './world.ts';

/** One sending of an act; the same id with the same content is done once. */
export interface Attempt {
	readonly id: string;
	readonly practice: string;
	readonly journal: JournalRef;
	readonly act: string;
	readonly actor: Actor;
	readonly input: unknown;
	/** Client care only: pass norms, with a reason, and open what was skipped as due. */
	readonly safetyFirst?: { readonly reason: string };
}

/** What an act wrote. */
export interface Done {
	readonly entries: readonly Entry[];
	readonly repeated: boolean;
}

/**
 * The only door to the journal: validate, lock, reach, judge, decide, react, append — or say why not.
 * Errors: a Refusal is an expected no; a throw is a bug or an outage, and nothing was written.
 */
export async function perform<F>(world: World<F>, attempt: Attempt): Promise<Done | Refusal> {
	const known = world.model.acts[attempt.act];
	if (!known || known.act.on !== attempt.journal.kind) return refuse('act.unknown');
	if (!isId(attempt.id)) return refuse('act.invalidInput');
	const parsed = known.act.input.safeParse(attempt.input);
	if (!parsed.success) {
		const fields = Object.fromEntries(parsed.error.issues.map((i) => [i.path.join('.'), i.message]));
		return { ...refuse('act.invalidInput'), fields };
	}
	if (attempt.safetyFirst && !attempt.safetyFirst.reason.trim()) {
		return { ...refuse('act.invalidInput'), fields: { reason: 'field.reason' } };
	}
	return withJournals(world, { ...attempt, input: parsed.data }, known);
}

type Known = { readonly capability: string; readonly act: Act<string, unknown, unknown, Draft> };

async function withJournals<F>(world: World<F>, attempt: Attempt, known: Known): Promise<Done | Refusal> {
	const { practice } = attempt;
	const creates = known.act.creates ? attempt.journal : undefined;
	let journals: readonly JournalRef[] = [attempt.journal, ...(known.act.journals?.(attempt.input) ?? [])];
	for (let round = 0; ; round++) {
		try {
			await warm(world, practice, journals);
			const wanted: Wanted = { practice, journals, creates, account: attempt.actor.account, attempt: attempt.id };
			const outcome = await inPractice(world.db, practice, (tx) => once(world, tx, attempt, known, wanted));
			if (!('held' in outcome)) return outcome;
			publish(world, practice, outcome.held);
			return outcome.done;
		} catch (error) {
			if (round < 4 && error instanceof NeedsJournals) journals = [...journals, ...error.journals];
			else if (round < 4 && isTransient(error)) await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** round));
			else return refusalOf(world, error);
		}
	}
}

const twice = new Set(['attempt_pkey', 'journal_pkey', 'entry_pkey']);

/** Serialization failures, deadlocks, and the same attempt or journal written at the same moment are tried again. */
const isTransient = (error: unknown): boolean => {
	const { code, constraint } = error as { code?: string; constraint?: string };
	return code === '40001' || code === '40P01' || (code === '23505' && twice.has(constraint ?? ''));
};

function refusalOf<F>(world: World<F>, error: unknown): Refusal {
	if (error instanceof NotThisJournals) return refuse('act.invalidInput');
	const { constraint } = error as { constraint?: string };
	const code = constraint ? world.model.constraints[constraint] : undefined;
	if (code) return refuse(code);
	throw error;
}

function publish<F>(world: World<F>, practice: string, held: Held): void {
	for (const journal of held.written()) {
		world.cache.put(journal.ref.id, journal.facts);
		world.announce(practice, journal.ref.id, journal.facts.seq);
	}
}

type Outcome = Done | Refusal | { readonly held: Held; readonly done: Done };

async function once<F>(
	running: World<F>,
	tx: Tx,
	attempt: Attempt,
	{ act, capability }: Known,
	wanted: Wanted,
): Promise<Outcome> {
	const held = await hold(running, tx, wanted);
	const journal = held?.get(attempt.journal.id);
	if (!held || !journal) return refuse('act.notYourDossier');
	// One instant for everything this sending is judged on and writes, taken once the locks are held.
	const now = running.now();
	const world: World<F> = { ...running, now: () => now };
	const question = {
		act,
		input: attempt.input,
		dossier: dossierOf(journal),
		roles: rolesOf(world, held, attempt),
		attempt,
		now,
	};
	if (!journal.fresh && !act.creates && !reaches(question)) return refuse('act.notYourDossier');
	const before = await answered(world, tx, attempt, held.done);
	if (before) return before;
	const decided = await decide(world, tx, { held, question, capability });
	// While it waited for the lock, the same sending may have been done: then that is the answer, not this no.
	if (isRefusal(decided)) return (await answered(world, tx, attempt, await digestIn(tx, attempt))) ?? decided;
	write(world, held, question, decided);
	react(world, held, attempt);
	await keep(world, tx, attempt, held);
	return { held, done: { entries: journal.written.map((w) => w.entry), repeated: false } };
}

interface Deciding {
	readonly held: Held;
	readonly question: Question;
	readonly capability: string;
}
interface Decided {
	readonly drafts: readonly Draft[];
	readonly skipped: readonly UnmetDuty[];
}

/** May they? Judge the norms that gate the act, then let it decide; "safety first" passes norms, and says which. */
async function decide<F>(
	world: World<F>,
	tx: Tx,
	{ held, question, capability }: Deciding,
): Promise<Decided | Refusal> {
	const { act, input, attempt, roles, dossier, now } = question;
	const journal = held.target(attempt.journal);
	if (act.creates && !journal.fresh) return refuse('act.notYourDossier');
	const denied = mayWrite(question);
	if (denied) return denied;
	const mine = sliceOf(world.model, attempt.journal.kind, journal.facts, capability);
	const gates = act.gates?.(mine, input, roles) ?? [act.name];
	const facts = world.model.assemble(held.facts(attempt.journal));
	const unmet = world.model.gate(gates, facts, { now, focus: act.focus?.(input, mine) ?? {} });
	const skipped = attempt.safetyFirst && act.safety ? unmet : [];
	if (unmet.length > skipped.length) return refuse('act.normUnmet', unmet);
	const about = await aboutEntry(world, tx, question);
	const context: Context = {
		now,
		newId: world.newId,
		actor: attempt.actor,
		roles,
		journal: attempt.journal,
		dossier,
		about,
	};
	const drafts = act.decide(mine, input, context);
	if (isRefusal(drafts)) return drafts;
	const outside = attempt.actor.system ? undefined : outsideReach(world, held, question, drafts);
	return outside ?? { drafts, skipped };
}

/** Add what was decided to the journals it is for, after the line that says which duties were skipped for safety. */
function write<F>(world: World<F>, held: Held, question: Question, { drafts, skipped }: Decided): void {
	const { act, attempt } = question;
	const by = authorOf(question);
	const judgedOn = held.judgedOn(attempt.journal);
	if (skipped.length > 0 && attempt.safetyFirst) {
		const data = { act: act.name, reason: attempt.safetyFirst.reason, duties: skipped.map((u) => u.duty) };
		const line = { kind: 'safety.first', data } as unknown as Draft;
		add(world, held.target(attempt.journal), line, by, attempt.id, judgedOn);
	}
	for (const draft of drafts) add(world, held.target(draft.in ?? attempt.journal), draft, by, attempt.id, judgedOn);
}

/** Store every journal that was written, the dossiers' briefs, what leaves the house, and the attempt itself. */
async function keep<F>(world: World<F>, tx: Tx, attempt: Attempt, held: Held): Promise<void> {
	const { practice } = attempt;
	const pieces: Piece[] = [];
	for (const journal of held.written()) {
		const { ref, written } = journal;
		await writeRows(world, tx, practice, journal);
		pieces.push(...(await sealed(world, tx, practice, journal)));
		if (ref.kind === 'dossier') pieces.push(await briefPiece(world, tx, practice, held, ref));
		const facts = world.model.assemble(held.facts(ref));
		const messages = written.flatMap((w) => world.model.outgoing(w.entry, facts, ref));
		pieces.push(...(await letters(world, tx, practice, messages, ref)));
	}
	await writeTogether(tx, practice, [...pieces, await attemptPiece(world, tx, attempt)]);
}

/** The old line an act is about, opened with its part's key when that part is within the actor's reach. */
async function aboutEntry<F>(world: World<F>, tx: Tx, question: Question): Promise<Entry | undefined> {
	const { practice, journal } = question.attempt;
	const seq = question.act.about?.(question.input);
	if (seq === undefined) return undefined;
	const [line] = await readLines(tx, practice, journal.id, { after: seq - 1, limit: 1 });
	if (line?.header.seq !== seq || !partsWithin(question)(line.header.part)) return undefined;
	const key = await world.keyring.byId(tx, practice, line.header.key);
	return key && openLine(key, line);
}
