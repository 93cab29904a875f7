import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { LocalDate } from '#server/kernel/time.ts';

/** One paper of a file that lies somewhere: is it under lock, was its place said again, when was it destroyed (nb-6-d). */
export interface PaperItem {
	readonly locked: boolean;
	readonly evidence: Evidence;
	/** The line that says where it lies now. */
	readonly placed?: Evidence;
	readonly destroyed?: { readonly on: LocalDate; readonly evidence: Evidence };
}

/** The papers of a file, in its joint part: what and where stand in their lines, in words. */
export interface RegisterFacts {
	readonly items: Readonly<Record<string, PaperItem>>;
}

export type RegisterEntry =
	| Entry<'paper.listed', { id: string; what: string; place: string; locked: boolean; note?: number }>
	| Entry<'paper.placed', { id: string; place: string; locked: boolean }>
	| Entry<'paper.destroyed', { id: string; on: LocalDate }>;

const KEPT = 5;

/** Those that still lie somewhere, and the last few. */
function kept(items: RegisterFacts['items']): RegisterFacts {
	const newest = Object.entries(items).sort(([, a], [, b]) => b.evidence.seq - a.evidence.seq);
	return { items: Object.fromEntries(newest.filter(([, item], i) => i < KEPT || !item.destroyed)) };
}

function fold(f: RegisterFacts, e: RegisterEntry): RegisterFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'paper.listed':
			return kept({ ...f.items, [e.data.id]: { locked: e.data.locked, evidence } });
		case 'paper.placed':
		case 'paper.destroyed': {
			const item = f.items[e.data.id];
			const more =
				e.kind === 'paper.placed'
					? { locked: e.data.locked, placed: evidence }
					: { destroyed: { on: e.data.on, evidence } };
			return item ? { items: { ...f.items, [e.data.id]: { ...item, ...more } } } : f;
		}
	}
	return f;
}

export const registerFold = foldOf('dossier', 1, { items: {} } as RegisterFacts, fold);
