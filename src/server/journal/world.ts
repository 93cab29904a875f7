import type { AnyAct } from '#server/kernel/act.ts';
import type { Fold } from '#server/kernel/capability.ts';
import type { Draft, Entry, Role } from '#server/kernel/entry.ts';
import type { JournalKind, JournalRef, PersonId } from '#server/kernel/journal.ts';
import type { Judging } from '#server/kernel/norm.ts';
import type { UnmetDuty } from '#server/kernel/refusal.ts';
import type { Instant } from '#server/kernel/time.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/database.ts';
import type { KeyPort } from '#server/platform/keys.ts';
import type { Keyring } from './keyring.ts';

/** Facts of one part: capability name → its slice. */
export type Slices = Readonly<Record<string, unknown>>;

/** Facts of one journal, folded up to `seq`. */
export interface JournalFacts {
	readonly seq: number;
	readonly hash: Buffer;
	readonly joint: Slices;
	readonly own: Readonly<Record<PersonId, Slices>>;
	/** The line up to which these folds have a snapshot; 0 when they have none. */
	readonly saved: number;
}

/** A row of a projected table; `upsert` replaces by primary key. */
export type Row =
	| { readonly table: 'care'; readonly key: { account_id: string; role: string }; readonly gone?: true }
	| {
			readonly table: 'appointment';
			readonly key: { id: string };
			readonly values: { practitioner_id: string; starts_at: number; ends_at: number; state: string };
	  }
	| { readonly table: 'blind'; readonly key: { person_id: string; field: string }; readonly words: readonly string[] };

/** A message to leave the house: content-free, rendered when it is delivered. */
export interface Outgoing {
	readonly channel: 'email' | 'sms';
	readonly to: string;
	readonly language: string;
	readonly template: string;
	readonly values: Readonly<Record<string, string | number>>;
	/** Never shown in the Outbox, and gone once it has left: a sign-in code. */
	readonly secret?: true;
}

/** What follows from a line: more lines by the system. */
export type Reaction<F> = (
	entry: Entry,
	facts: F,
	context: { readonly now: Instant; readonly journal: JournalRef; readonly practice: string },
) => readonly Draft[];

/** What the journal must be told of the rest of the product; `app/world.ts` puts it together once. */
export interface Model<F> {
	readonly acts: Readonly<Record<string, { readonly capability: string; readonly act: AnyAct }>>;
	readonly folds: Readonly<Record<JournalKind, Readonly<Record<string, Fold<unknown>>>>>;
	readonly assemble: (facts: Readonly<Record<JournalKind, JournalFacts | undefined>>) => F;
	readonly memberRoles: (practice: Slices, account: string) => readonly Role[];
	readonly gate: (gates: readonly string[], facts: F, judging: Judging) => readonly UnmetDuty[];
	readonly reactions: Readonly<Record<string, Reaction<F>>>;
	readonly project: (entry: Entry, journal: JournalRef) => readonly Row[];
	readonly outgoing: (entry: Entry, facts: F, journal: JournalRef) => readonly Outgoing[];
	readonly brief: (facts: F, now: Instant) => { readonly brief: unknown; readonly changesAt: Instant | undefined };
	/** Database constraint → the refusal a person reads. */
	readonly constraints: Readonly<Record<string, string>>;
}

/** The model and the means: everything `perform` and the views work with. */
export interface World<F> extends Clock {
	readonly model: Model<F>;
	readonly db: Database;
	readonly keys: KeyPort;
	readonly keyring: Keyring;
	readonly cache: FactsCache;
	/** Told after the commit: "this journal changed", only a hint. */
	readonly announce: (practice: string, journal: string, seq: number) => void;
}

/** Facts of recently used journals; only ever used after comparing with the head that the database holds. */
export interface FactsCache {
	readonly get: (journal: string) => JournalFacts | undefined;
	readonly put: (journal: string, facts: JournalFacts) => void;
	readonly clear: () => void;
}

/** A small least-recently-used cache. */
export function factsCache(max = 400): FactsCache {
	const held = new Map<string, JournalFacts>();
	return {
		get: (journal) => held.get(journal),
		put: (journal, facts) => {
			held.delete(journal);
			held.set(journal, facts);
			if (held.size > max) held.delete(held.keys().next().value as string);
		},
		clear: () => held.clear(),
	};
}
