import { expect, test } from 'vitest';
import type { Bond, BondKind, Drawing } from '#server/capabilities/family/facts.ts';
import { APART, placeFamily } from './place.ts';
import { bars, between, head, twice, zigzag } from './strokes.ts';

const member = (id: string) => ({ id, name: id, figure: 'woman' as const });
const bond = (from: string, kind: BondKind, to: string): Bond => ({ id: `${from}${to}`, from, to, kind });
const family: Drawing = {
	members: ['zoe', 'lea', 'noe', 'rose', 'paul', 'ana'].map(member),
	bonds: [
		bond('rose', 'couple', 'paul'),
		bond('rose', 'parent', 'lea'),
		bond('paul', 'parent', 'lea'),
		bond('lea', 'divorced', 'noe'),
		bond('lea', 'parent', 'zoe'),
		bond('noe', 'parent', 'zoe'),
		bond('ana', 'adopted', 'noe'),
	],
	ties: [],
};
const at = (drawing: Drawing) => Object.fromEntries(placeFamily(drawing).map((p) => [p.id, p]));

test('children stand below their parents, and those who are or were together beside each other', () => {
	const { rose, paul, ana, lea, noe, zoe } = at(family);
	expect(rose?.y).toBe(paul?.y);
	expect(ana?.y).toBe(rose?.y);
	expect(lea?.y).toBeGreaterThan(rose?.y ?? 0);
	expect(noe?.y).toBe(lea?.y);
	expect(zoe?.y).toBeGreaterThan(lea?.y ?? 0);
	expect(Math.abs((lea?.x ?? 0) - (noe?.x ?? 0))).toBeGreaterThanOrEqual(APART);
});
test('nobody stands on anybody, and everybody is there', () => {
	const placed = placeFamily(family);
	expect(placed).toHaveLength(6);
	for (const a of placed)
		for (const b of placed) if (a.id !== b.id && a.y === b.y) expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(APART);
});
test('a loop in what was written ends, and an empty drawing is empty', () => {
	const loop = { ...family, bonds: [bond('zoe', 'parent', 'lea'), bond('lea', 'parent', 'zoe')] };
	expect(placeFamily(loop)).toHaveLength(6);
	expect(placeFamily({ members: [], bonds: [], ties: [] })).toEqual([]);
});
test('each kind of line has its shape, and none is drawn over the figures at its ends', () => {
	const [a, b] = [
		{ x: 0, y: 0 },
		{ x: 100, y: 0 },
	];
	expect(between(a, b, 22, 22)).toEqual([
		{ x: 22, y: 0 },
		{ x: 78, y: 0 },
	]);
	expect(twice(a, b)).toBe('M0 -3L100 -3M0 3L100 3');
	expect(zigzag(a, b)).toMatch(/^M0 0(L[\d.]+ -?5){12,}L100 0$/);
	expect(bars(a, b, 2)).toBe('M46 -8L46 8M54 -8L54 8');
	expect(head(a, b)).toBe('M89 -6L100 0L89 6Z');
	for (const path of [twice(a, a), zigzag(a, a), bars(a, a, 1), head(a, a)]) expect(path).not.toContain('NaN');
});
