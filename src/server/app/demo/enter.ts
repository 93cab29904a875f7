import { accountsOf, type Opened, openSession } from '#server/capabilities/accounts/index.ts';
import type { ActName, Facts } from '#server/capabilities/index.ts';
import { perform } from '#server/journal/perform.ts';
import type { World } from '#server/journal/world.ts';
import type { Actor } from '#server/kernel/act.ts';
import { personsOf } from '#server/kernel/dossier.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { isRefusal, type Refusal, refuse } from '#server/kernel/refusal.ts';
import { factsOf } from '../facts.ts';
import { listDossiers } from '../lists.ts';
import type { PracticeRow } from '../world.ts';
import { type CastKey, cast, type Door } from './cast.ts';

/** The account of somebody of the story, as long as no visitor closed it or gave it another address. */
async function actorOf(world: World<Facts>, practice: string, key: CastKey) {
	const { email, kind } = cast[key];
	const account = [...(await accountsOf(world, practice)).values()].find((a) => a.email === email);
	const assurance = kind === 'member' ? ('passkey' as const) : ('code' as const);
	return account && ({ account: account.id, assurance } satisfies Actor);
}

interface Visitor {
	readonly practice: PracticeRow | undefined;
	readonly door: Door;
	readonly agent: string;
	readonly device?: string;
}

/** Be somebody of the story: a session that only a demonstration gives, to whoever asks. */
export async function enterAs(world: World<Facts>, { practice, door, ...browser }: Visitor): Promise<Opened | Refusal> {
	if (practice?.demo !== true) return refuse('account.unknown');
	const actor = await actorOf(world, practice.id, door);
	return actor ? openSession(world, practice.id, { ...actor, began: 'demo', ...browser }) : refuse('account.unknown');
}

/** Sophie comes to the door of today's meeting, for a visitor who is alone: the room is opened if it was not. */
export async function bringSomebody(world: World<Facts>, practice: PracticeRow): Promise<boolean> {
	const by = practice.demo ? await actorOf(world, practice.id, 'genevieve') : undefined;
	const comes = practice.demo ? await actorOf(world, practice.id, 'sophie') : undefined;
	const [listed] = comes ? await listDossiers(world, practice.id, comes.account, 'person') : [];
	if (!by || !comes || !listed) return false;
	const journal: JournalRef = { kind: 'dossier', id: listed.id };
	const does = async (actor: Actor, act: ActName, input: unknown) =>
		!isRefusal(await perform(world, { id: world.newId(), practice: practice.id, journal, act, actor, input }));
	const found = await factsOf(world, practice.id, journal);
	const [person] = found ? personsOf(found.facts.dossier.joint.dossier, comes.account) : [];
	if (!found || !person) return false;
	const room = roomFor(found.facts, person.id, world);
	if (found.facts.dossier.of(person.id).identity.arrival?.session === room.id) return true;
	if (!room.isOpen && !(await does(by, 'session.open', room.opening))) return false;
	const arrival = { person: person.id, session: room.id, place: 'same', alone: 'yes' };
	return does(comes, 'arrival.declare', arrival);
}

/** The room that is open for this person; else a new one, for their next appointment if one is still to come. */
function roomFor(facts: Facts, person: string, { now, newId }: Pick<World<Facts>, 'now' | 'newId'>) {
	const { sessions, scheduling } = facts.dossier.joint;
	const open = Object.values(sessions.open).find((s) => s.persons.includes(person));
	const id = open?.id ?? newId();
	const tool = Object.values(facts.practice.practice.tools).find((t) => t.channel === 'video')?.id ?? 'video';
	const [next] = Object.values(scheduling.appointments)
		.filter((a) => a.state === 'booked' && a.endsAt > now())
		.toSorted((a, b) => a.startsAt - b.startsAt);
	const appointment = next && { appointment: next.id };
	const meeting = { purpose: 'service', mode: 'video', practitionerTerritory: 'QC' } as const;
	return { id, isOpen: open !== undefined, opening: { id, tool, persons: [person], ...meeting, ...appointment } };
}
