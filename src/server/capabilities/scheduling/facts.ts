import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Mode, Purpose, TogetherReason } from '#server/kernel/field.ts';
import { dayOf, type Instant, type LocalDate } from '#server/kernel/time.ts';

export interface Appointment {
	readonly id: string;
	readonly purpose: Purpose;
	readonly mode: Mode;
	readonly persons: readonly string[];
	readonly practitioner: string;
	readonly startsAt: Instant;
	readonly endsAt: Instant;
	/** IANA zone in which it was agreed. */
	readonly zone: string;
	/** Times it was moved: the calendar file's SEQUENCE. */
	readonly sequence: number;
	readonly state: 'booked' | 'cancelled' | 'held' | 'missed';
	/** Somebody interprets, or it was said why nobody does (qc-1.03-b). */
	readonly interpreted?: true;
	/** The SEQUENCE that was reminded of: a time that moves is reminded of again. */
	readonly reminded?: number;
	readonly evidence: Evidence;
}

/** A moment that was offered: its id becomes the appointment's. */
export interface Slot {
	readonly id: string;
	readonly startsAt: Instant;
	readonly endsAt: Instant;
}

/** Moments among which the client chooses, and by which means; in person is always spoken of (qc-1.06-a). */
export interface Offer {
	readonly purpose: Purpose;
	readonly practitioner: string;
	readonly persons: readonly string[];
	readonly zone: string;
	readonly modes: readonly Mode[];
	/** Is there an office? When there is none, the reason is told, with other help. */
	readonly inPerson: boolean;
	readonly slots: readonly Slot[];
	/** Until when the place is kept for them: from then on it may be offered to the next. */
	readonly keptUntil?: Instant;
}

export interface SchedulingFacts {
	/** Those to come, and the last few that were. */
	readonly appointments: Readonly<Record<string, Appointment>>;
	readonly offer?: Offer & { readonly interpreted?: true; readonly evidence: Evidence };
	/** How many of the last meetings in a row the person did not come to. */
	readonly missed: number;
}

/** Who interprets, or why nobody does, where a person needs one (qc-1.03-b): words, that stay in their line. */
interface Interpreting {
	readonly interpreter?: string;
	readonly noInterpreter?: string;
}
type Times = { readonly startsAt: Instant; readonly endsAt: Instant; readonly zone: string };

export type SchedulingEntry =
	| Entry<
			'appointment.booked',
			{
				id: string;
				purpose: Purpose;
				mode: Mode;
				persons: readonly string[];
				practitioner: string;
				togetherBecause?: TogetherReason;
			} & Interpreting &
				Times
	  >
	| Entry<'slots.offered', Offer & Interpreting & { togetherBecause?: TogetherReason }>
	/** None of them suits: they keep their place on the list, or leave it. */
	| Entry<'slots.declined', { stays: boolean }>
	/** Who interprets, or why nobody does, said after the booking. */
	| Entry<'interpreter.named', { id: string } & Interpreting>
	/** What was answered to the offer of meeting in person, with the appointment that came of it (qc-1.06-a). */
	| Entry<'inPerson.offered', { answer: 'accepted' | 'declined' | 'noOffice'; appointment?: string }>
	| Entry<'appointment.missed', { id: string; practitioner: string; how: 'missed' | 'late'; lateBy?: number }>
	| Entry<'appointment.reminded', { id: string; sequence: number }>
	| Entry<'appointment.moved', { id: string; practitioner: string } & Times>
	| Entry<
			'appointment.cancelled',
			{
				id: string;
				practitioner: string;
				startsAt: Instant;
				endsAt: Instant;
				reason: 'person' | 'practitioner' | 'withdrawal' | 'permit';
			}
	  >;

/** Of those that were: enough to see how the last ones went, few enough for the facts to stay small. */
const KEPT = 4;

function pruned(all: Readonly<Record<string, Appointment>>, now: Instant): Readonly<Record<string, Appointment>> {
	const past = Object.values(all).filter((a) => a.endsAt < now || a.state !== 'booked');
	const gone = new Set(
		past
			.sort((a, b) => b.startsAt - a.startsAt)
			.slice(KEPT)
			.map((a) => a.id),
	);
	return gone.size ? Object.fromEntries(Object.entries(all).filter(([id]) => !gone.has(id))) : all;
}

const change = (f: SchedulingFacts, id: string, edit: (a: Appointment) => Appointment): SchedulingFacts => {
	const before = f.appointments[id];
	return before ? { ...f, appointments: { ...f.appointments, [id]: edit(before) } } : f;
};

/** A moment that was taken is offered no more; the rest of the offer stands. */
function taken(f: SchedulingFacts, id: string): SchedulingFacts {
	if (!f.offer?.slots.some((s) => s.id === id)) return f;
	const { offer, ...rest } = f;
	const slots = offer.slots.filter((s) => s.id !== id);
	return slots.length > 0 ? { ...rest, offer: { ...offer, slots } } : rest;
}

type Said = { readonly [K in keyof Interpreting]: Interpreting[K] | undefined };
const isSaid = ({ interpreter, noInterpreter }: Said): { readonly interpreted?: true } =>
	(interpreter ?? noInterpreter) === undefined ? {} : { interpreted: true };

/** What was said of interpreting when the moment was offered holds for the meeting it becomes. */
function booked(f: SchedulingFacts, e: Extract<SchedulingEntry, { kind: 'appointment.booked' }>): SchedulingFacts {
	// A reason is words: it stays in its line.
	const { interpreter, noInterpreter, togetherBecause: _, ...data } = e.data;
	const offered = f.offer?.slots.some((s) => s.id === data.id) && f.offer.interpreted;
	const said = offered ? ({ interpreted: true } as const) : isSaid({ interpreter, noInterpreter });
	const appointment: Appointment = { ...data, ...said, sequence: 0, state: 'booked', evidence: proofOf(e) };
	return { ...taken(f, data.id), appointments: pruned({ ...f.appointments, [data.id]: appointment }, e.at) };
}

function missed(f: SchedulingFacts, e: Extract<SchedulingEntry, { kind: 'appointment.missed' }>): SchedulingFacts {
	const { id, how } = e.data;
	const next = change(f, id, (a) => ({ ...a, state: how === 'missed' ? 'missed' : 'held', evidence: proofOf(e) }));
	return { ...next, missed: how === 'missed' ? f.missed + 1 : f.missed };
}

function offered(f: SchedulingFacts, e: Extract<SchedulingEntry, { kind: 'slots.offered' }>): SchedulingFacts {
	const { interpreter, noInterpreter, togetherBecause: _, ...data } = e.data;
	const said = isSaid({ interpreter, noInterpreter });
	return { ...f, offer: { ...data, ...said, evidence: proofOf(e) } };
}

const withoutOffer = ({ offer, ...rest }: SchedulingFacts): SchedulingFacts => rest;

function fold(f: SchedulingFacts, e: SchedulingEntry): SchedulingFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'appointment.booked':
			return booked(f, e);
		case 'slots.offered':
			return offered(f, e);
		case 'slots.declined':
			return withoutOffer(f);
		case 'interpreter.named':
			return change(f, e.data.id, (a) => ({ ...a, interpreted: true }));
		case 'appointment.missed':
			return missed(f, e);
		case 'appointment.reminded':
			return change(f, e.data.id, (a) => ({ ...a, reminded: e.data.sequence }));
		case 'appointment.moved':
			return change(f, e.data.id, (a) => ({ ...a, ...e.data, sequence: a.sequence + 1, evidence }));
		case 'appointment.cancelled':
			return change(f, e.data.id, (a) => ({ ...a, state: 'cancelled', sequence: a.sequence + 1, evidence }));
	}
	return f;
}

export const schedulingFold = foldOf('dossier', 5, { appointments: {}, missed: 0 } as SchedulingFacts, fold);

/** From an hour to another on the clock of the practitioner's zone. */
export interface Hours {
	readonly from: string;
	readonly to: string;
}
/** The hours of a week: 1 is Monday. */
export interface Weekly extends Hours {
	readonly day: number;
}

/** When a practitioner meets people, in which zone, and the days that differ. */
export interface AvailabilityFacts {
	readonly week?: {
		readonly zone: string;
		readonly minutes: number;
		readonly hours: readonly Weekly[];
		readonly evidence: Evidence;
	};
	/** Of a day that differs: other hours, or none. */
	readonly days: Readonly<Record<LocalDate, readonly Hours[]>>;
	/** A calendar elsewhere may read when one is busy, by a secret of which only the digest is kept. */
	readonly feed?: { readonly digest: string; readonly evidence: Evidence };
}

export type AvailabilityEntry =
	| Entry<'feed.opened', { digest: string }>
	| Entry<'feed.closed', Record<string, never>>
	| Entry<'availability.set', { zone: string; minutes: number; hours: readonly Weekly[] }>
	| Entry<'availability.excepted', { day: LocalDate; hours: readonly Hours[] }>;

function foldHours(f: AvailabilityFacts, e: AvailabilityEntry): AvailabilityFacts {
	switch (e.kind) {
		case 'feed.opened':
			return { ...f, feed: { digest: e.data.digest, evidence: proofOf(e) } };
		case 'feed.closed': {
			const { feed: _, ...rest } = f;
			return rest;
		}
		case 'availability.set':
			return { ...f, week: { ...e.data, evidence: proofOf(e) } };
		case 'availability.excepted': {
			const still = Object.entries(f.days).filter(([day]) => day >= dayOf(e.at));
			return { ...f, days: { ...Object.fromEntries(still.slice(-60)), [e.data.day]: e.data.hours } };
		}
	}
	return f;
}

export const availabilityFold = foldOf('practitioner', 1, { days: {} } as AvailabilityFacts, foldHours);

/** The moments that may still be taken: to come, and kept until then. */
export const openSlots = (offer: Offer | undefined, now: Instant): readonly Slot[] =>
	offer === undefined || (offer.keptUntil !== undefined && offer.keptUntil <= now)
		? []
		: offer.slots.filter((s) => s.startsAt > now);

/** The last two that were to take place were both missed: somebody may not be well, or this form may not suit. */
export function missedTwice({ appointments }: SchedulingFacts, now: Instant): boolean {
	const were = Object.values(appointments).filter((a) => a.state !== 'cancelled' && a.startsAt <= now);
	const [last, before] = were.sort((a, b) => b.startsAt - a.startsAt);
	return last?.state === 'missed' && before?.state === 'missed';
}
