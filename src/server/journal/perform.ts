import type { Act, Actor, Context } from '#server/kernel/act.ts';
import type { Draft, Entry } from '#server/kernel/entry.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';
import { add, store, writeBrief, writeOutgoing } from './append.ts';
import { answered, markAttempt } from './attempts.ts';
import { authorOf, dossierOf, mayWrite, outsideReach, rolesOf } from './authority.ts';
import { sliceOf } from './facts.ts';
import { openLine, readLines } from './lines.ts';
import { type Held, hold, NeedsJournals, warm } from './locks.ts';
import { react } from './react.ts';
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
	const parsed = known.act.input.safeParse(attempt.input);
	if (!parsed.success) {
		const fields = Object.fromEntries(parsed.error.issues.map((i) => [i.path.join('.'), i.message]));
		return { ...refuse('act.invalidInput'), fields };
	}
	return withJournals(world, attempt, known, parsed.data);
}

type Known = { readonly capability: string; readonly act: Act<string, unknown, unknown, Draft> };

async function withJournals<F>(world: World<F>, attempt: Attempt, known: Known, input: unknown): Promise<Done | Refusal> {
	let wanted: readonly JournalRef[] = [attempt.journal, ...(known.act.journals?.(input) ?? [])];
	for (let round = 0; ; round++) {
		try {
			await warm(world, attempt.practice, wanted, known.act.creates === true);
			const outcome = await inPractice(world.db, attempt.practice, (tx) => once(world, tx, attempt, known, input, wanted));
			if (!('held' in outcome)) return outcome;
			publish(world, attempt.practice, outcome.held);
			return outcome.done;
		} catch (error) {
			if (round < 4 && error instanceof NeedsJournals) wanted = [...wanted, ...error.journals];
			else if (round < 4 && isTransient(error)) await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** round));
			else return refusalOf(world, error);
		}
	}
}

/** Serialization failures, deadlocks, and a concurrent sending of the same attempt are tried again. */
const isTransient = (error: unknown): boolean => {
	const { code, constraint } = error as { code?: string; constraint?: string };
	return code === '40001' || code === '40P01' || (code === '23505' && constraint === 'attempt_pkey');
};

function refusalOf<F>(world: World<F>, error: unknown): Refusal {
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

async function once<F>(world: World<F>, tx: Tx, attempt: Attempt, known: Known, input: unknown, wanted: readonly JournalRef[]) {
	const { act, capability } = known;
	const held = await hold(world, tx, attempt.practice, wanted, act.creates ? attempt.journal : undefined);
	if (!held) return refuse('act.notYourDossier');
	const before = await answered(world, tx, attempt);
	if (before) return before;
	const journal = held.get(attempt.journal.id);
	if (!journal) return refuse('act.notYourDossier');
	const roles = rolesOf(world, held, attempt);
	const dossier = dossierOf(journal);
	const mine = sliceOf(world.model, attempt.journal.kind, journal.facts, capability);
	const denied = mayWrite({ act, input, dossier, roles, attempt, now: world.now() });
	if (denied) return denied;

	const context: Context = {
		now: world.now(),
		newId: world.newId,
		actor: attempt.actor,
		roles,
		journal: attempt.journal,
		dossier,
		about: await aboutEntry(world, tx, attempt, act.about?.(input)),
	};
	const facts = world.model.assemble(held.facts(attempt.journal));
	const gates = act.gates?.(mine, input) ?? [act.name];
	const unmet = world.model.gate(gates, facts, { now: context.now, focus: act.focus?.(input, mine) ?? {} });
	const skipped = attempt.safetyFirst && act.safety ? unmet : [];
	if (unmet.length > 0 && skipped.length === 0) return refuse('act.normUnmet', unmet);
	const drafts = act.decide(mine, input, context);
	if (isRefusal(drafts)) return drafts;

	const outside = attempt.actor.system || act.creates ? undefined : outsideReach(drafts, { dossier, roles, attempt, now: context.now });
	if (outside) return outside;
	const by = authorOf({ act, input, dossier, roles, attempt });
	const judgedOn = held.judgedOn();
	if (skipped.length > 0 && attempt.safetyFirst) {
		const data = { act: act.name, reason: attempt.safetyFirst.reason, duties: skipped.map((u) => u.duty) };
		add(world, journal, { kind: 'safety.first', data } as unknown as Draft, by, attempt.id, judgedOn);
	}
	for (const draft of drafts) add(world, held.target(draft.in ?? attempt.journal), draft, by, attempt.id, judgedOn);
	react(world, held, attempt);
	await keep(world, tx, attempt, held);
	return { held, done: { entries: journal.written.map((w) => w.entry), repeated: false } as Done };
}

/** Store every journal that was written, the dossiers' briefs, what leaves the house, and the attempt itself. */
async function keep<F>(world: World<F>, tx: Tx, attempt: Attempt, held: Held): Promise<void> {
	for (const journal of held.written()) {
		await store(world, tx, attempt.practice, journal, held.hashBefore(journal.ref.id));
		const facts = world.model.assemble(held.facts(journal.ref));
		if (journal.ref.kind === 'dossier') await writeBrief(world, tx, attempt.practice, journal.ref, facts, journal.facts.seq);
		const messages = journal.written.flatMap((w) => world.model.outgoing(w.entry, facts, journal.ref));
		await writeOutgoing(world, tx, attempt.practice, messages);
	}
	await markAttempt(world, tx, attempt);
}

/** The old line an act is about, opened with its part's key. */
async function aboutEntry<F>(world: World<F>, tx: Tx, attempt: Attempt, seq: number | undefined): Promise<Entry | undefined> {
	if (seq === undefined) return undefined;
	const [line] = await readLines(tx, attempt.practice, attempt.journal.id, { after: seq - 1, limit: 1 });
	if (line?.header.seq !== seq) return undefined;
	const key = await world.keyring.byId(tx, attempt.practice, line.header.key);
	return key && openLine(key, line);
}
