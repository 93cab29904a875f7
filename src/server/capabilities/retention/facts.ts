import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { PersonId } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';

/** What is destroyed: the whole file, or the own part of one person who left it. */
export type Of = 'whole' | PersonId;

/** Why a file is kept past its date. */
export const holdReasons = ['complaint', 'court', 'accessRequest', 'incident', 'other'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Where the paper of a file is when the rest of it ends. */
export const paperEnds = ['none', 'destroyed', 'kept'] as const;
export type PaperEnd = (typeof paperEnds)[number];

/** What somebody found before a destruction. */
export interface Review {
	readonly by: string;
	readonly papers: PaperEnd;
	readonly evidence: Evidence;
}

export interface RetentionFacts {
	/** Reasons to keep the file past its date that were not lifted. */
	readonly holds: Readonly<Record<string, { readonly reason: HoldReason; readonly evidence: Evidence }>>;
	readonly reviewed: Readonly<Record<Of, Review>>;
	/** A second person agreed to the destruction that was reviewed. */
	readonly approved: Readonly<Record<Of, { readonly by: string; readonly evidence: Evidence }>>;
	readonly ordered: Readonly<Record<Of, Evidence>>;
}

/** What stays of a file that was destroyed: that it was, how, by whom; nothing of what it said (P-7.05, s. 55). */
export interface Certificate {
	readonly id: string;
	readonly dossier: string;
	readonly of: Of;
	/** Whose file it was: kept only where the law of the place asks for it. */
	readonly individual?: string;
	readonly contents: { readonly meetings: number; readonly notes: number; readonly persons: number };
	/** The period it covered. */
	readonly from: Instant;
	readonly to: Instant;
	/** Its keys were destroyed. */
	readonly method: 'keys';
	/** Who had it destroyed, by name, and who agreed where the practice has a second person. */
	readonly supervisor: string;
	readonly approvedBy?: string;
}

export interface DestructionFacts {
	/** Ordered, and not yet confirmed by the machine. */
	readonly pending: Readonly<Record<string, { readonly dossier: string; readonly of: Of }>>;
	readonly done: number;
}

export type RetentionEntry =
	| Entry<'hold.placed', { id: string; reason: HoldReason; note: string }>
	| Entry<'hold.lifted', { id: string; note: string }>
	| Entry<'destruction.reviewed', { of: Of; by: string; papers: PaperEnd; note?: string }>
	| Entry<'destruction.approved', { of: Of; by: string }>
	| Entry<'destruction.ordered', { of: Of; by: string }>;

export type DestructionEntry =
	| Entry<'record.destroying', Certificate>
	| Entry<'record.destroyed', { id: string; dossier: string; of: Of; keys: number }>;

const without = <V>(map: Readonly<Record<string, V>>, key: string): Record<string, V> =>
	Object.fromEntries(Object.entries(map).filter(([k]) => k !== key));

function fold(f: RetentionFacts, e: RetentionEntry): RetentionFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'hold.placed':
			return { ...f, holds: { ...f.holds, [e.data.id]: { reason: e.data.reason, evidence } } };
		case 'hold.lifted':
			return { ...f, holds: without(f.holds, e.data.id) };
		case 'destruction.reviewed': {
			const { of, by, papers } = e.data;
			// What was agreed to was the review before this one.
			return { ...f, reviewed: { ...f.reviewed, [of]: { by, papers, evidence } }, approved: without(f.approved, of) };
		}
		case 'destruction.approved':
			return { ...f, approved: { ...f.approved, [e.data.of]: { by: e.data.by, evidence } } };
		case 'destruction.ordered':
			return { ...f, ordered: { ...f.ordered, [e.data.of]: evidence } };
	}
	return f;
}

function foldOfPractice(f: DestructionFacts, e: DestructionEntry): DestructionFacts {
	switch (e.kind) {
		case 'record.destroying': {
			const { id, dossier, of } = e.data;
			return { ...f, pending: { ...f.pending, [id]: { dossier, of } } };
		}
		case 'record.destroyed':
			return { pending: without(f.pending, e.data.id), done: f.done + 1 };
	}
	return f;
}

const none: RetentionFacts = { holds: {}, reviewed: {}, approved: {}, ordered: {} };
export const retentionFold = foldOf('dossier', 1, none, fold);
export const destructionFold = foldOf('practice', 1, { pending: {}, done: 0 } as DestructionFacts, foldOfPractice);
