/** The one text that several lines share, told once above them; undefined where they differ, or where there is one line. */
export function toldOnce(texts: readonly (string | undefined)[]): string | undefined {
	const [first] = texts;
	return texts.length > 1 && texts.every((text) => text === first) ? first : undefined;
}
