import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { PartId, PersonId } from '#server/kernel/journal.ts';
import type { LocalDate } from '#server/kernel/time.ts';

/** Why a file may pass into other hands; there is no other reason (nb-6-s). */
export const bases = ['authorised', 'cession', 'succession', 'law'] as const;
export type Basis = (typeof bases)[number];

/** What left, in one line that can be told to anyone: hashes, never content. */
export interface Leaving {
	/** SHA-256 of the manifest: what both sides compare. */
	readonly digest: string;
	/** How many lines, and the hash of the last. */
	readonly seq: number;
	readonly head: string;
	readonly parts: readonly PartId[];
}

/** One file that went to another practice. */
export interface Transfer {
	readonly basis: Basis;
	readonly to: string;
	readonly leaving: Leaving;
	/** The receiver's keys: what the package is sealed to, and what the receipt is signed with. */
	readonly box: string;
	readonly sign: string;
	readonly evidence: Evidence;
	readonly confirmed?: Evidence;
	/** It did not arrive, or is no longer wanted. */
	readonly ended?: Evidence;
}

/** A file that came from another practice: what it was, as both sides keep it. */
export interface Received {
	readonly from: string;
	readonly digest: string;
	readonly seq: number;
	/** Its lines stand right after, a hundred to a window, one stretch for each part. */
	readonly windows: number;
	readonly width: number;
	readonly evidence: Evidence;
}

export interface TransferFacts {
	readonly sent: Readonly<Record<string, Transfer>>;
	readonly received?: Received;
}

/** A line of another practice's chain, kept as it was sealed there. */
export interface ForeignLine {
	readonly header: {
		readonly at: number;
		readonly attempt: string;
		readonly journal: string;
		readonly key: string;
		readonly part: string;
		readonly practice: string;
		readonly seq: number;
	};
	readonly sealed: string;
	readonly hash: string;
}

export type TransferEntry =
	| Entry<
			'record.transferred',
			{
				id: string;
				basis: Basis;
				to: string;
				reference?: string;
				persons: readonly PersonId[];
				leaving: Leaving;
				box: string;
				sign: string;
			}
	  >
	| Entry<'transfer.confirmed', { id: string; at: number }>
	| Entry<'transfer.ended', { id: string; reason: string }>
	| Entry<
			'record.received',
			{
				by: string;
				from: { practice: string; name: string; journal: string; sign: string };
				leaving: Leaving;
				windows: number;
				width: number;
			}
	  >
	| Entry<'record.linesReceived', { lines: readonly ForeignLine[]; keys: Readonly<Record<string, string>> }>;

/** Who takes over a practitioner's files when they stop, and from when (the Order is told before). */
export interface Cession {
	readonly id: string;
	readonly to: string;
	readonly on: LocalDate;
	/** The day on which the Order was told. */
	readonly noticed?: LocalDate;
	readonly evidence: Evidence;
}

/** Who takes the files over when the practitioner can no longer say so, and how many of the practice must open it. */
export interface Succession {
	readonly id: string;
	readonly to: string;
	readonly approvals: number;
	readonly approvedBy: readonly string[];
	readonly opened?: Evidence;
	readonly evidence: Evidence;
}

export interface LeavingFacts {
	readonly cession?: Cession;
	readonly succession?: Succession;
}

/** Whoever takes over, as the notice to the Order names them. */
export interface Taker {
	readonly to: string;
	readonly profession: string;
	readonly address: string;
	readonly phone: string;
}

export type LeavingEntry =
	| Entry<'cession.declared', Taker & { id: string; on: LocalDate; agreedOn: LocalDate }>
	| Entry<'cession.noticed', { id: string; on: LocalDate; how: string }>
	| Entry<'cession.cancelled', { id: string }>
	| Entry<'succession.named', Taker & { id: string; agreedOn: LocalDate; approvals: number }>
	| Entry<'succession.withdrawn', { id: string }>
	| Entry<'succession.approved', { id: string; by: string; proof: string }>
	| Entry<'succession.opened', { id: string }>;

const changed = (f: TransferFacts, id: string, more: Partial<Transfer>): TransferFacts => {
	const before = f.sent[id];
	return before ? { ...f, sent: { ...f.sent, [id]: { ...before, ...more } } } : f;
};

function fold(f: TransferFacts, e: TransferEntry): TransferFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'record.transferred': {
			const { id, basis, to, leaving, box, sign } = e.data;
			return { ...f, sent: { ...f.sent, [id]: { basis, to, leaving, box, sign, evidence } } };
		}
		case 'transfer.confirmed':
			return changed(f, e.data.id, { confirmed: evidence });
		case 'transfer.ended':
			return changed(f, e.data.id, { ended: evidence });
		case 'record.received': {
			const { from, leaving, windows, width } = e.data;
			const { digest, seq } = leaving;
			return { ...f, received: { from: from.name, digest, seq, windows, width, evidence } };
		}
	}
	return f;
}

function foldLeaving(f: LeavingFacts, e: LeavingEntry): LeavingFacts {
	const evidence = proofOf(e);
	const { cession, succession } = f;
	switch (e.kind) {
		case 'cession.declared': {
			const { id, to, on } = e.data;
			return { ...f, cession: { id, to, on, evidence } };
		}
		case 'cession.noticed':
			return cession?.id === e.data.id ? { ...f, cession: { ...cession, noticed: e.data.on } } : f;
		case 'cession.cancelled':
			return succession ? { succession } : {};
		case 'succession.named': {
			const { id, to, approvals } = e.data;
			return { ...f, succession: { id, to, approvals, approvedBy: [], evidence } };
		}
		case 'succession.withdrawn':
			return cession ? { cession } : {};
		case 'succession.approved':
			return succession?.id === e.data.id
				? { ...f, succession: { ...succession, approvedBy: [...succession.approvedBy, e.data.by] } }
				: f;
		case 'succession.opened':
			return succession?.id === e.data.id ? { ...f, succession: { ...succession, opened: evidence } } : f;
	}
	return f;
}

export const transferFold = foldOf('dossier', 1, { sent: {} } as TransferFacts, fold);
export const leavingFold = foldOf('practitioner', 1, {} as LeavingFacts, foldLeaving);

/** Is it this person or practice? Neither capitals nor accents make another. */
export const isNamed = (one: string, other: string): boolean =>
	one.trim().localeCompare(other.trim(), 'fr', { sensitivity: 'base' }) === 0;
