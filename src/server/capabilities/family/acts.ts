import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { idField, lineField, personField } from '#server/kernel/field.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { bondKinds, type Drawing, type FamilyEntry, type FamilyFacts, figures, flows, tieKinds } from './facts.ts';

const act = actsOn<FamilyFacts, FamilyEntry>('dossier');

const nothing: Drawing = { members: [], bonds: [], ties: [] };
const yearField = z.number('field.number').int('field.number').min(1850, 'field.number').max(2200, 'field.number');

const member = z.object({
	id: idField.optional(),
	name: lineField,
	figure: z.enum(figures, 'field.choice'),
	born: yearField.optional(),
	died: z.boolean().optional(),
	central: z.boolean().optional(),
});
const bond = z.object({ from: idField, to: idField, kind: z.enum(bondKinds, 'field.choice') });
const tie = z.object({
	name: lineField,
	kind: z.enum(tieKinds, 'field.choice'),
	flow: z.enum(flows, 'field.choice').default('none'),
	from: idField.optional(),
});

type Change = Pick<z.infer<typeof input>, 'member' | 'bond' | 'tie' | 'remove'>;
const input = z.object({
	/** Whose own part; absent: the joint one. */
	person: personField.optional(),
	/** The drawing that is changed, by its line: what somebody drew meanwhile is not lost. */
	after: z.number('field.number').int('field.number').min(1, 'field.number').optional(),
	member: member.optional(),
	bond: bond.optional(),
	tie: tie.optional(),
	/** A line of the drawing that goes, with what holds on to it. */
	remove: idField.optional(),
});

const MOST = { members: 40, bonds: 80, ties: 20 };

function withMember(
	was: Drawing,
	{ id, died, central, ...said }: z.infer<typeof member>,
	newId: () => string,
): Drawing {
	const known = was.members.some((m) => m.id === id);
	const one = {
		...said,
		id: id !== undefined && known ? id : newId(),
		...(died && { died }),
		...(central && { central }),
	};
	const members = known ? was.members.map((m) => (m.id === id ? one : m)) : [...was.members, one];
	return { ...was, members: JSON.parse(JSON.stringify(members)) };
}

function without(was: Drawing, id: string): Drawing {
	return {
		members: was.members.filter((m) => m.id !== id),
		bonds: was.bonds.filter((b) => ![b.id, b.from, b.to].includes(id)),
		ties: was.ties.filter((t) => t.id !== id && t.from !== id),
	};
}

/** One child has no parent among its own children: the lines of a tree do not turn around. */
function turnsAround({ bonds }: Drawing, from: string, to: string): boolean {
	const below = new Set([to]);
	for (const _ of bonds)
		for (const b of bonds) if (below.has(b.from) && (b.kind === 'parent' || b.kind === 'adopted')) below.add(b.to);
	return below.has(from);
}

function changed(was: Drawing, { member: m, bond: b, tie: t, remove }: Change, newId: () => string): Drawing | Refusal {
	const isIn = (id: string) => was.members.some((one) => one.id === id);
	if (m) return withMember(was, m, newId);
	if (b) {
		if (!isIn(b.from) || !isIn(b.to) || b.from === b.to) return refuse('family.twoPeople');
		const isTree = b.kind === 'parent' || b.kind === 'adopted';
		if (isTree && turnsAround(was, b.from, b.to)) return refuse('family.turnsAround');
		return { ...was, bonds: [...was.bonds, { id: newId(), ...b }] };
	}
	if (t) {
		const { from, ...said } = t;
		const one = { id: newId(), ...said, ...(from !== undefined && isIn(from) && { from }) };
		return { ...was, ties: [...was.ties, one] };
	}
	return remove === undefined
		? { ...refuse('act.invalidInput'), fields: { name: 'field.required' } }
		: without(was, remove);
}

const isFull = (d: Drawing): boolean =>
	d.members.length > MOST.members || d.bonds.length > MOST.bonds || d.ties.length > MOST.ties;

/** One more person, bond or circle of a family's drawing, or one less: each change is a new version, drawn whole. */
export const drawFamily = act({
	name: 'family.draw',
	who: ['practitioner'],
	input,
	about: ({ after }) => after,
	decide(mine, { person, after, ...change }, { about, dossier, newId }) {
		if (person !== undefined && !dossier.persons[person]) return refuse('act.noSuchPerson');
		const part = person ?? JOINT;
		const { drawn } = person === undefined ? mine.joint : mine.of(person);
		if (drawn?.evidence.seq !== after) return refuse('family.changed');
		const was = about?.kind === 'family.drawn' && about.part === part ? (about.data as Drawing) : nothing;
		const data = changed(was, change, newId);
		if ('refused' in data) return data;
		return isFull(data) ? refuse('family.full') : [{ kind: 'family.drawn', part, data }];
	},
});
