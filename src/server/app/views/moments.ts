import type { Facts } from '#server/capabilities/index.ts';
import { openMoments } from '#server/capabilities/scheduling/availability.ts';
import type { World } from '#server/journal/world.ts';
import { DAY, type Instant } from '#server/kernel/time.ts';
import { agendaOf } from './today.ts';

const LOOK_AHEAD = 21;
const MOST = 30;

/** A practitioner's free moments of the next three weeks. */
export async function freeMoments(
	world: World<Facts>,
	practice: string,
	{ facts, practitioner }: { readonly facts: Facts; readonly practitioner: string },
): Promise<readonly { readonly startsAt: Instant; readonly endsAt: Instant }[]> {
	const from = world.now();
	const taken = await agendaOf(world, practice, { from, to: from + LOOK_AHEAD * DAY, practitioner });
	return openMoments(facts.practitioner.availability, { from, days: LOOK_AHEAD, taken }).slice(0, MOST);
}
