import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, type Means, proofOf } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';

/** What somebody may be asked beside the service itself; saying no to any of them changes nothing to the service. */
export const useKinds = ['reporting', 'communication', 'recording', 'research', 'webSearch', 'other'] as const;
export type UseKind = (typeof useKinds)[number];

/** One use that was proposed to one person, and what they said; its scope stands in its line, in words. */
export interface Use {
	readonly use: UseKind;
	readonly state: 'proposed' | 'agreed' | 'refused' | 'ended';
	readonly until?: Instant;
	readonly proposed: Evidence;
	/** The last yes; it stays when it is taken back, for what was done under it. */
	readonly agreed?: Evidence;
	readonly evidence: Evidence;
}

export interface UseFacts {
	readonly uses: Readonly<Record<string, Use>>;
}

export type UseEntry =
	| Entry<
			'use.proposed',
			{ person: string; id: string; use: UseKind; scope: string; until?: Instant; consequence?: string }
	  >
	| Entry<'use.agreed', { person: string; id: string; means: Means }>
	| Entry<'use.refused', { person: string; id: string; means: Means }>
	| Entry<'use.ended', { person: string; id: string; means: Means }>;

const change = (f: UseFacts, id: string, state: Use['state'], evidence: Evidence): UseFacts => {
	const use = f.uses[id];
	const yes = state === 'agreed' && { agreed: evidence };
	return use ? { uses: { ...f.uses, [id]: { ...use, ...yes, state, evidence } } } : f;
};

/** The yes to that kind of use that counts at an instant: given by then, not over, not taken back by then. */
export const agreedAt = ({ uses }: UseFacts, kind: UseKind, at: Instant): Evidence | undefined =>
	Object.values(uses).find(
		({ use, state, until, agreed, evidence }) =>
			use === kind &&
			agreed !== undefined &&
			agreed.at <= at &&
			(until === undefined || at < until) &&
			(state === 'agreed' || at < evidence.at),
	)?.agreed;

function fold(f: UseFacts, e: UseEntry): UseFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'use.proposed': {
			const { id, use, until } = e.data;
			const asked: Use = {
				use,
				state: 'proposed',
				proposed: evidence,
				evidence,
				...(until !== undefined && { until }),
			};
			return { uses: { ...f.uses, [id]: asked } };
		}
		case 'use.agreed':
			return change(f, e.data.id, 'agreed', evidence);
		case 'use.refused':
			return change(f, e.data.id, 'refused', evidence);
		case 'use.ended':
			return change(f, e.data.id, 'ended', evidence);
	}
	return f;
}

export const useFold = foldOf('dossier', 2, { uses: {} } as UseFacts, fold);
