import type { Entry } from './entry.ts';
import type { JournalKind } from './journal.ts';

/** How one capability remembers one kind of journal: the empty facts of a part, and the fold of a line into them. */
export interface Fold<F> {
	readonly on: JournalKind;
	/** Raised whenever the shape of the facts or the meaning of the fold changes; snapshots carry it. */
	readonly version: number;
	readonly none: F;
	readonly fold: (facts: F, entry: Entry) => F;
}

/** Check a fold's type where it is written. */
export const foldOf = <F, E extends Entry>(
	on: JournalKind,
	version: number,
	none: F,
	fold: (facts: F, entry: E) => F,
): Fold<F> => ({
	on,
	version,
	none,
	// A fold is total: kinds of other capabilities fall through unchanged, so every entry may be offered to it.
	fold: fold as (facts: F, entry: Entry) => F,
});
