import { lea, marie, uid } from './acts.harness.ts';
import { said } from './care.samples.ts';
import type { DestructionEntry, RetentionEntry } from './retention/facts.ts';

type Any = RetentionEntry | DestructionEntry;
type Lines = { readonly [K in Any['kind']]: readonly Extract<Any, { kind: K }>['data'][] };

/** How files end: what a fold must understand for ever. */
export const retentionSamples: Lines = {
	'hold.placed': [{ id: uid(91), reason: 'court', note: said }],
	'hold.lifted': [{ id: uid(91), note: said }],
	'destruction.reviewed': [{ of: lea.person, by: marie, papers: 'kept', note: said }],
	'destruction.approved': [{ of: lea.person, by: uid(2) }],
	'destruction.ordered': [{ of: lea.person, by: marie }],
	'record.destroying': [
		{
			id: uid(92),
			dossier: uid(93),
			of: 'whole',
			individual: 'Léa Roy',
			contents: { meetings: 12, notes: 12, persons: 1 },
			from: 1,
			to: 2,
			method: 'keys',
			supervisor: 'Ève Tremblay',
			approvedBy: 'Marie Cyr',
		},
	],
	'record.destroyed': [{ id: uid(92), dossier: uid(93), of: 'whole', keys: 2 }],
};
