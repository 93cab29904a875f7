import type { Bond, Drawing } from '#server/capabilities/family/facts.ts';
import { isCouple, type Placed, parentsOf, SIZE } from './place.ts';
import { bars, between, head, type Point, pathOf, twice, zigzag } from './strokes.ts';

/** One stroke of the drawing: its path, and how it is drawn. */
export interface Stroke {
	readonly id: string;
	readonly path: string;
	readonly is?: 'dashed' | 'dotted' | 'thick' | 'filled';
}

const HALF = SIZE / 2;
/** How far under a couple their line passes, and how far above a child the line of its siblings. */
const DROP = 34;

type Placing = ReadonlyMap<string, Placed>;
const placing = (placed: readonly Placed[]): Placing => new Map(placed.map((p) => [p.id, p]));

/** The line under two people, down from one, across, up to the other. */
const underCouple = (a: Point, b: Point): string =>
	pathOf([
		{ x: a.x, y: a.y + HALF },
		{ x: a.x, y: a.y + HALF + DROP },
		{ x: b.x, y: a.y + HALF + DROP },
		{ x: b.x, y: b.y + HALF },
	]);

function coupleStrokes({ id, from, to, kind }: Bond, at: Placing): readonly Stroke[] {
	const [a, b] = [at.get(from), at.get(to)];
	if (!a || !b) return [];
	const y = a.y + HALF + DROP;
	// Beside the middle, where the line of children begins.
	const [left, right] = [
		{ x: (a.x + b.x) / 2 - SIZE / 2, y },
		{ x: (a.x + b.x) / 2, y },
	];
	const cut = kind === 'couple' ? [] : [{ id: `${id}.cut`, path: bars(left, right, kind === 'separated' ? 1 : 2, 4) }];
	return [{ id, path: underCouple(a, b) }, ...cut];
}

/** From both parents, or the one that is drawn, down to a child; dashed where it was adopted. */
function childStrokes(drawing: Drawing, at: Placing): readonly Stroke[] {
	return drawing.members.flatMap(({ id }): readonly Stroke[] => {
		const child = at.get(id);
		const parents = parentsOf(drawing, id).flatMap((p) => at.get(p) ?? []);
		const [first, second] = parents;
		if (!child || !first) return [];
		const together = second && second.y === first.y;
		const known = drawing.bonds.some(
			(b) => isCouple(b) && [b.from, b.to].every((e) => e === first.id || e === second?.id),
		);
		const start = together
			? { x: (first.x + second.x) / 2, y: first.y + HALF + DROP }
			: { x: first.x, y: first.y + HALF };
		const turn = child.y - HALF - DROP;
		const adopted = drawing.bonds.some((b) => b.kind === 'adopted' && b.to === id);
		const path = pathOf([start, { x: start.x, y: turn }, { x: child.x, y: turn }, { x: child.x, y: child.y - HALF }]);
		return [
			{ id: `${id}.child`, path, ...(adopted && { is: 'dashed' as const }) },
			...(together && !known ? [{ id: `${id}.both`, path: underCouple(first, second), is: 'dotted' as const }] : []),
		];
	});
}

/** How two people get along, straight from one to the other. */
function feltStrokes({ id, from, to, kind }: Bond, at: Placing): readonly Stroke[] {
	const [p, q] = [at.get(from), at.get(to)];
	if (!p || !q) return [];
	const [a, b] = between(p, q, HALF + 4, HALF + 4);
	if (kind === 'close') return [{ id, path: twice(a, b) }];
	if (kind === 'conflict') return [{ id, path: zigzag(a, b) }];
	if (kind === 'distant') return [{ id, path: pathOf([a, b]), is: 'dotted' }];
	if (kind === 'cut') return [{ id, path: pathOf([a, b]) + bars(a, b, 2) }];
	return [];
}

/** Every line of a family, those of the tree first. */
export function familyStrokes(drawing: Drawing, placed: readonly Placed[]): readonly Stroke[] {
	const at = placing(placed);
	return [
		...drawing.bonds.filter(isCouple).flatMap((b) => coupleStrokes(b, at)),
		...childStrokes(drawing, at),
		...drawing.bonds.flatMap((b) => feltStrokes(b, at)),
	];
}

/** A circle around the household. */
export interface Circle extends Point {
	readonly id: string;
	readonly name: string;
	/** Of the family, who it is about; absent: everyone. */
	readonly whose?: string;
	/** Where that name stands, along the line. */
	readonly label: Point;
	readonly strokes: readonly Stroke[];
}

/** How large the household and what is around it are drawn, and how far apart. */
export const HOME = 56;
export const AROUND = 46;
const FAR = 188;
const CROWD = 9;

/** What is around a household, each at its place on a ring, with the line that ties it. */
export function ecomapCircles({ ties, members }: Drawing): readonly Circle[] {
	const far = FAR + Math.max(0, ties.length - CROWD) * 16;
	return ties.map(({ id, name, kind, flow, from }, i) => {
		const angle = (i / ties.length) * 2 * Math.PI - Math.PI / 2;
		const on = (r: number): Point => ({ x: Math.cos(angle) * r, y: Math.sin(angle) * r });
		const [a, b] = between({ x: 0, y: 0 }, on(far), HOME + 3, AROUND + 3);
		const line: Stroke =
			kind === 'stress'
				? { id, path: zigzag(a, b) }
				: { id, path: pathOf([a, b]), is: kind === 'strong' ? 'thick' : 'dashed' };
		const heads = [
			...(flow === 'to' || flow === 'both' ? [head(a, b)] : []),
			...(flow === 'from' || flow === 'both' ? [head(b, a)] : []),
		];
		const whose = members.find((m) => m.id === from)?.name;
		return {
			id,
			name,
			...on(far),
			label: on((HOME + far - AROUND) / 2),
			strokes: [line, ...heads.map((path, h) => ({ id: `${id}.${h}`, path, is: 'filled' as const }))],
			...(whose !== undefined && { whose }),
		};
	});
}
