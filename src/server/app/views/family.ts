import type { Drawing } from '#server/capabilities/family/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { present } from '#server/kernel/dossier.ts';
import { familyWords } from '#words/family.ts';
import type { Locale } from '#words/i18n.ts';
import { bodyAt } from './bodies.ts';
import type { OpenFile } from './open-file.ts';

/** What a drawing says, for whoever does not see it: who is there, what ties them, what is around. */
export function familyTold({ members, bonds, ties }: Drawing, lang: Locale) {
	const words = familyWords(lang);
	const nameOf = (id: string | undefined) => members.find((m) => m.id === id)?.name ?? words.home;
	return {
		members: members.map(({ id, name, figure, born, died, central }) => ({
			id,
			text: [
				name,
				words.is(figure),
				...(born === undefined ? [] : [words.born({ year: born })]),
				...(died ? [words.died] : []),
				...(central ? [words.central] : []),
			].join(', '),
		})),
		bonds: bonds.map(({ id, from, to, kind }) => ({
			id,
			text: words.bond({ a: nameOf(from), b: nameOf(to), how: words.kind(kind) }),
		})),
		ties: ties.map(({ id, name, from, kind, flow }) => ({
			id,
			text: words.tie({ a: nameOf(from), b: name, how: words.tieKind(kind) + words.flows(flow) }),
		})),
	};
}

/** The parts of a file that may hold a drawing; where it has one person, theirs is the joint one. */
export function partsToDraw({ dossier }: Facts): readonly { readonly id: string; readonly name: string }[] {
	const persons = present(dossier.joint.dossier);
	return persons.length > 1 ? persons.map(({ id, name }) => ({ id, name })) : [];
}

/** The drawing in force in one part, and its line, which the next one starts from. */
export async function drawingIn({ facts, bodies }: OpenFile, person: string | undefined) {
	const { drawn } = (person === undefined ? facts.dossier.joint : facts.dossier.of(person)).family;
	const drawing = bodyAt<Drawing>(await bodies([drawn?.evidence.seq]), drawn?.evidence.seq, 'family.drawn');
	return drawn && drawing ? { ...drawn, drawing } : undefined;
}
