import { attempt, formState, thisDossier } from '#server/app/http.ts';
import { frameOf, openPortal } from '#server/app/views/portal.ts';
import { inForce } from '#server/capabilities/consent/facts.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Actions, PageServerLoad } from './$types';

/** What withdrawing changes, said before the one button that does it. */
export const load: PageServerLoad = async (event) => {
	const open = await openPortal(event, 'withdraw');
	const { joint } = open.facts.dossier;
	const coming = Object.values(joint.scheduling.appointments).filter(
		(a) => a.state === 'booked' && a.purpose === 'service' && a.startsAt > open.now && a.persons.includes(open.who.id),
	);
	return {
		frame: frameOf(open),
		inForce: inForce(open.own.consent),
		withdrawn: open.own.consent.withdrawn !== undefined,
		bookings: coming.length,
		running: Object.values(joint.sessions.open).some((s) => s.purpose === 'service' && s.persons.includes(open.who.id)),
		several: beneficiaries(joint.dossier).length > 1,
		state: await formState(event),
	};
};

export const actions = { withdraw: attempt('consent.withdraw', { journal: thisDossier }) } satisfies Actions;
