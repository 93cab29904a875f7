import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';

/** The recovery sheet in force: its public half, never its secret, and when somebody proved that it was printed. */
export interface RecoveryFacts {
	readonly sheet?: { readonly id: string; readonly publicKey: string; readonly evidence: Evidence };
}

export type RecoveryEntry = Entry<'recoverySheet.kept', { id: string; publicKey: string }>;

const fold = (f: RecoveryFacts, e: RecoveryEntry): RecoveryFacts =>
	e.kind === 'recoverySheet.kept' ? { sheet: { ...e.data, evidence: proofOf(e) } } : f;

export const recoveryFold = foldOf('practice', 1, {} as RecoveryFacts, fold);
