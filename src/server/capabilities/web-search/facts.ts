import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { LocalDate } from '#server/kernel/time.ts';

/** On what ground one looks somebody up: their yes, a danger; or neither, said of a search that was already made. */
export const grounds = ['agreed', 'emergency', 'none'] as const;
export type Ground = (typeof grounds)[number];

/** How a person was told that a search was made. */
export const tellings = ['inPerson', 'video', 'telephone', 'letter', 'portal'] as const;
export type Telling = (typeof tellings)[number];

/** One search about one person of a dossier, in their own part: its dates and states; its words stand in its lines. */
export interface Search {
	readonly ground: Ground;
	/** Started here, after the gate; absent for one that was already made. */
	readonly gated?: true;
	/** The day it was made, where it was written down afterwards. */
	readonly on?: LocalDate;
	readonly evidence: Evidence;
	/** Where, what was found and what was kept are in the record. */
	readonly noted?: Evidence;
	readonly told?: { readonly on: LocalDate; readonly how: Telling; readonly evidence: Evidence };
	readonly deferred?: { readonly until: LocalDate; readonly evidence: Evidence };
	readonly reviewed?: Evidence;
}

export interface SearchFacts {
	readonly made: Readonly<Record<string, Search>>;
}

/** What makes an emergency one: the danger, whom the search may protect, why the person was not asked. */
export interface Danger {
	readonly danger: string;
	readonly protects: string;
	readonly noConsent: string;
}

interface Found {
	readonly where: string;
	readonly summary: string;
	readonly kept: string;
}

interface Why {
	readonly person: string;
	readonly id: string;
	readonly ground: Ground;
	readonly reason: string;
}

export type SearchEntry =
	| Entry<'search.started', Why & Partial<Danger>>
	| Entry<'search.noted', { person: string; id: string } & Found>
	| Entry<'search.recorded', Why & Partial<Danger> & Found & { on: LocalDate }>
	| Entry<'search.told', { person: string; id: string; on: LocalDate; how: Telling; words?: string }>
	| Entry<'search.deferred', { person: string; id: string; until: LocalDate; reason: string }>
	| Entry<'search.reviewed', { person: string; id: string; learned: string }>;

const KEPT = 5;
const isClosed = ({ noted, told, ground, gated, reviewed }: Search): boolean =>
	noted !== undefined && told !== undefined && (ground === 'emergency' || gated === true || reviewed !== undefined);

/** Those that still ask for something, and the last few. */
function kept(all: SearchFacts['made']): SearchFacts {
	const newest = Object.entries(all).sort(([, a], [, b]) => b.evidence.seq - a.evidence.seq);
	return { made: Object.fromEntries(newest.filter(([, s], i) => i < KEPT || !isClosed(s))) };
}

const change = (f: SearchFacts, id: string, more: Partial<Search>): SearchFacts => {
	const search = f.made[id];
	return search ? { made: { ...f.made, [id]: { ...search, ...more } } } : f;
};

function fold(f: SearchFacts, e: SearchEntry): SearchFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'search.started': {
			const { id, ground } = e.data;
			return kept({ ...f.made, [id]: { ground, gated: true, evidence } });
		}
		case 'search.recorded': {
			const { id, ground, on } = e.data;
			return kept({ ...f.made, [id]: { ground, on, evidence, noted: evidence } });
		}
		case 'search.noted':
			return change(f, e.data.id, { noted: evidence });
		case 'search.told':
			return change(f, e.data.id, { told: { on: e.data.on, how: e.data.how, evidence } });
		case 'search.deferred':
			return change(f, e.data.id, { deferred: { until: e.data.until, evidence } });
		case 'search.reviewed':
			return change(f, e.data.id, { reviewed: evidence });
	}
	return f;
}

export const searchFold = foldOf('dossier', 1, { made: {} } as SearchFacts, fold);

/** An emergency search that the privacy officer is told of: who made it and in which file, never about whom or why. */
export interface EmergencySearch {
	readonly id: string;
	readonly dossier: string;
	readonly by: string;
	readonly evidence: Evidence;
	readonly seen?: Evidence;
}

/** On the practice's own journal: the emergency searches, the latest last. */
export interface EmergencyFacts {
	readonly emergencies: readonly EmergencySearch[];
}

export type EmergencyEntry =
	| Entry<'emergencySearch.reported', { id: string; dossier: string; by: string }>
	| Entry<'emergencySearch.seen', { id: string }>;

const LISTED = 20;

function foldEmergency(f: EmergencyFacts, e: EmergencyEntry): EmergencyFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'emergencySearch.reported': {
			const all = [...f.emergencies, { ...e.data, evidence }];
			return { emergencies: all.filter((one, i) => !one.seen || i >= all.length - LISTED) };
		}
		case 'emergencySearch.seen':
			return { emergencies: f.emergencies.map((one) => (one.id === e.data.id ? { ...one, seen: evidence } : one)) };
	}
	return f;
}

export const emergencyFold = foldOf('practice', 1, { emergencies: [] } as EmergencyFacts, foldEmergency);
