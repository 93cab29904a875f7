import { type ActName, acts, type Facts } from '#server/capabilities/index.ts';
import type { UnmetDuty } from '#server/kernel/refusal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { gate } from '#server/norms/judge.ts';

/** Which duties would refuse this act of a file if it were attempted now: told to the practitioner before the button is pressed. */
export function foresee(facts: Facts, name: ActName, input: unknown, now: Instant): readonly UnmetDuty[] {
	const known = acts[name];
	if (!known) return [];
	const slice = known.capability as keyof Facts['dossier']['joint'];
	const mine = { joint: facts.dossier.joint[slice], of: (person: string) => facts.dossier.of(person)[slice] };
	const { act } = known;
	return gate(act.gates?.(mine, input, ['practitioner']) ?? [name], facts, {
		now,
		focus: act.focus?.(input, mine) ?? {},
	});
}
