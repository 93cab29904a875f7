import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { PaperType } from './kind.ts';

/** What a scanned paper is about. */
export const paperSubjects = ['consent', 'mandate', 'proof', 'other'] as const;
type Subject = (typeof paperSubjects)[number];

/** A paper kept sealed in the file: what it is about, its kind and size; its bytes stand in the line alone. */
export interface Scan {
	readonly of: Subject;
	readonly type: PaperType;
	readonly bytes: number;
	/** The session whose note it stands beside. */
	readonly session?: string;
	readonly evidence: Evidence;
}

export interface PaperFacts {
	/** The package left on paper: which versions, by which way. */
	readonly posted?: {
		readonly documents: Readonly<Record<string, number>>;
		readonly means: 'posted' | 'handed';
		readonly evidence: Evidence;
	};
	/** The written copy of a consent given aloud or on paper: of which consent, by which way. */
	readonly copy?: {
		readonly consent: string;
		readonly means: 'posted' | 'handed' | 'portal';
		readonly evidence: Evidence;
	};
	/** The last papers that were scanned. */
	readonly scans: readonly Scan[];
}

export type PaperEntry =
	| Entry<'package.posted', { person: string; documents: Readonly<Record<string, number>>; means: 'posted' | 'handed' }>
	| Entry<'copy.sent', { person: string; consent: string; means: 'posted' | 'handed' | 'portal' }>
	| Entry<
			'paper.scanned',
			{ person: string; of: Subject; type: PaperType; bytes: number; session?: string; content: string }
	  >
	| Entry<'paper.attached', { paper: number; session: string }>;

const KEPT = 20;

function fold(f: PaperFacts, e: PaperEntry): PaperFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'package.posted':
			return { ...f, posted: { documents: e.data.documents, means: e.data.means, evidence } };
		case 'copy.sent':
			return { ...f, copy: { consent: e.data.consent, means: e.data.means, evidence } };
		case 'paper.scanned': {
			const { of, type, bytes, session } = e.data;
			const one = { of, type, bytes, ...(session !== undefined && { session }), evidence };
			return { ...f, scans: [...f.scans, one].slice(-KEPT) };
		}
		case 'paper.attached': {
			const { paper, session } = e.data;
			return { ...f, scans: f.scans.map((s) => (s.evidence.seq === paper ? { ...s, session } : s)) };
		}
	}
	return f;
}

export const paperFold = foldOf('dossier', 2, { scans: [] } as PaperFacts, fold);
