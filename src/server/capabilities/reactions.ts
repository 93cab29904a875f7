import type { Draft, Entry } from '#server/kernel/entry.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';
import type { DossierFacts, Facts } from './index.ts';

type Reaction = (
	entry: Entry,
	facts: Facts,
	context: { readonly now: Instant; readonly journal: JournalRef },
) => readonly Draft[];

const futureBookings = (dossier: DossierFacts, person: string, now: Instant) =>
	Object.values(dossier.joint.scheduling.appointments).filter(
		(a) => a.state === 'booked' && a.startsAt > now && a.persons.includes(person) && a.purpose === 'service',
	);

const openServices = (dossier: DossierFacts, person: string) =>
	Object.values(dossier.joint.sessions.open).filter(
		(s) => s.purpose === 'service' && s.persons.includes(person) && !s.closingAsked,
	);

const fields = <T>(entry: Entry): T => entry.data as T;

/** What follows from what happened, as one table: nothing else ties capabilities together. */
export const reactions: Readonly<Record<string, Reaction>> = {
	// nb-6-j: new services stop at once; a running session is never cut, both are told and the practitioner closes it.
	'consent.withdrawn': (entry, { dossier }, { now }) => {
		const { person } = fields<{ person: string }>(entry);
		return [
			...openServices(dossier, person).map((s) => ({
				kind: 'session.closingAsked',
				data: { id: s.id, why: 'withdrawal' },
			})),
			...futureBookings(dossier, person, now).map((a) => ({
				kind: 'appointment.cancelled',
				data: { id: a.id, practitioner: a.practitioner, startsAt: a.startsAt, endsAt: a.endsAt, reason: 'withdrawal' },
			})),
			{ kind: 'suitability.triggered', data: { why: 'withdrawal' } },
		] as unknown as readonly Draft[];
	},
	// qc-5.02-b: what ended waits for its note.
	'session.ended': (entry, { dossier }) => {
		const { last } = dossier.joint.sessions;
		if (!last || last.startedAt === undefined || last.purpose === 'rehearsal') return [];
		const chat = last.mode === 'chat' || last.mode === 'message';
		return [
			{ kind: 'note.due', data: { session: fields<{ id: string }>(entry).id, mode: last.mode, chat } },
		] as unknown as readonly Draft[];
	},
	// qc-2.08-g, qc-2.08-0b: a new town makes the safety plan stale and asks for a review.
	'arrival.declared': (entry, { dossier }) => {
		const { person, town } = fields<{ person: string; town?: string }>(entry);
		const planned = dossier.of(person).suitability.answers.safety?.town;
		const moved = town !== undefined && planned !== undefined && planned !== town;
		return moved ? ([{ kind: 'suitability.triggered', data: { why: 'newPlace' } }] as unknown as readonly Draft[]) : [];
	},
	// qc-2.08-0b: technology that fails asks whether this form still suits.
	'session.interrupted': (_entry, { dossier }) =>
		dossier.joint.sessions.broken > 0 && dossier.joint.sessions.broken % 3 === 0
			? ([{ kind: 'suitability.triggered', data: { why: 'failedTechnology' } }] as unknown as readonly Draft[])
			: [],
	'safety.first': () => [{ kind: 'suitability.triggered', data: { why: 'crisis' } }] as unknown as readonly Draft[],
};
