import type { Actor } from '#server/kernel/act.ts';
import { partsOf } from '#server/kernel/dossier.ts';
import { DAY, type Instant, MINUTE } from '#server/kernel/time.ts';
import { otherPlaces } from '#server/norms/support.ts';
import { isTerritory } from '#words/territories.ts';
import { zoneOf } from '#words/zones.ts';
import { walkBack } from '../views/lines.ts';
import { happenedIn } from '../views/notes.ts';
import { placeNoticeOf } from '../views/places.ts';
import type { Person, Place } from './persons.ts';
import type { Telling } from './telling.ts';

/** Who meets whom, by which means. */
export interface Meeting {
	readonly by: Actor & { readonly account: string };
	readonly persons: readonly Person[];
	readonly mode: 'video' | 'telephone';
	readonly minutes: number;
	/** Where the practitioner is. */
	readonly territory: string;
}

type Purpose = 'initialInterview' | 'service';

/** Agree on a time; answers the appointment. */
export async function book(
	file: Telling,
	{ by, persons, mode, minutes, territory }: Meeting,
	{ at, purpose = 'service' }: { readonly at: Instant; readonly purpose?: Purpose },
): Promise<string> {
	const id = file.story.world.newId();
	await file.does(by, 'appointment.book', {
		id,
		purpose,
		mode,
		persons: persons.map((p) => p.id),
		practitioner: by.account,
		startsAt: at,
		endsAt: at + minutes * MINUTE,
		zone: zoneOf(territory),
	});
	return id;
}

/** What the practitioner writes after. */
export interface Note {
	readonly reason: string;
	readonly course: string;
	readonly plan: string;
}

/** One meeting as it went. */
export interface Held {
	readonly at: Instant;
	readonly appointment?: string;
	readonly purpose?: Purpose;
	/** Somewhere else than usual. */
	readonly place?: Place;
	/** What happens between the beginning and the end. */
	readonly meanwhile?: () => Promise<void>;
	/** Without it the note is still due. */
	readonly note?: Note;
	readonly stillFits?: 'yes';
	/** Why the question of the form is left for later: in an interview, before the assessment is signed. */
	readonly deferred?: string;
	/** The first service: the note says that the confidentiality agreement was acknowledged. */
	readonly first?: true;
	readonly agreed?: string;
}

/** No two meetings begin or end quite alike; the same one always does. */
const wobble = (at: Instant, most: number): number => (Math.floor(at / DAY) * 7) % most;

/** Open the room, let everyone in, talk, close, write the note. Answers the session. */
export async function meet(file: Telling, meeting: Meeting, held: Held): Promise<string> {
	const { by, persons, mode, minutes, territory } = meeting;
	const { does, on, story } = file;
	const id = story.world.newId();
	const [late, over] = [wobble(held.at, 3), wobble(held.at, 5) - 1];
	on(held.at - (2 * persons.length + 2) * MINUTE);
	await does(by, 'session.open', {
		id,
		purpose: held.purpose ?? 'service',
		mode,
		tool: story.tools[mode] ?? mode,
		persons: persons.map((p) => p.id),
		practitionerTerritory: territory,
		...(held.appointment !== undefined && { appointment: held.appointment }),
	});
	for (const person of persons) await arrives(file, id, person, held.place);
	for (const person of persons) {
		await readsNotice(file, by, id, person.id);
		await does(by, 'session.admit', { id, person: person.id });
	}
	on(Math.max(file.now(), held.at + late * MINUTE));
	await does(by, 'session.start', { id });
	await held.meanwhile?.();
	on(Math.max(file.now(), held.at + (minutes + over) * MINUTE));
	await does(by, 'session.end', { id, ...(held.agreed !== undefined && { agreed: held.agreed }) });
	if (held.note) await write(file, meeting, { ...held, id, note: held.note });
	return id;
}

/** « Où êtes-vous aujourd’hui ? »: the same place as last time where it is, else the whole answer. */
async function arrives(file: Telling, session: string, person: Person, elsewhere: Place | undefined): Promise<void> {
	const { lastPlace } = (await file.facts()).dossier.of(person.id).identity;
	const place = elsewhere ?? person.place;
	const isSame = lastPlace?.town === place.town;
	const { phone } = person.contact;
	await file.does(person.voice.actor, 'arrival.declare', {
		person: person.id,
		session,
		...(person.account === undefined && person.voice.means === 'oral'
			? { place: 'withheld', territory: place.territory }
			: isSame
				? { place: 'same' }
				: { place: 'new', ...place }),
		alone: 'yes',
		...(phone !== undefined && { callBack: phone }),
	});
	if (person.voice.means === 'signature') file.reads(person.voice.actor, 'room', person.id);
}

/** Somebody is elsewhere: what holds there is read before they are let in, once for each sheet (nb-4-b). */
async function readsNotice(file: Telling, by: Actor, session: string, person: string): Promise<void> {
	const facts = await file.facts();
	const here = otherPlaces(facts, { person, subject: session }).find((t) => isTerritory(t));
	if (here === undefined) return;
	const notice = placeNoticeOf(facts, { person, territory: here }, { now: file.now(), lang: 'fr' });
	if (notice.readAt !== undefined) return;
	await file.does(by, 'placeNotice.read', { person, territory: here, sheetOf: notice.sheetOf, session });
}

/** What happened, as the notes page would have filled it in. */
async function happened({ story, journal, facts: read }: Telling, session: string, persons: readonly Person[]) {
	const facts = await read();
	const { entries } = await walkBack(story.world, {
		practice: story.practice,
		dossier: journal.id,
		parts: partsOf(facts.dossier.joint.dossier),
		enough: (found) => found.some((e) => e.kind === 'session.opened' && (e.data as { id: string }).id === session),
	});
	return happenedIn(entries, session, { facts, lang: persons[0]?.language ?? 'fr' }) ?? {};
}

async function write(
	file: Telling,
	{ by, persons }: Meeting,
	{ id, note, stillFits, deferred, first }: Held & { readonly id: string; readonly note: Note },
): Promise<void> {
	file.on(file.now() + 9 * MINUTE);
	file.reads(by, 'notes');
	await file.does(by, 'note.sign', {
		session: id,
		body: note,
		happened: await happened(file, id, persons),
		...(stillFits && { stillFits }),
		...(deferred !== undefined && { stillFits: 'deferred', deferredBecause: deferred }),
		attests: first ? persons.filter((p) => p.roles.includes('beneficiary')).map((p) => p.id) : [],
		authors: [by.account],
	});
}
