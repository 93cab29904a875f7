/** A stretch of words that stayed, came or went. */
export interface Stretch {
	readonly is: 'same' | 'added' | 'removed';
	readonly text: string;
}

const MOST = 4000;

/** Words with the space that follows them, so that put together again they are the text. */
const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*/g) ?? [];

/** How long the longest run of words kept in order is, from each place on: `table[i][j]` for what follows i and j. */
function keptFrom(before: readonly string[], after: readonly string[]): readonly Uint16Array[] {
	const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
	for (let i = before.length - 1; i >= 0; i--) {
		const [row, next] = [table[i] as Uint16Array, table[i + 1] as Uint16Array];
		for (let j = after.length - 1; j >= 0; j--)
			row[j] =
				before[i]?.trim() === after[j]?.trim() ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
	}
	return table;
}

function* steps(before: readonly string[], after: readonly string[]): Generator<Stretch> {
	const table = keptFrom(before, after);
	let [i, j] = [0, 0];
	while (i < before.length && j < after.length) {
		if (before[i]?.trim() === after[j]?.trim()) {
			yield { is: 'same', text: after[j] ?? '' };
			i += 1;
			j += 1;
		} else if ((table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0)) yield { is: 'removed', text: before[i++] ?? '' };
		else yield { is: 'added', text: after[j++] ?? '' };
	}
	while (i < before.length) yield { is: 'removed', text: before[i++] ?? '' };
	while (j < after.length) yield { is: 'added', text: after[j++] ?? '' };
}

/**
 * What changed from one text to another, word by word: the same stretches put together give the new text, and the removed
 * ones with the same give the old. Texts too long to compare are told whole, the old one then the new one.
 */
export function difference(before: string, after: string): readonly Stretch[] {
	const [old, fresh] = [wordsOf(before), wordsOf(after)];
	if (old.length > MOST || fresh.length > MOST)
		return [
			{ is: 'removed', text: before },
			{ is: 'added', text: after },
		];
	const stretches: { is: Stretch['is']; text: string }[] = [];
	for (const { is, text } of steps(old, fresh)) {
		const last = stretches.at(-1);
		if (last?.is === is) last.text += text;
		else stretches.push({ is, text });
	}
	return stretches;
}
