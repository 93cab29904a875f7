import { expect } from 'vitest';
import type { Act, Context } from '#server/kernel/act.ts';
import type { Fold } from '#server/kernel/capability.ts';
import { type Dossier, type DossierEntry, foldDossier, noDossier } from '#server/kernel/dossier.ts';
import type { Author, Draft, Entry, Role } from '#server/kernel/entry.ts';
import { JOINT, type JournalKind, type Of } from '#server/kernel/journal.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { DAY, MINUTE } from '#server/kernel/time.ts';

/** An id that is easy to find in what a test prints. */
export const uid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** When everything is done: Sunday 22 November 2026, noon in UTC. */
export const NOON = Date.UTC(2026, 10, 22, 12);
/** The practitioner's account. */
export const marie = uid(1);
/** Léa and Noé form a couple; Léa has an account, Noé has none. */
export const lea = { person: uid(11), account: uid(12) };
export const noe = { person: uid(21) };
/** Somebody of another dossier. */
export const stranger = uid(99);

const journal = uid(100);

/** A couple's file, just opened. */
const opened: readonly Draft<DossierEntry>[] = [
	{ kind: 'dossier.opened', data: { kind: 'couple', label: 'Léa et Noé', practitioner: marie } },
	{ kind: 'person.added', data: { id: lea.person, name: 'Léa', language: 'fr', roles: ['requester', 'beneficiary'] } },
	{ kind: 'person.added', data: { id: noe.person, name: 'Noé', language: 'fr', roles: ['beneficiary'] } },
	{ kind: 'person.linked', data: { id: lea.person, account: lea.account } },
];

/** What an act answers: the lines it asks to write, its no, or the fields that are wrong. */
export type Answer =
	| { readonly did: readonly Draft[] }
	| { readonly refused: string }
	| { readonly wrong: Readonly<Record<string, string>> };

/** Who does it and when, where that is not Marie at noon. */
export type Situation = Partial<Pick<Context, 'actor' | 'roles' | 'about' | 'now'>>;

const as = (role: Role, account?: string): Situation => ({
	roles: [role],
	actor: account === undefined ? { assurance: 'none' } : { account, assurance: 'passkey' },
});
/** Léa does it herself. */
export const byLea = as('client', lea.account);
/** The system does it. */
export const bySystem: Situation = { roles: ['system'], actor: { assurance: 'none', system: true } };

/** A line that was written before. */
export type Past<E extends Entry> = Draft<E | DossierEntry> & { readonly by?: Author; readonly at?: number };

interface Case<F> {
	readonly facts: Of<F>;
	readonly dossier: Dossier;
	/** Check the input, then let the act decide. */
	readonly when: <In>(act: Act<string, In, F, Draft>, input: unknown, situation?: Situation) => Answer;
	/** The gates that are judged before it, and what they look at. */
	readonly asks: <In>(act: Act<string, In, F, Draft>, input: unknown, situation?: Situation) => Asked;
}
interface Asked {
	readonly gates: readonly string[];
	readonly focus: object;
}

/** Acts of one capability on one kind of journal: `given(these lines).when(this act, this input)`. */
export const bench = <F, E extends Entry>(fold: Fold<F>) => ({
	given: (...lines: readonly Past<E>[]): Case<F> => {
		const entries = entriesOf(fold.on === 'dossier' ? [...opened, ...lines] : lines);
		const facts = foldParts(fold, entries);
		const dossier = entries.filter((e) => e.part === JOINT && fold.on === 'dossier').reduce(foldDossier, noDossier);
		return {
			facts,
			dossier,
			when: (act, input, situation) =>
				attempt({ act, fold, facts, input, context: contextOf(fold.on, dossier, situation) }),
			asks: (act, input, situation) => {
				const valid = act.input.parse(input);
				const { roles } = contextOf(fold.on, dossier, situation);
				return { gates: act.gates?.(facts, valid, roles) ?? [act.name], focus: act.focus?.(valid, facts) ?? {} };
			},
		};
	},
});

/** Give lines their places, as the journal does. */
export const entriesOf = (
	lines: readonly (Draft & { readonly by?: Author; readonly at?: number })[],
): readonly Entry[] =>
	lines.map(({ kind, data, part, by, at }, i) => ({
		kind,
		data,
		part: part ?? JOINT,
		seq: i + 1,
		at: at ?? NOON - DAY + i * MINUTE,
		by: by ?? { as: 'practitioner', account: marie },
	}));

/** Fold lines into the facts of their parts, as the journal does. */
export function foldParts<F>(fold: Fold<F>, entries: readonly Entry[]): Of<F> {
	const parts = new Map<string, F>();
	for (const entry of entries) parts.set(entry.part, fold.fold(parts.get(entry.part) ?? fold.none, entry));
	const of = (part: string) => parts.get(part) ?? fold.none;
	return { joint: of(JOINT), of };
}

function contextOf(on: JournalKind, dossier: Dossier, situation: Situation = {}): Context {
	let made = 900;
	return {
		now: NOON,
		newId: () => uid(made++),
		roles: ['practitioner'],
		actor: { account: marie, assurance: 'passkey' },
		journal: { kind: on, id: journal },
		about: undefined,
		dossier,
		...situation,
	};
}

interface Attempted<F, In> {
	readonly act: Act<string, In, F, Draft>;
	readonly fold: Fold<F>;
	readonly facts: Of<F>;
	readonly input: unknown;
	readonly context: Context;
}

function attempt<F, In>({ act, fold, facts, input, context }: Attempted<F, In>): Answer {
	expect(act.on).toBe(fold.on);
	const parsed = act.input.safeParse(input);
	if (!parsed.success)
		return { wrong: Object.fromEntries(parsed.error.issues.map((i) => [i.path.join('.'), i.message])) };
	const outcome = act.decide(facts, parsed.data, context);
	if (isRefusal(outcome)) return { refused: outcome.code };
	// A line is sealed as JSON: what it holds must come back the same.
	expect(JSON.parse(JSON.stringify(outcome))).toStrictEqual(outcome);
	return { did: outcome };
}
