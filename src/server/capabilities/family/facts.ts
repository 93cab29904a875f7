import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';

/** How somebody is drawn: a circle, a square, a diamond, a triangle. */
export const figures = ['woman', 'man', 'other', 'pregnancy'] as const;
export type Figure = (typeof figures)[number];

/** What ties two people of a family. The first five make the tree; the others say how they get along. */
export const bondKinds = [
	'couple',
	'separated',
	'divorced',
	'parent',
	'adopted',
	'close',
	'distant',
	'conflict',
	'cut',
] as const;
export type BondKind = (typeof bondKinds)[number];

/** What ties a family, or one of it, to what is around: and which way help goes. */
export const tieKinds = ['strong', 'weak', 'stress'] as const;
export type TieKind = (typeof tieKinds)[number];
export const flows = ['none', 'to', 'from', 'both'] as const;
export type Flow = (typeof flows)[number];

/** Somebody of the family, whether or not of the file. */
export interface Member {
	readonly id: string;
	readonly name: string;
	readonly figure: Figure;
	readonly born?: number;
	readonly died?: true;
	/** Whom the drawing is about. */
	readonly central?: true;
}
/** Of a parent, `from` is the parent. */
export interface Bond {
	readonly id: string;
	readonly from: string;
	readonly to: string;
	readonly kind: BondKind;
}
/** A school, a team, a neighbour, work: a circle around the family; without `from`, the whole household is tied to it. */
export interface Tie {
	readonly id: string;
	readonly name: string;
	readonly kind: TieKind;
	readonly flow: Flow;
	readonly from?: string;
}

/** A family and what is around it, as it was drawn that day. */
export interface Drawing {
	readonly members: readonly Member[];
	readonly bonds: readonly Bond[];
	readonly ties: readonly Tie[];
}

/** The drawing in force in this part; its names stand in its line alone. */
export interface FamilyFacts {
	readonly drawn?: { readonly version: number; readonly evidence: Evidence };
}

/** Each version is drawn whole: those before it stay as they were. */
export type FamilyEntry = Entry<'family.drawn', Drawing>;

export const familyFold = foldOf('dossier', 1, {} as FamilyFacts, (f: FamilyFacts, e: FamilyEntry) =>
	e.kind === 'family.drawn' ? { drawn: { version: (f.drawn?.version ?? 0) + 1, evidence: proofOf(e) } } : f,
);
