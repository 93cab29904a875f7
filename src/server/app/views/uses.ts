import type { Facts } from '#server/capabilities/index.ts';
import type { UseKind } from '#server/capabilities/uses/facts.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';
import { bodyAt } from './bodies.ts';

/** One use as it was asked, in its words, and what was answered. */
export interface AskedUse {
	readonly id: string;
	readonly use: UseKind;
	readonly state: 'proposed' | 'agreed' | 'refused' | 'ended';
	readonly scope: string;
	readonly at: Instant;
	readonly until?: Instant;
	readonly consequence?: string;
}

/** The lines whose words say what was asked of one person. */
export const useLines = (facts: Facts, person: string): readonly number[] =>
	Object.values(facts.dossier.of(person).uses.uses).map((u) => u.proposed.seq);

interface Proposed {
	readonly scope: string;
	readonly consequence?: string;
}

/** What one person was asked beside the service, the latest first. */
export const usesAsked = (facts: Facts, person: string, bodies: ReadonlyMap<number, Entry>): readonly AskedUse[] =>
	Object.entries(facts.dossier.of(person).uses.uses)
		.map(([id, { use, state, until, proposed, evidence }]) => {
			const body = bodyAt<Proposed>(bodies, proposed.seq, 'use.proposed');
			return {
				id,
				use,
				state,
				scope: body?.scope ?? '',
				at: evidence.at,
				...(until !== undefined && { until }),
				...(body?.consequence !== undefined && { consequence: body.consequence }),
			};
		})
		.sort((a, b) => b.at - a.at);

/** Everyone who is served, with what they were asked. */
export const usesOfAll = (facts: Facts, bodies: ReadonlyMap<number, Entry>) =>
	beneficiaries(facts.dossier.joint.dossier).map(({ id, name }) => ({ id, name, uses: usesAsked(facts, id, bodies) }));
