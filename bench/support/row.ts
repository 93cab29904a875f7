/** One measured figure, as `bench/results.json` keeps it. */
export interface Row {
	readonly name: string;
	/** Absent when the bench could not run: the note says why. */
	readonly value: number | null;
	readonly unit: string;
	/** What was measured beside it in the same run, in the same unit. */
	readonly reference: number | null;
	readonly ratio: number | null;
	readonly goal: string | null;
	/** Absent where there is no goal, and in the short form, whose figures prove nothing. */
	readonly met: boolean | null;
	readonly note: string;
}

/** How much is asked of one run. */
export interface Effort {
	/** A tiny run that shows that the bench works. */
	readonly short: boolean;
	/** How many times each of the things compared is measured, in turn. */
	readonly rounds: number;
	/** Board: also judge everything again. */
	readonly rejudge: boolean;
}

/** A bench measures, and answers its figures. */
export type Bench = (effort: Effort) => Promise<readonly Row[]>;

/** A figure before it is held against its goal. */
export interface Figure {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly reference?: number;
	readonly note: string;
}

/** What a figure must be, and whether it is. */
export interface Goal {
	readonly text: string;
	readonly isMet: (figure: Figure) => boolean;
}

const ratioOf = ({ value, reference = Number.NaN }: Figure): number => value / reference;

/** The ratio to the reference may be so much. */
export const ratioAtMost = (most: number): Goal => ({
	text: `ratio ≤ ${most}`,
	isMet: (figure) => ratioOf(figure) <= most,
});
/** The ratio to the reference must be so much. */
export const ratioAtLeast = (least: number): Goal => ({
	text: `ratio ≥ ${least}`,
	isMet: (figure) => ratioOf(figure) >= least,
});
/** The figure itself may be so much. */
export const atMost = (most: number): Goal => ({ text: `≤ ${most}`, isMet: ({ value }) => value <= most });
/** The figure itself must be so much. */
export const atLeast = (least: number): Goal => ({ text: `≥ ${least}`, isMet: ({ value }) => value >= least });
/** The figure may be so much over the reference. */
export const overAtMost = (most: number): Goal => ({
	text: `reference + ≤ ${most}`,
	isMet: ({ value, reference = Number.NaN }) => value - reference <= most,
});

const rounded = (value: number): number => Number(value.toPrecision(4));

/** Hold a figure against its goal; in the short form nothing is held against anything. */
export function row({ short }: Pick<Effort, 'short'>, figure: Figure, goal?: Goal): Row {
	const { name, value, unit, reference, note } = figure;
	return {
		name,
		value: rounded(value),
		unit,
		reference: reference === undefined ? null : rounded(reference),
		ratio: reference === undefined ? null : rounded(value / reference),
		goal: goal?.text ?? null,
		met: goal && !short ? goal.isMet(figure) : null,
		note: short ? `short form, proves nothing; ${note}` : note,
	};
}
