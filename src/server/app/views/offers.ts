import { openSlots } from '#server/capabilities/scheduling/facts.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { allForClient } from '#server/law/look-up.ts';
import { territoryOf } from '../documents.ts';
import { clientZone } from './home-zone.ts';
import type { OpenPortal } from './portal.ts';

/** What a client may choose from: moments to come, by which means; in person, or why not and who else could help (qc-1.06-a). */
export function offeredTo(open: OpenPortal) {
	const { facts, own, now, lang, today, parts } = open;
	const { offer, appointments } = facts.dossier.joint.scheduling;
	const shared = parts.includes(JOINT);
	const place = territoryOf(own.identity.lastPlace?.territory ?? facts.dossier.joint.place.home?.territory);
	const zone = clientZone(facts, own);
	const coming = Object.values(appointments)
		.filter((a) => a.state === 'booked' && a.endsAt > now && open.mine.some((p) => a.persons.includes(p.id)))
		.toSorted((a, b) => a.startsAt - b.startsAt)
		.map(({ id, startsAt, endsAt, mode, purpose }) => ({ id, startsAt, endsAt, mode, purpose }));
	const slots = shared ? openSlots(offer, now) : [];
	return {
		zone,
		coming,
		...(offer &&
			slots.length > 0 && {
				offer: {
					purpose: offer.purpose,
					modes: offer.modes.filter((m) => m !== 'inPerson'),
					inPerson: offer.inPerson,
					...(offer.keptUntil !== undefined && { keptUntil: offer.keptUntil }),
					slots: slots.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt })),
				},
			}),
		// Where there is no office: other help, near them.
		others: (facts.practice.practice.terms?.alternatives[place] ?? []).map((a) => a[lang]),
		lines: allForClient('helpLine', place, today)
			.filter((l) => l.kind === 'social' || l.kind === 'community')
			.map((l) => `${l.name[lang]} : ${l.number}`),
	};
}
