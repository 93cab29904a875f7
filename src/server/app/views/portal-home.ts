import { type Appointment, openSlots } from '#server/capabilities/scheduling/facts.ts';
import type { Person } from '#server/kernel/dossier.ts';
import type { Purpose } from '#server/kernel/field.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { type Instant, type LocalDate, MINUTE } from '#server/kernel/time.ts';
import { clientZone } from './home-zone.ts';
import { loansOf } from './lending.ts';
import { type Frame, frameOf, isServed, type OpenPortal } from './portal.ts';
import { type Standing, standingOf } from './portal-agree.ts';
import { changesOf } from './portal-changes.ts';
import { lastNotice } from './portal-incidents.ts';
import { threadsOf } from './portal-messages.ts';
import { handedDocuments } from './portal-reading.ts';
import { type About, reviewWaiting } from './revisit.ts';

/** A meeting to come, as the person sees it. */
export interface ComingMeeting {
	readonly at: Instant;
	readonly until: Instant;
	readonly zone: string;
	readonly mode: Appointment['mode'];
	readonly purpose: Purpose;
	/** It begins within a quarter of an hour: the door opens soon. */
	readonly soon: boolean;
}

/** What one person has to read and sign. */
export interface ToRead {
	readonly base: string;
	readonly forName?: string;
	readonly unread: number;
	readonly answered: number;
	readonly waiting: number;
	readonly state: Standing['state'];
	readonly step: Standing['step'];
	/** Everything that is theirs to do is done, and somebody else has something to do first. */
	readonly awaits: boolean;
	readonly givenAt?: Instant;
	/** A document changed a little since the consent: it is told, and nothing is asked. */
	readonly informs: boolean;
	/** Points of the consent wait to be read again. */
	readonly revisit?: About;
}

/** The next thing to do, in one word; the page says it in a sentence. */
export type Next =
	| 'enter'
	| 'soon'
	| 'answer'
	| 'readFirst'
	| 'agree'
	| 'again'
	| 'revisit'
	| 'meeting'
	| 'awaits'
	| 'declined'
	| 'closed'
	| 'nothing';

/** One file on the home page. */
export interface HomeFile extends Frame {
	readonly id: string;
	readonly label: string;
	readonly next: Next;
	/** The room that is open for this person. */
	readonly room?: string;
	readonly meeting?: ComingMeeting;
	/** Moments are offered, and wait for a choice. */
	readonly moments: boolean;
	/** They wait for a place since that day. */
	readonly waits?: LocalDate;
	/** Something is asked of this person under what they agreed to. */
	readonly owes: boolean;
	readonly reading: readonly ToRead[];
	readonly message?: { readonly at: Instant; readonly mine: boolean };
	/** Separate choices that await this person's answer. */
	readonly choices: number;
	/** The day of the last notice that their information was touched. */
	readonly notice?: LocalDate;
	/** A device of the practice that they have: the first to come back. */
	readonly lent?: { readonly what: string; readonly until: LocalDate };
}

const NEAR = 15 * MINUTE;
const remote = ['video', 'chat', 'message'];

/** The room one may go to now: open, for a person one is or represents, by a means that has a room. */
function openRoom({ facts, mine, lang, id }: OpenPortal): string | undefined {
	const open = Object.values(facts.dossier.joint.sessions.open).find(
		(s) => remote.includes(s.mode) && mine.some((p) => s.persons.includes(p.id)),
	);
	return open && `/${lang}/room/${id}/${open.id}`;
}

function comingMeeting({ facts, own, mine, now }: OpenPortal): ComingMeeting | undefined {
	const coming = Object.values(facts.dossier.joint.scheduling.appointments)
		.filter((a) => a.state === 'booked' && a.endsAt > now && mine.some((p) => a.persons.includes(p.id)))
		.toSorted((a, b) => a.startsAt - b.startsAt)[0];
	if (!coming) return undefined;
	const { startsAt, endsAt, mode, purpose } = coming;
	const zone = clientZone(facts, own);
	return { at: startsAt, until: endsAt, zone, mode, purpose, soon: startsAt - now <= NEAR };
}

function toRead(open: OpenPortal, person: Person): ToRead {
	const own = open.facts.dossier.of(person.id);
	const about: OpenPortal = { ...open, who: person, own };
	const { base, forName } = frameOf(about);
	const documents = handedDocuments(own.consent, open.lang);
	const { state, step, waits, givenAt } = standingOf(about);
	const revisit = reviewWaiting(open.facts, person.id, open.now);
	const sum = (of: 'waiting' | 'answered'): number => documents.reduce((total, d) => total + d[of], 0);
	return {
		base,
		...(forName !== undefined && { forName }),
		unread: documents.filter((d) => !d.read).length,
		answered: sum('answered'),
		waiting: sum('waiting'),
		state,
		step,
		awaits: waits,
		...(givenAt !== undefined && { givenAt }),
		informs: changesOf(own, open.facts).some((c) => c.until === undefined),
		...(revisit && { revisit: { trigger: revisit.trigger, ...(revisit.mode && { mode: revisit.mode }) } }),
	};
}

const toSign = (r: ToRead): boolean => (r.state === 'open' || r.state === 'withdrawn') && !r.awaits;

/** What do I do now? The first that holds. */
function nextOf(
	{ facts, who }: OpenPortal,
	{ room, meeting, reading }: Pick<HomeFile, 'room' | 'meeting' | 'reading'>,
): Next {
	const { state } = facts.dossier.joint.dossier;
	// The first session by another means waits for its points.
	if (reading.some((r) => r.revisit?.trigger === 'mode')) return 'revisit';
	if (room) return 'enter';
	if (meeting?.soon) return 'soon';
	if (reading.some((r) => r.answered > 0)) return 'answer';
	if (who.leftAt !== undefined) return 'closed';
	if (state === 'declined' || state === 'closed') return state;
	if (reading.some((r) => r.state === 'open' && r.unread > 0)) return 'readFirst';
	if (reading.some((r) => r.state === 'open' && toSign(r))) return 'agree';
	if (reading.some((r) => r.state === 'again' && !r.awaits)) return 'again';
	if (reading.some((r) => r.revisit)) return 'revisit';
	if (meeting) return 'meeting';
	return state === 'request' || reading.some((r) => r.awaits || r.state === 'nothing') ? 'awaits' : 'nothing';
}

/** One file, as the first page shows it. */
export function homeFile(open: OpenPortal): HomeFile {
	const room = openRoom(open);
	const meeting = comingMeeting(open);
	const reading = open.mine.filter((p) => isServed(open.facts, p)).map((p) => toRead(open, p));
	const [last] = threadsOf(open);
	const notice = lastNotice(open);
	const { scheduling, waiting } = open.facts.dossier.joint;
	const lent = loansOf(open.own.loans, open.facts, open.now).find((loan) => !loan.lost);
	return {
		...frameOf(open),
		id: open.id,
		// The file's name may name the others: only those who share it read it.
		label: open.parts.includes(JOINT) ? open.facts.dossier.joint.dossier.label : open.who.name,
		next: nextOf(open, { ...(room && { room }), ...(meeting && { meeting }), reading }),
		reading,
		choices: Object.values(open.own.uses.uses).filter((u) => u.state === 'proposed').length,
		moments: open.parts.includes(JOINT) && openSlots(scheduling.offer, open.now).length > 0,
		...(open.parts.includes(JOINT) && waiting.wait && { waits: waiting.wait.since }),
		owes: open.own.missed.owed.length > 0,
		...(notice !== undefined && { notice }),
		...(lent && { lent: { what: lent.what, until: lent.until } }),
		...(room && { room }),
		...(meeting && { meeting }),
		...(last && { message: { at: last.at, mine: last.by === 'me' } }),
	};
}
