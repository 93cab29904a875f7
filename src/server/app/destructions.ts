import type { Facts } from '#server/capabilities/index.ts';
import { destroyParts } from '#server/journal/destroy.ts';
import { perform } from '#server/journal/perform.ts';
import type { World } from '#server/journal/world.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { factsOf } from './facts.ts';

/**
 * End what was ordered to end: its keys are destroyed, then the practice's journal says so. Done right after the act,
 * and again by a round: what a crash left half done is finished, never forgotten (qc-5.03-c).
 */
export async function finishDestructions(world: World<Facts>, practice: string): Promise<void> {
	const journal = { kind: 'practice', id: practice } as const;
	const seen = await factsOf(world, practice, journal);
	for (const [id, { dossier, of }] of Object.entries(seen?.facts.practice.retention.pending ?? {})) {
		const keys = await destroyParts(world, practice, [{ journal: dossier, of }]);
		const done = await perform(world, {
			id: world.newId(),
			practice,
			journal,
			act: 'destruction.confirm',
			actor: { assurance: 'none', system: true },
			input: { id, keys },
		});
		if (isRefusal(done)) throw new Error(`a destruction was not confirmed: ${done.code}`);
	}
}
