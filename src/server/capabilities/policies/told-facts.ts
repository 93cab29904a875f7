import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { LocalDate } from '#server/kernel/time.ts';

/** How a person was told of a change, where their own space did not tell them. */
export const tellingMeans = ['posted', 'handed', 'telephone', 'email'] as const;
export type TellingMeans = (typeof tellingMeans)[number];

interface Told {
	readonly version: number;
	readonly means: TellingMeans;
	readonly on: LocalDate;
}

/** In a person's own part: of which material change of each document they were told, and how. */
export interface ToldFacts {
	readonly changes: Readonly<Record<string, Told & { readonly evidence: Evidence }>>;
}

export type ToldEntry = Entry<'change.told', Told & { person: string; document: string }>;

/** On the practice's own journal: how many were told at once; who they are stands in each file alone. */
export type AnnouncedEntry = Entry<
	'change.announced',
	{ document: string; version: number; means: TellingMeans; on: LocalDate; count: number }
>;

const fold = (f: ToldFacts, e: ToldEntry): ToldFacts => {
	if (e.kind !== 'change.told') return f;
	const { document, version, means, on } = e.data;
	return { changes: { ...f.changes, [document]: { version, means, on, evidence: proofOf(e) } } };
};

export const toldFold = foldOf('dossier', 1, { changes: {} } as ToldFacts, fold);
