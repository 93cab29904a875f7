import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { DAY } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import { factsOf } from './facts.ts';
import { tryAsSystem } from './practices.ts';

interface Coming {
	readonly id: string;
	readonly journal_id: string;
}

/** Appointments of the next day, whoever they are with. */
const comingSoon = (world: World<Facts>, practice: string): Promise<readonly Coming[]> =>
	inPractice(world.db, practice, async (tx) => {
		const { rows } = await sql<Coming>`select id, journal_id from appointment where practice_id = ${practice}
			and state = 'booked' and starts_at > ${world.now()} and starts_at <= ${world.now() + DAY}`.execute(tx);
		return rows;
	});

/** A day before, who agreed to e-mail is reminded; a time agreed on within that day was just told. Answers how many were. */
export async function remind(world: World<Facts>, practice: string): Promise<number> {
	let reminded = 0;
	for (const { id, journal_id } of await comingSoon(world, practice)) {
		const journal = { kind: 'dossier', id: journal_id } as const;
		const found = await factsOf(world, practice, journal);
		const a = found?.facts.dossier.joint.scheduling.appointments[id];
		if (!a || a.reminded === a.sequence || a.startsAt - a.evidence.at <= DAY) continue;
		const outcome = await tryAsSystem(world, practice, { journal, act: 'appointment.remind', input: { id } });
		if (!isRefusal(outcome)) reminded++;
	}
	return reminded;
}
