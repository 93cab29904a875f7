import { type Dossier, representativesOf } from '#server/kernel/dossier.ts';
import type { Instant } from '#server/kernel/time.ts';
import { refusedClauses } from './answer-facts.ts';
import type { ConsentFacts, Versions } from './facts.ts';

interface Word {
	readonly said: 'self' | 'representative' | undefined;
	readonly person: string;
	readonly dossier: Dossier;
	readonly account: string | undefined;
	readonly now: Instant;
}

/** Whose yes it is: of whoever acts; else, written down by somebody else, what they say. Undefined: they must say. */
export function whoSays({ said, person, dossier, account, now }: Word): 'self' | 'representative' | undefined {
	if (account !== undefined && dossier.persons[person]?.account === account) return 'self';
	const represented = representativesOf(dossier, person, now);
	if (account !== undefined && represented.some((r) => dossier.persons[r.by]?.account === account))
		return 'representative';
	return said ?? (represented.length > 0 ? undefined : 'self');
}

/** In which further languages what is agreed to was read, and the clauses of it that this yes leaves out. */
export function coveredBy(facts: ConsentFacts, documents: Versions) {
	const readIn = Object.entries(documents).flatMap(([document, version]) => {
		const read = facts.read[document];
		return read?.version === version && read.language !== undefined ? [[document, read.language] as const] : [];
	});
	const except = refusedClauses(facts)
		.map(([point]) => point)
		.filter((point) => (point.split('.')[0] ?? '') in documents);
	return {
		...(readIn.length > 0 && { readIn: Object.fromEntries(readIn) }),
		...(except.length > 0 && { except }),
	};
}
