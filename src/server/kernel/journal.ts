/** The three kinds of journal: a client's file, a practitioner's practice life, a practice. */
export const journalKinds = ['dossier', 'practitioner', 'practice'] as const;
export type JournalKind = (typeof journalKinds)[number];

/** Which journal. */
export interface JournalRef {
	readonly kind: JournalKind;
	readonly id: string;
}

/** One person of one dossier; the same human has another id in another dossier. */
export type PersonId = string;

/** The part of a journal an entry belongs to: `joint`, or one person's own. Each part has its own key and its own end. */
export type PartId = 'joint' | PersonId;
export const JOINT = 'joint';

/** Facts of one capability, part by part: what is shared, and what is one person's own. */
export interface Of<F> {
	readonly joint: F;
	readonly of: (person: PersonId) => F;
}

/** Ids have one spelling, since lines are sealed under them: lower case, with dashes. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
