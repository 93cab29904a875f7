import type { IdentityEntry } from '#server/capabilities/identity/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { PersonId } from '#server/kernel/journal.ts';
import { dayOf, type LocalDate } from '#server/kernel/time.ts';
import { allForClient, lookUpAll } from '#server/law/look-up.ts';
import type { Locale } from '#words/i18n.ts';
import { territoryOf } from '../documents.ts';
import { placeNoticeOf } from './places.ts';
import type { InRoom } from './room.ts';

type Declared = Extract<IdentityEntry, { kind: 'arrival.declared' }>['data'];

/** What this person declared at the door of this session; the last word counts. */
function declared({ session, lines }: Pick<InRoom, 'session' | 'lines'>, person: PersonId) {
	return lines.findLast((entry) => {
		const data = entry.data as Declared;
		return entry.kind === 'arrival.declared' && data.person === person && data.session === session.id;
	});
}

/** Where a person said they are for this session, whether they are alone, where to call them; undefined before they said anything. */
export function arrivalOf(room: Pick<InRoom, 'facts' | 'session' | 'lines'>, person: PersonId) {
	const { arrival } = room.facts.dossier.of(person).identity;
	if (arrival?.session !== room.session.id) return undefined;
	const entry = declared(room, person);
	const { address, callBack } = (entry?.data ?? {}) as Partial<Declared>;
	return {
		alone: arrival.alone,
		withheld: arrival.withheld,
		waived: arrival.waived,
		said: entry !== undefined,
		at: entry?.at ?? arrival.evidence.at,
		...(arrival.territory !== undefined && { territory: territoryOf(arrival.territory) }),
		...(arrival.town !== undefined && { town: arrival.town }),
		...(address !== undefined && { address }),
		...(callBack !== undefined && { callBack }),
	};
}

/** Where they were last time, to say again in one press; « aux États-Unis » alone is no place to repeat: the state is asked. */
export function lastPlaceOf(facts: Facts, person: PersonId) {
	const { lastPlace } = facts.dossier.of(person).identity;
	if (lastPlace === undefined || lastPlace.territory === 'US') return undefined;
	return { last: { territory: territoryOf(lastPlace.territory), town: lastPlace.town } };
}

/** A number as it is shown in a sentence: it does not break at the end of a line. */
export const whole = (phone: string): string => phone.replaceAll('-', '\u2060-\u2060').replaceAll(' ', '\u00a0');
const digits = (phone: string): string => phone.replace(/\D/g, '').slice(-10);

/** The number to call back: the one given at the door, else the one in the file; and whether anybody verified it (nb-5-c). */
export function bestNumber(room: Pick<InRoom, 'facts' | 'session' | 'lines'>, person: PersonId) {
	const { contact, verified } = room.facts.dossier.of(person).intake;
	const number = arrivalOf(room, person)?.callBack ?? contact?.phone;
	if (number === undefined) return undefined;
	return {
		number,
		verified: verified.phone !== undefined && contact?.phone !== undefined && digits(contact.phone) === digits(number),
	};
}

/** Where help is for a client: what may be told as fact, the emergency number first. */
export function helpForClient(place: string | undefined, day: LocalDate) {
	const territory = territoryOf(place);
	const lines = allForClient('helpLine', territory, day);
	const emergency = lines.find((l) => l.kind === 'emergency');
	return { territory, ...(emergency && { emergency }), lines: lines.filter((l) => l.kind !== 'emergency') };
}

/** The numbers of a place for the practitioner: every one, with its mark where its reading is old or unsure. */
/** Where help is, for whoever cares for somebody: also what is still to be checked, marked so. */
export const helpForPractitioner = (place: string | undefined, day: LocalDate, lang: Locale) =>
	lookUpAll('helpLine', territoryOf(place), day).flatMap((found) =>
		found.value
			? [
					{
						key: found.value.key,
						kind: found.value.kind,
						name: found.value.name[lang],
						number: found.value.number,
						dial: found.value.dial,
						sure: found.mark === 'current',
						note: found.line?.note?.[lang] ?? '',
					},
				]
			: [],
	);

/** The practitioner's own place, against which « elsewhere » is said. */
const homeOf = ({ practitioner }: Facts): string | undefined => practitioner.practitioner.profile?.territory;

/** Somebody at the door, as the practitioner must know them before letting them in. */
export function atDoorView(room: InRoom, person: PersonId, emergency: readonly string[] | undefined) {
	const { facts, session, lang, now } = room;
	const day = dayOf(now);
	const { identity, suitability, intake } = facts.dossier.of(person);
	const arrival = arrivalOf(room, person);
	const place = arrival?.territory ?? facts.dossier.joint.place.home?.territory ?? homeOf(facts);
	const elsewhere =
		arrival?.territory !== undefined && arrival.territory !== homeOf(facts) ? arrival.territory : undefined;
	const planned = suitability.answers.safety?.town;
	const moved =
		arrival?.town !== undefined && planned !== undefined && planned !== arrival.town
			? { from: planned, to: arrival.town }
			: undefined;
	const number = bestNumber(room, person);
	return {
		id: person,
		name: facts.dossier.joint.dossier.persons[person]?.name ?? '',
		admitted: session.admitted.includes(person),
		...(arrival && { arrival }),
		...lastPlaceOf(facts, person),
		...(number && { number }),
		...(identity.codeWord && {
			word:
				identity.heard?.session === session.id
					? identity.heard.same
						? ('heard' as const)
						: ('other' as const)
					: ('ask' as const),
		}),
		...(intake.contact && { mayKnow: intake.contact.othersMayKnow }),
		...(elsewhere && { elsewhere: placeNoticeOf(facts, { person, territory: elsewhere }, { now, lang }) }),
		...(moved && { moved }),
		help: {
			territory: territoryOf(place),
			declared: arrival?.territory !== undefined,
			lines: helpForPractitioner(place, day, lang),
		},
		...(emergency && { plan: emergency }),
	};
}
