import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';

/** With the client, outside of what leaves its own line: neither a session nor a message of Balise (qc-5.02-a). */
export const contactsWith = ['call', 'missedCall', 'textMessage', 'letter', 'corridor', 'visit'] as const;
/** About the client, with others (nb-6-q); about nobody in particular, it goes into the practice log. */
export const contactsAbout = ['meeting', 'consultation', 'supervision', 'referralCall', 'team'] as const;
export const contactKinds = [...contactsWith, ...contactsAbout] as const;
export type ContactKind = (typeof contactKinds)[number];
export const activityKinds = [...contactsAbout, 'other'] as const;
export type ActivityKind = (typeof activityKinds)[number];

export interface ContactFacts {
	/** The last line of any contact: what was said, written, missed or held. */
	readonly last?: Evidence;
	/** The last contact about the client, with others. */
	readonly about?: Evidence;
	/** Appointments of which nothing says yet what they became, and when each ends. */
	readonly awaited: Readonly<Record<string, Instant>>;
}

/** What somebody does that is about no client. */
export interface ActivityFacts {
	readonly count: number;
	readonly last?: Evidence;
}

/** How long, with whom beside the persons of the file, in one line; each may stay unsaid. */
interface Told {
	readonly at: Instant;
	readonly minutes?: number;
	readonly others?: string;
	readonly text?: string;
}

/** Lines of other capabilities that are contacts too, or that say what became of an appointment. */
type Elsewhere = Entry<
	| 'request.received'
	| 'person.calledBack'
	| 'message.sent'
	| 'message.logged'
	| 'session.started'
	| 'appointment.booked'
	| 'appointment.moved'
	| 'appointment.cancelled'
	| 'appointment.missed'
	| 'session.opened',
	Fate | undefined
>;

interface Fate {
	readonly id?: string;
	readonly appointment?: string;
	readonly endsAt?: Instant;
	readonly purpose?: string;
}

export type ContactEntry =
	| Entry<
			'contact.logged',
			Told & {
				id: string;
				kind: ContactKind;
				way?: 'in' | 'out';
				persons: readonly string[];
				/** The appointment that it was, where it was held outside of Balise. */
				appointment?: string;
			}
	  >
	/** The first line stays; this one says what is to be read instead (qc-5.02-a). */
	| Entry<'contact.corrected', Told & { contact: number; kind: ContactKind; way?: 'in' | 'out'; why?: string }>;

export type ActivityEntry = Entry<'activity.logged', Told & { id: string; kind: ActivityKind }>;

const AWAITED = 6;
const isAbout = (kind: ContactKind): boolean => contactsAbout.some((k) => k === kind);

const settled = (f: ContactFacts, appointment: string | undefined): ContactFacts =>
	appointment === undefined || f.awaited[appointment] === undefined
		? f
		: { ...f, awaited: Object.fromEntries(Object.entries(f.awaited).filter(([id]) => id !== appointment)) };

function awaits(f: ContactFacts, { id, endsAt, purpose }: Fate): ContactFacts {
	if (id === undefined || endsAt === undefined || purpose === 'rehearsal') return f;
	const all = Object.entries({ ...f.awaited, [id]: endsAt }).sort(([, a], [, b]) => a - b);
	return { ...f, awaited: Object.fromEntries(all.slice(-AWAITED)) };
}

/** What others write: a contact of their own, or the fate of an appointment. */
function foldElsewhere(f: ContactFacts, e: Elsewhere): ContactFacts {
	const last = proofOf(e);
	switch (e.kind) {
		case 'request.received':
		case 'person.calledBack':
		case 'message.sent':
		case 'message.logged':
		case 'session.started':
			return { ...f, last };
		case 'appointment.missed':
			return { ...settled(f, e.data?.id), last };
		case 'appointment.cancelled':
			return settled(f, e.data?.id);
		case 'session.opened':
			return settled(f, e.data?.appointment);
		case 'appointment.booked':
			return awaits(f, e.data ?? {});
		case 'appointment.moved':
			return f.awaited[e.data?.id ?? ''] === undefined ? f : awaits(f, e.data ?? {});
	}
	return f;
}

function fold(f: ContactFacts, e: ContactEntry | Elsewhere): ContactFacts {
	const last = proofOf(e);
	switch (e.kind) {
		case 'contact.logged':
			return { ...settled(f, e.data.appointment), last, ...(isAbout(e.data.kind) && { about: last }) };
		case 'contact.corrected':
			return { ...f, last, ...(isAbout(e.data.kind) && { about: last }) };
	}
	return foldElsewhere(f, e);
}

export const contactFold = foldOf('dossier', 1, { awaited: {} } as ContactFacts, fold);

const foldActivity = (f: ActivityFacts, e: ActivityEntry): ActivityFacts =>
	e.kind === 'activity.logged' ? { count: f.count + 1, last: proofOf(e) } : f;

/** The practice log of somebody who works here. */
export const activityFold = foldOf('practitioner', 1, { count: 0 } as ActivityFacts, foldActivity);
