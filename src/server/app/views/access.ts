import type { HelpSubject } from '#server/capabilities/access/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { beneficiaries, present } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';
import { bodyAt } from './bodies.ts';

/** The lines whose words say how to call back whoever asked for help. */
export const helpLines = (facts: Facts): readonly number[] =>
	present(facts.dossier.joint.dossier).flatMap((p) =>
		Object.values(facts.dossier.of(p.id).access.help).map((h) => h.asked.seq),
	);

/** A request for help that waits. */
export interface WaitingHelp {
	readonly id: string;
	readonly about: HelpSubject;
	readonly at: Instant;
	readonly phone?: string;
	readonly when?: string;
}

interface AskedBody {
	readonly phone?: string;
	readonly when?: string;
}

const waitingOf = (facts: Facts, person: string, bodies: ReadonlyMap<number, Entry>): readonly WaitingHelp[] =>
	Object.entries(facts.dossier.of(person).access.help).map(([id, { about, asked }]) => {
		const body = bodyAt<AskedBody>(bodies, asked.seq, 'help.asked');
		const phone = body?.phone ?? facts.dossier.of(person).intake.contact?.phone;
		return {
			id,
			about,
			at: asked.at,
			...(phone !== undefined && { phone }),
			...(body?.when !== undefined && { when: body.when }),
		};
	});

/** Each person: the help they wait for, whether video is new to them, and how the rehearsal went. */
export function accessOfAll(facts: Facts, bodies: ReadonlyMap<number, Entry>, now: Instant) {
	const { scheduling, dossier } = facts.dossier.joint;
	const served = new Set(beneficiaries(dossier).map((p) => p.id));
	return present(dossier).map(({ id, name }) => {
		const { access, suitability } = facts.dossier.of(id);
		const { needed, offered, held } = access.coaching.video ?? {};
		const { experience } = suitability.answers;
		const booked = Object.values(scheduling.appointments).find(
			(a) => a.purpose === 'rehearsal' && a.state === 'booked' && a.endsAt > now && a.persons.includes(id),
		);
		return {
			id,
			name,
			served: served.has(id),
			waiting: waitingOf(facts, id, bodies),
			isNew: needed !== undefined || (experience !== undefined && experience.finding !== 'noObstacle'),
			...(offered && { offered: { answer: offered.answer, at: offered.evidence.at } }),
			...(booked && { booked: { at: booked.startsAt, zone: booked.zone } }),
			...(held && { held: { result: held.result, at: held.evidence.at } }),
		};
	});
}
