import type { ShownSheet } from '#server/app/recovery-sheet.ts';
import type { PresentedRefusal } from '#server/app/refusals.ts';

/** What the forms of this page answer. */
export interface SheetAnswer {
	readonly form: 'make' | 'keep';
	/** Shown once. */
	readonly made?: ShownSheet;
	readonly done?: 'keep';
	/** The keys are sealed for it already; else that comes with the next backup. */
	readonly copied?: boolean;
	/** Two groups were not as printed: they are asked for again. */
	readonly wrong?: { readonly ask: readonly number[]; readonly token: string };
	readonly gone?: true;
	readonly refusal?: PresentedRefusal;
}
