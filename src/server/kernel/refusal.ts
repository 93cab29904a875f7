import type { PersonId } from './journal.ts';
import type { Mend } from './verdict.ts';

/** One duty that said no: why, in which words, and what mends it. */
export interface UnmetDuty {
	readonly duty: string;
	readonly why: string;
	readonly mend: Mend | undefined;
	/** A soft duty passes with a signed reason. */
	readonly soft: boolean;
	/** Who it says no for, where it is one person: a signed reason then covers them alone. */
	readonly person?: PersonId;
}

/** An expected "no", told to a person. A thrown Error is a bug or an outage, never a "no". */
export interface Refusal {
	readonly refused: true;
	/** The key of its text, in both languages. */
	readonly code: string;
	readonly duties: readonly UnmetDuty[];
	/** Form fields that are wrong: name → key of the text. */
	readonly fields?: Readonly<Record<string, string>>;
}

/** Say no. */
export const refuse = (code: string, duties: readonly UnmetDuty[] = []): Refusal => ({ refused: true, code, duties });

/** Was that a no? */
export const isRefusal = (x: unknown): x is Refusal => typeof x === 'object' && x !== null && 'refused' in x;
