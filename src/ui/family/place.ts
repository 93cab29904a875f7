import type { Bond, Drawing, Member } from '#server/capabilities/family/facts.ts';

/** Where somebody stands in the drawing. */
export interface Placed extends Member {
	readonly x: number;
	readonly y: number;
}

/** How far apart people and generations stand, and how large a figure is. */
export const APART = 104;
export const BELOW = 150;
export const SIZE = 44;

const isTree = ({ kind }: Bond): boolean => kind === 'parent' || kind === 'adopted';
/** Two who are, or were, together stand on one line. */
export const isCouple = ({ kind }: Pick<Bond, 'kind'>): boolean =>
	kind === 'couple' || kind === 'separated' || kind === 'divorced';

/** The parents of somebody, as many as are drawn. */
export const parentsOf = ({ bonds }: Drawing, id: string): readonly string[] => [
	...new Set(bonds.filter((b) => isTree(b) && b.to === id).map((b) => b.from)),
];

/** The generation of each: below their parents, beside those they are or were with. */
function generations({ members, bonds }: Drawing): ReadonlyMap<string, number> {
	const of = new Map(members.map((m) => [m.id, 0]));
	const at = (id: string) => of.get(id) ?? 0;
	for (const _ of members)
		for (const b of bonds) {
			if (isTree(b)) of.set(b.to, Math.max(at(b.to), at(b.from) + 1));
			if (isCouple(b)) for (const id of [b.from, b.to]) of.set(id, Math.max(at(b.from), at(b.to)));
		}
	// Who has no parents here stands just above their children, not at the top of another branch.
	for (const m of members) {
		const below = bonds.filter((b) => isTree(b) && b.from === m.id).map((b) => at(b.to) - 1);
		const tied = bonds.some((b) => isTree(b) && b.to === m.id) || bonds.some((b) => isCouple(b) && b.from === m.id);
		if (below.length > 0 && !tied) of.set(m.id, Math.max(at(m.id), Math.min(...below)));
	}
	return of;
}

/** Each couple stands side by side: whoever comes later joins the one already there. */
function besideTheirs(row: readonly Member[], bonds: readonly Bond[]): readonly Member[] {
	const placed: Member[] = [];
	const put = (m: Member): void => {
		if (placed.includes(m)) return;
		placed.push(m);
		for (const b of bonds)
			if (isCouple(b) && [b.from, b.to].includes(m.id)) {
				const other = row.find((r) => r.id === (b.from === m.id ? b.to : b.from));
				if (other) put(other);
			}
	};
	for (const m of row) put(m);
	return placed;
}

const middle = (xs: readonly number[]): number | undefined =>
	xs.length > 0 ? xs.reduce((sum, x) => sum + x, 0) / xs.length : undefined;

/** Where everybody stands: a row for each generation, children under their parents, nobody on top of anybody. */
export function placeFamily(drawing: Drawing): readonly Placed[] {
	const of = generations(drawing);
	const rows = [...Map.groupBy(drawing.members, (m) => of.get(m.id) ?? 0)].toSorted(([a], [b]) => a - b);
	const found = new Map<string, Placed>();
	const under = (id: string): number | undefined =>
		middle(parentsOf(drawing, id).flatMap((p) => found.get(p)?.x ?? []));
	rows.forEach(([, row], y) => {
		const wished = row.toSorted((a, b) => (under(a.id) ?? 0) - (under(b.id) ?? 0));
		let free = 0;
		for (const m of besideTheirs(wished, drawing.bonds)) {
			const x = Math.max(free, under(m.id) ?? free);
			found.set(m.id, { ...m, x, y: y * BELOW });
			free = x + APART;
		}
	});
	return drawing.members.flatMap((m) => found.get(m.id) ?? []);
}
