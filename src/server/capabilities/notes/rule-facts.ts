import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';

/** Within how many hours of the meeting a note is signed here; absent: what Balise proposes. */
export interface NoteRuleFacts {
	readonly hours?: number;
	readonly evidence?: Evidence;
}

export type NoteRuleEntry = Entry<'noteLimit.set', { hours: number }>;

/** What a practice says of its own notes. */
export const noteRuleFold = foldOf('practice', 1, {} as NoteRuleFacts, (f: NoteRuleFacts, e: NoteRuleEntry) =>
	e.kind === 'noteLimit.set' ? { hours: e.data.hours, evidence: proofOf(e) } : f,
);
