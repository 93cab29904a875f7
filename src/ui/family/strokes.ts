/** A point of a drawing. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

const round = (n: number): number => Math.round(n * 10) / 10;

/** Straight lines through these points, as an SVG path. */
export const pathOf = (points: readonly Point[]): string =>
	points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');

interface Way {
	readonly length: number;
	/** The point that far along, that far aside. */
	readonly at: (along: number, aside?: number) => Point;
}

function wayOf(a: Point, b: Point): Way {
	const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
	const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
	return { length, at: (along, aside = 0) => ({ x: a.x + ux * along - uy * aside, y: a.y + uy * along + ux * aside }) };
}

/** The same line, short of the figures at both of its ends. */
export function between(a: Point, b: Point, fromA: number, fromB: number): readonly [Point, Point] {
	const { length, at } = wayOf(a, b);
	return [at(Math.min(fromA, length / 2)), at(Math.max(length - fromB, length / 2))];
}

/** Two lines side by side: people who are close. */
export function twice(a: Point, b: Point): string {
	const { length, at } = wayOf(a, b);
	return [-3, 3].map((aside) => pathOf([at(0, aside), at(length, aside)])).join('');
}

const TOOTH = 7;

/** A line that goes left and right: conflict, strain. */
export function zigzag(a: Point, b: Point): string {
	const { length, at } = wayOf(a, b);
	const teeth = Math.max(2, Math.floor(length / TOOTH));
	const inner = Array.from({ length: teeth - 1 }, (_, i) =>
		at(((i + 1) * length) / teeth, i % 2 === 0 ? TOOTH / 1.4 : -TOOTH / 1.4),
	);
	return pathOf([a, ...inner, b]);
}

/** Bars across the middle of a line: one for a separation, two for what is broken off. */
export function bars(a: Point, b: Point, count: 1 | 2, slant = 0): string {
	const { length, at } = wayOf(a, b);
	const places = count === 1 ? [0] : [-4, 4];
	return places.map((p) => pathOf([at(length / 2 + p - slant, -8), at(length / 2 + p + slant, 8)])).join('');
}

/** The head of an arrow that ends at `b`. */
export function head(a: Point, b: Point): string {
	const { length, at } = wayOf(a, b);
	return `${pathOf([at(length - 11, -6), b, at(length - 11, 6)])}Z`;
}
