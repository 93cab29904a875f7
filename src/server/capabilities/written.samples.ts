import { lea, marie, NOON, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { ClosingEntry } from './closing/facts.ts';
import type { FamilyEntry } from './family/facts.ts';
import type { SupervisionEntry } from './notes/facts.ts';

/** What is written at length in a file: the end of the work, notes signed by two. */
export type WrittenEntry = ClosingEntry | SupervisionEntry | FamilyEntry;
type Lines = { readonly [K in WrittenEntry['kind']]: readonly Extract<WrittenEntry, { kind: K }>['data'][] };

/** A believable line of each. */
export const writtenSamples: Lines = {
	'closing.summarised': [
		{ body: { reason: said, work: said, state: said, advice: said }, happened: { met: '6' }, closedAt: NOON },
	],
	'closing.given': [{ person: lea.person, means: 'portal' }],
	'family.drawn': [
		{
			members: [
				{ id: uid(201), name: said, figure: 'woman', born: 1950, died: true, central: true },
				{ id: uid(202), name: said, figure: 'man' },
			],
			bonds: [{ id: uid(203), from: uid(201), to: uid(202), kind: 'parent' }],
			ties: [{ id: uid(204), name: said, kind: 'strong', flow: 'both', from: uid(202) }],
		},
	],
	'supervision.named': [{ account: uid(2), supervisor: marie }],
	'supervision.ended': [{ account: uid(2) }],
	'note.countersigned': [{ note: 3 }],
	'note.sentBack': [{ note: 3, remark: said }],
};

/** Who writes them. */
export const whoWrites = {
	'note.sign': ['practitioner'],
	'note.amend': ['practitioner'],
	'noteLimit.set': ['owner'],
	'contact.log': ['practitioner'],
	'contact.correct': ['practitioner'],
	'activity.log': ['practitioner'],
	'paper.scan': ['practitioner'],
	'paper.list': ['practitioner'],
	'paper.place': ['practitioner'],
	'paper.destroy': ['practitioner'],
	'closing.summarise': ['practitioner'],
	'closing.give': ['practitioner'],
	'family.draw': ['practitioner'],
	'supervision.name': ['practitioner'],
	'supervision.end': ['practitioner'],
	'note.countersign': ['practitioner'],
	'note.sendBack': ['practitioner'],
	'paper.attach': ['practitioner'],
} as const;
