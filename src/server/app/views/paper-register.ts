import type { Facts } from '#server/capabilities/index.ts';
import type { PaperItem, RegisterEntry } from '#server/capabilities/papers/register-facts.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { bodyAt } from './bodies.ts';

type Said<K extends RegisterEntry['kind']> = Extract<RegisterEntry, { kind: K }>['data'];

const itemsOf = ({ dossier }: Facts): readonly (readonly [string, PaperItem])[] =>
	Object.entries(dossier.joint.register.items).toSorted(
		([, a], [, b]) =>
			Number(a.destroyed !== undefined) - Number(b.destroyed !== undefined) || b.evidence.seq - a.evidence.seq,
	);

/** The lines that say what each paper is, and where it lies. */
export const registerLines = (facts: Facts): readonly (number | undefined)[] =>
	itemsOf(facts).flatMap(([, { evidence, placed }]) => [evidence.seq, placed?.seq]);

/** The papers of a file, those that lie somewhere first. */
export const registerOf = (facts: Facts, bodies: ReadonlyMap<number, Entry>) =>
	itemsOf(facts).map(([id, { locked, evidence, placed, destroyed }]) => {
		const listed = bodyAt<Said<'paper.listed'>>(bodies, evidence.seq, 'paper.listed');
		const moved = bodyAt<Said<'paper.placed'>>(bodies, placed?.seq, 'paper.placed');
		return {
			id,
			locked,
			what: listed?.what ?? '',
			place: moved?.place ?? listed?.place ?? '',
			at: (placed ?? evidence).at,
			...(destroyed && { destroyedOn: destroyed.on }),
		};
	});
