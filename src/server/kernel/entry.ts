import type { JournalRef, PartId } from './journal.ts';
import type { Instant } from './time.ts';

/** Who wrote a line: an account, a person of the dossier, the system, or somebody not signed in. */
export interface Author {
	readonly account?: string;
	readonly as: Role;
	readonly person?: string;
	readonly means?: Means;
}

/** How somebody's word was given. */
export type Means = 'signature' | 'oral' | 'paper';

/** What a person may be, in a practice or in a dossier. */
export type Role =
	| 'practitioner'
	| 'client'
	| 'representative'
	| 'receptionist'
	| 'owner'
	| 'privacyOfficer'
	| 'conflictsOfficer'
	| 'public'
	| 'system';

/** One line of a journal, past tense. Written once, never changed; a mistake is corrected by a later line. */
export interface Entry<K extends string = string, D = unknown> {
	readonly kind: K;
	readonly data: D;
	readonly part: PartId;
	readonly seq: number;
	readonly at: Instant;
	readonly by: Author;
}

/** What an act asks to write; the journal adds who, when and where in the chain. `in` sends it to another journal. */
export type Draft<E extends Entry = Entry> =
	E extends Entry<infer K, infer D>
		? { readonly kind: K; readonly data: D; readonly part?: PartId; readonly in?: JournalRef }
		: never;

/** What points at the lines that prove something. */
export interface Evidence {
	readonly seq: number;
	readonly at: Instant;
}

/** The evidence that a line is. */
export const proofOf = (entry: Entry): Evidence => ({ seq: entry.seq, at: entry.at });
