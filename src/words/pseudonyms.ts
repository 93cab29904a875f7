/** Two words that mean nothing of anybody: what a caller without a name is called. */
const words = {
	fr: [
		[
			'Rivière',
			'Colline',
			'Marée',
			'Étoile',
			'Prairie',
			'Brise',
			'Clairière',
			'Falaise',
			'Grève',
			'Lueur',
			'Neige',
			'Source',
		],
		['bleue', 'claire', 'douce', 'lente', 'haute', 'vive', 'ronde', 'blanche', 'calme', 'dorée', 'verte', 'grise'],
	],
	en: [
		['Blue', 'Clear', 'Gentle', 'Slow', 'High', 'Bright', 'Round', 'White', 'Calm', 'Golden', 'Green', 'Grey'],
		['River', 'Hill', 'Tide', 'Star', 'Meadow', 'Breeze', 'Glade', 'Cliff', 'Shore', 'Glow', 'Snow', 'Spring'],
	],
} as const;

/** A pair of words for a caller; `seed` is any id, so that the same call has the same name. */
export function pseudonymOf(locale: 'fr' | 'en', seed: string): string {
	const digits = seed.replace(/[^0-9a-f]/g, '');
	const pick = (list: readonly string[], at: number): string =>
		list[Number.parseInt(digits.slice(at, at + 6), 16) % list.length] ?? '';
	const [first, second] = words[locale];
	return `${pick(first, 0)} ${pick(second, 20)} ${(Number.parseInt(digits.slice(8, 12), 16) % 90) + 10}`;
}
