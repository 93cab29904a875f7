import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { dayOf } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import { factsOf } from './facts.ts';
import { tryAsSystem } from './practices.ts';

interface Booked {
	readonly id: string;
	readonly journal_id: string;
	readonly practitioner_id: string;
}

/** What is booked from now on, with whom. */
const booked = (world: World<Facts>, practice: string): Promise<readonly Booked[]> =>
	inPractice(world.db, practice, async (tx) => {
		const { rows } = await sql<Booked>`select id, journal_id, practitioner_id from appointment
			where practice_id = ${practice} and state = 'booked' and starts_at > ${world.now()}`.execute(tx);
		return rows;
	});

/** Does this practitioner hold a permit today? Somebody whose journal has not begun is not judged. */
async function isPermitted(world: World<Facts>, practice: string, id: string): Promise<boolean> {
	const found = await factsOf(world, practice, { kind: 'practitioner', id });
	const today = dayOf(world.now());
	const permits = found?.facts.practitioner.practitioner.permits;
	return permits === undefined || permits.some((p) => p.from <= today && today < p.until);
}

/** A permit that has ended closes the services booked after it: they are cancelled, and each person is told (def-qc-regulated). */
export async function closeBookings(world: World<Facts>, practice: string): Promise<number> {
	let closed = 0;
	for (const [practitioner, theirs] of Map.groupBy(await booked(world, practice), (b) => b.practitioner_id)) {
		if (await isPermitted(world, practice, practitioner)) continue;
		for (const { id, journal_id } of theirs) {
			const journal = { kind: 'dossier', id: journal_id } as const;
			const found = await factsOf(world, practice, journal);
			if (found?.facts.dossier.joint.scheduling.appointments[id]?.purpose !== 'service') continue;
			const outcome = await tryAsSystem(world, practice, { journal, act: 'appointment.cancel', input: { id } });
			if (!isRefusal(outcome)) closed++;
		}
	}
	return closed;
}
