import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { PartId } from '#server/kernel/journal.ts';
import type { LocalDate } from '#server/kernel/time.ts';

/** In what form a file leaves for the practice's own use; each has its maker in app/exporting.ts. */
export const exportFormats = ['fhir', 'pdf', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How the copy will be protected where it lies (nb-intro-d). */
export const protections = ['encryptedDevice', 'password', 'locked', 'other'] as const;
export type Protection = (typeof protections)[number];

/** One copy of the file outside of it, and when it is looked for again; how and where it is kept stand in its line. */
export interface Copy {
	readonly format: ExportFormat;
	/** Whose hands it went into: nobody else fetches it. */
	readonly by: string;
	readonly recall: LocalDate;
	readonly evidence: Evidence;
	/** The line that says until when it is kept now, and why. */
	readonly kept?: Evidence;
	/** It left: the last line that says with which bytes. */
	readonly taken?: Evidence;
	/** It was said to be destroyed. */
	readonly recalled?: Evidence;
}

export interface ExportFacts {
	readonly copies: Readonly<Record<string, Copy>>;
}

/** What is said when a copy is made. */
export interface Exported {
	readonly id: string;
	readonly by: string;
	readonly format: ExportFormat;
	readonly parts: readonly PartId[];
	readonly protection: Protection;
	readonly place: string;
	readonly recall: LocalDate;
}

export type ExportEntry =
	| Entry<'record.exported', Exported>
	/** Its bytes left: their hash and their number, never what they say. */
	| Entry<'export.taken', { id: string; hash: string; bytes: number }>
	| Entry<'export.recalled', { id: string; on: LocalDate }>
	| Entry<'export.kept', { id: string; until: LocalDate; reason: string }>;

const KEPT = 5;

/** Those that still lie somewhere, and the last few. */
function kept(copies: ExportFacts['copies']): ExportFacts {
	const newest = Object.entries(copies).sort(([, a], [, b]) => b.evidence.seq - a.evidence.seq);
	return { copies: Object.fromEntries(newest.filter(([, copy], i) => i < KEPT || !copy.recalled)) };
}

const said = (e: Exclude<ExportEntry, { kind: 'record.exported' }>): Partial<Copy> => {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'export.taken':
			return { taken: evidence };
		case 'export.recalled':
			return { recalled: evidence };
		case 'export.kept':
			return { kept: evidence, recall: e.data.until };
	}
	return {};
};

function fold(f: ExportFacts, e: ExportEntry): ExportFacts {
	switch (e.kind) {
		case 'record.exported': {
			const { id, format, by, recall } = e.data;
			return kept({ ...f.copies, [id]: { format, by, recall, evidence: proofOf(e) } });
		}
		case 'export.taken':
		case 'export.recalled':
		case 'export.kept': {
			const copy = f.copies[e.data.id];
			return copy ? kept({ ...f.copies, [e.data.id]: { ...copy, ...said(e) } }) : f;
		}
	}
	return f;
}

export const exportFold = foldOf('dossier', 1, { copies: {} } as ExportFacts, fold);
