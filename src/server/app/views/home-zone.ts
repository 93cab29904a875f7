import type { Session } from '#server/capabilities/accounts/sessions.ts';
import type { DossierPart, Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import { personsOf } from '#server/kernel/dossier.ts';
import { zoneOf } from '#words/zones.ts';
import { factsOf } from '../facts.ts';
import { listDossiers } from '../lists.ts';

/** The time zone of whoever answers for a file: times without a zone of their own are told in it. */
export const homeZone = ({ practitioner, practice }: Facts): string =>
	zoneOf(practitioner.practitioner.profile?.territory ?? practice.practice.profile?.territory);

/** Places that have no one time zone, or an unknown one. */
const vague = ['US', 'OTHER'];

/** The time zone where a client is: where they last said they were, else where they live, else whoever answers. */
export function clientZone(facts: Facts, own: DossierPart): string {
	const places = [own.identity.lastPlace?.territory, facts.dossier.joint.place.home?.territory];
	const known = places.find((t) => t !== undefined && !vague.includes(t));
	return known === undefined ? homeZone(facts) : zoneOf(known);
}

/** The time zone of whoever is signed in, for pages about themselves alone. */
export async function accountZone(world: World<Facts>, practice: string, session: Session): Promise<string> {
	const { account, kind } = session;
	const [file] = kind === 'member' ? [] : await listDossiers(world, practice, account, 'person');
	const found = file
		? await factsOf(world, practice, { kind: 'dossier', id: file.id })
		: await factsOf(world, practice, { kind: 'practice', id: practice }, account);
	if (!found) return zoneOf(undefined);
	const [person] = file ? personsOf(found.facts.dossier.joint.dossier, account) : [];
	return person ? clientZone(found.facts, found.facts.dossier.of(person.id)) : homeZone(found.facts);
}
