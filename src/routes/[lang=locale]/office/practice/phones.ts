/** Two telephone numbers in a row, the second one optional. */
export const phonesOf = ({ phones = [], ...typed }: Readonly<Record<string, unknown>>): unknown => ({
	...typed,
	phones: [phones].flat().filter((phone) => phone !== undefined),
});
