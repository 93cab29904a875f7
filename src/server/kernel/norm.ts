import type { PersonId } from './journal.ts';
import type { Instant } from './time.ts';
import type { Verdict } from './verdict.ts';

/** What the gate is looking at; on the board it is empty and a norm judges everyone. */
export interface Focus {
	readonly person?: PersonId;
	/** The session, appointment, document… the act is about. */
	readonly subject?: string;
	readonly channel?: string;
	/** The means by which the act is done, where a norm cares. */
	readonly means?: string;
	readonly purpose?: string;
	/** Who would be together, whether somebody interprets for them, and whether a reason was given to meet all the same. */
	readonly meeting?: { readonly persons: readonly PersonId[]; readonly interpreted: boolean; readonly anyway: boolean };
	/** The session whose room the words are written in. */
	readonly session?: string;
}

/** When and about what a norm is asked. */
export interface Judging {
	readonly now: Instant;
	readonly focus: Focus;
}

/**
 * A duty of the seed documents, judged by a pure function. One function, three readers: the gate, the board, the
 * reminder. `gates` names the acts refused while it is unmet.
 */
export interface Norm<Facts, Gate extends string = string> {
	readonly duty: string;
	readonly gates: readonly Gate[];
	readonly judge: (facts: Facts, judging: Judging) => Verdict;
}
