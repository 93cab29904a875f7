import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Mode } from '#server/kernel/field.ts';
import type { Instant } from '#server/kernel/time.ts';

export interface NoteFacts {
	/** Sessions that ended and whose note is not signed. */
	readonly due: Readonly<Record<string, { readonly mode: Mode; readonly endedAt: Instant; readonly chat: boolean }>>;
	readonly signed: number;
	readonly last?: Evidence;
	/** "Does this form still suit?": last answered, and notes signed since without an answer (qc-2.08-0b). */
	readonly stillFits?: { readonly answer: 'yes' | 'no' | 'deferred'; readonly evidence: Evidence };
	readonly unanswered: number;
	/** The practitioner attested that the person agreed to the confidentiality agreement (qc-3.05-c). */
	readonly attested: Readonly<Record<string, Evidence>>;
	/** Sessions whose note says why nobody went on by voice or in person (nb-caution-d): the last few. */
	readonly stayed: readonly { readonly session: string; readonly evidence: Evidence }[];
}

/** What a note says; its fields are the Order's usual headings. */
export interface NoteBody {
	readonly reason: string;
	readonly course: string;
	readonly plan: string;
}

export type NoteEntry =
	| Entry<'note.due', { session: string; mode: Mode; chat: boolean }>
	| Entry<
			'note.signed',
			{
				session: string;
				body: NoteBody;
				/** Prefilled from what happened, as it was shown to the person who signed. */
				happened: Readonly<Record<string, string>>;
				stillFits?: 'yes' | 'no' | 'deferred';
				deferredBecause?: string;
				/** Mood and distress, asked in writing modes (nb-caution-c). */
				mood?: 'nothingObserved' | 'observed' | 'notAsked';
				moodNote?: string;
				/** Somebody was not well, and writing went on: why (nb-caution-d). */
				stayedBecause?: string;
				attests: readonly string[];
				authors: readonly string[];
			}
	  >
	| Entry<'note.amended', { note: number; text: string }>;

const without = <V>(map: Readonly<Record<string, V>>, key: string): Record<string, V> =>
	Object.fromEntries(Object.entries(map).filter(([k]) => k !== key));

function signed(f: NoteFacts, e: Extract<NoteEntry, { kind: 'note.signed' }>): NoteFacts {
	const evidence = proofOf(e);
	const { session, stillFits, attests, stayedBecause } = e.data;
	const stayed = stayedBecause === undefined ? f.stayed : [...f.stayed, { session, evidence }].slice(-5);
	const attested = { ...f.attested, ...Object.fromEntries(attests.map((person) => [person, evidence])) };
	const next = { ...f, due: without(f.due, session), signed: f.signed + 1, last: evidence, attested, stayed };
	return stillFits
		? { ...next, stillFits: { answer: stillFits, evidence }, unanswered: 0 }
		: { ...next, unanswered: f.unanswered + 1 };
}

function fold(f: NoteFacts, e: NoteEntry): NoteFacts {
	switch (e.kind) {
		case 'note.due':
			return { ...f, due: { ...f.due, [e.data.session]: { mode: e.data.mode, endedAt: e.at, chat: e.data.chat } } };
		case 'note.signed':
			return signed(f, e);
		case 'note.amended':
			return { ...f, last: proofOf(e) };
	}
	return f;
}

export const noteFold = foldOf(
	'dossier',
	2,
	{ due: {}, signed: 0, unanswered: 0, attested: {}, stayed: [] } as NoteFacts,
	fold,
);
