/** Rows of a form (`fees.0.label.fr`, `fees.1…`) as the list an act takes: in order, those left empty left out. */
export const rowsOf = (typed: unknown): readonly unknown[] =>
	Object.entries((typed ?? {}) as Readonly<Record<string, unknown>>)
		.sort(([a], [b]) => Number(a) - Number(b))
		.map(([, row]) => row);

interface Alternative {
	readonly territory?: string;
	readonly fr?: string;
	readonly en?: string;
}

/** Other help by place; a row whose words were left empty says nothing, wherever its place points. */
function alternativesOf(typed: unknown): Readonly<Record<string, readonly unknown[]>> {
	const rows = (rowsOf(typed) as readonly Alternative[]).filter((row) => row.fr !== undefined || row.en !== undefined);
	const places = Map.groupBy(rows, ({ territory }) => territory ?? '');
	return Object.fromEntries(
		[...places].map(([place, list]) => [place, list.map(({ territory: _, ...words }) => words)]),
	);
}

/** The input of `service.describe` from its form; a group that was left empty is there, so that each field says what it lacks. */
export const termsInput = ({ fees, alternatives, ...rest }: Readonly<Record<string, unknown>>): unknown => ({
	hours: {},
	replyWithin: {},
	interruption: {},
	...rest,
	fees: rowsOf(fees).map((row) => ({ label: {}, ...(row as object) })),
	alternatives: alternativesOf(alternatives),
});
