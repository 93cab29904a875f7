import type { InvitationView } from '#server/capabilities/accounts/index.ts';
import { refusedClauses } from '#server/capabilities/consent/answer-facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { type Dossier, present, representativesOf, shares } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { HOUR, type Instant } from '#server/kernel/time.ts';
import { bodyAt } from './bodies.ts';

/** The lines whose words the page shows again. */
export const personLines = (facts: Facts): readonly (number | undefined)[] => [
	facts.dossier.joint.intake.request?.evidence.seq,
	...present(facts.dossier.joint.dossier).map(({ id }) => facts.dossier.of(id).intake.emergencyContact?.seq),
];

type Emergency = { readonly name: string; readonly phone: string; readonly relation: string };
type RequestBody = { readonly territory?: string };

/** How it is safe to reach one person, as they said. */
export function contactOf(facts: Facts, person: string) {
	const { contact, verified } = facts.dossier.of(person).intake;
	if (!contact) return undefined;
	const { email, phone, address, hours, voiceMail, text, othersMayKnow, callFirst } = contact;
	return {
		...(email !== undefined && { email }),
		...(phone !== undefined && { phone }),
		...(address !== undefined && { address }),
		...(hours !== undefined && { hours }),
		voiceMail,
		text,
		othersMayKnow,
		callFirst,
		verified: Object.keys(verified),
	};
}

/** How many hours after the first request this person was told that technology is used (nb-6-g). */
export function toldAfter(facts: Facts, person: string): { readonly toldAfter?: number } {
	const asked = facts.dossier.joint.intake.request?.evidence.at;
	const told = facts.dossier.of(person).intake.techInfo?.at;
	return asked === undefined || told === undefined ? {} : { toldAfter: Math.max(0, Math.floor((told - asked) / HOUR)) };
}

interface More {
	readonly now: Instant;
	readonly invitations: Readonly<Record<string, InvitationView | undefined>>;
	/** Who has an account that opens, by person. */
	readonly access: Readonly<Record<string, Access>>;
}

/** Somebody's way in: none yet, open, closed by themselves, or the one of a colleague who is also accompanied here. */
export type Access = 'none' | 'open' | 'closed' | 'colleague';

/** What this person sees of the file, in their space and in what is sent to them: told before anything is shared. */
const seenBy = (dossier: Dossier, id: string, now: Instant) => {
	const person = dossier.persons[id];
	return {
		shared: person !== undefined && shares(dossier, person, now),
		others: present(dossier)
			.filter((p) => representativesOf(dossier, p.id, now).some((r) => r.by === id && r.reads !== false))
			.map((p) => p.name)
			.join(', '),
	};
};

/** The persons of the file: how to reach them safely, who speaks for whom, their way in. */
export function personsOf(facts: Facts, bodies: ReadonlyMap<number, Entry>, { now, invitations, access }: More) {
	const { dossier, intake, place } = facts.dossier.joint;
	const nameOf = (id: string) => dossier.persons[id]?.name ?? '';
	const asked = bodyAt<RequestBody>(bodies, intake.request?.evidence.seq, 'request.received')?.territory;
	return {
		...(place.home && { home: place.home.territory }),
		...(asked !== undefined && { askedFrom: asked }),
		representations: dossier.representations.map((r) => ({
			of: r.of,
			by: r.by,
			ofName: nameOf(r.of),
			byName: nameOf(r.by),
			authority: r.authority,
			proofSeen: r.proofSeen,
			at: r.since.at,
			reads: r.reads !== false,
			inForce: r.until === undefined || now < r.until,
			...(r.until !== undefined && { until: r.until }),
		})),
		persons: present(dossier).map(({ id, name, language, roles }) => {
			const own = facts.dossier.of(id).intake;
			const contact = contactOf(facts, id);
			const emergency = bodyAt<Emergency>(bodies, own.emergencyContact?.seq, 'emergencyContact.set');
			const invitation = invitations[id];
			return {
				id,
				name,
				language,
				roles,
				access: access[id] ?? 'none',
				represented: representativesOf(dossier, id, now).length > 0,
				sees: seenBy(dossier, id, now),
				...(contact && { contact }),
				...(emergency && { emergency: { name: emergency.name, phone: emergency.phone, relation: emergency.relation } }),
				...(own.calledBack && { calledBackAt: own.calledBack.at }),
				...(own.techInfo && { toldOfTechnologyAt: own.techInfo.at }),
				...toldAfter(facts, id),
				saysNo: refusedClauses(facts.dossier.of(id).consent).length,
				...(own.invited && { invitedAt: own.invited.evidence.at }),
				...(invitation && { invitation: { state: invitation.state, expiresAt: invitation.expiresAt } }),
			};
		}),
	};
}
