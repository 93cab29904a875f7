import type { Facts } from '#server/capabilities/index.ts';
import type { InstrumentEntry } from '#server/capabilities/instruments/facts.ts';
import type { World } from '#server/journal/world.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { bodiesOf, bodyAt } from './bodies.ts';

type Appraisal = InstrumentEntry['data'];

/** The words of every appraisal in force, from the practice's own journal. */
export const appraisalBodies = (
	world: World<Facts>,
	practice: string,
	facts: Facts,
): Promise<ReadonlyMap<number, Entry>> =>
	bodiesOf(world, {
		practice,
		dossier: practice,
		parts: [JOINT],
		seqs: Object.values(facts.practice.instruments.instruments).map((i) => i.evidence.seq),
	});

/** The practice's list, by name, each with its appraisal as it was written. */
export const instrumentsOf = (facts: Facts, bodies: ReadonlyMap<number, Entry>) =>
	Object.values(facts.practice.instruments.instruments)
		.map(({ id, name, decision, factors, evidence }) => {
			const said = bodyAt<Appraisal>(bodies, evidence.seq, 'instrument.appraised');
			return {
				id,
				name,
				decision,
				factors,
				at: evidence.at,
				source: said?.source ?? '',
				validity: said?.validity ?? '',
				languages: said?.languages ?? '',
				rights: said?.rights ?? '',
				limits: said?.limits ?? '',
			};
		})
		.sort((a, b) => a.name.localeCompare(b.name));
