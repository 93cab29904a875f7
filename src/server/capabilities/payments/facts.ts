import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Instant, LocalDate } from '#server/kernel/time.ts';

/** What a payer may ask a note to say: its headings, and what happened. In this order for ever: facts count on it. */
export const noteFields: readonly string[] = [
	'reason',
	'course',
	'plan',
	'subjective',
	'objective',
	'assessment',
	'data',
	'text',
	'who',
	'when',
	'length',
	'where',
	'means',
	'privacy',
	'identity',
	'interruptions',
	'agreed',
	'distress',
];

/** Somebody outside who pays for a service, and what they want of the record (nb-6-p). */
export interface Payer {
	readonly id: string;
	readonly name: string;
	/** What each note that is billed to them must say, by the names of its headings and facts. */
	readonly fields: readonly string[];
	/** How many years they want the record to be kept; absent: they say nothing of it. */
	readonly years?: number;
	/** Where that is written. */
	readonly source: string;
	readonly reviewedOn: LocalDate;
}

/** What payers ask of the record, as the practice knows it. */
export interface PayerFacts {
	/** Those who are no longer billed stay: what was billed to them is still kept as they asked. */
	readonly payers: Readonly<Record<string, Payer & { readonly evidence: Evidence; readonly ended?: true }>>;
}

export type PayerEntry =
	| Entry<'payer.added', Payer>
	| Entry<'payer.reviewed', Omit<Payer, 'name'>>
	| Entry<'payer.ended', { id: string }>;

/** A service that was given: when it ended, and what its note says something of. */
export interface HeldService {
	readonly id: string;
	readonly at: Instant;
	/** The line of its note, and which of {@link noteFields} are not empty in it, one bit each. */
	readonly note?: number;
	readonly says?: number;
	/** Something was added to the note since. */
	readonly added?: true;
}

export interface PaymentFacts {
	/** Services that are held now: opened, then started. */
	readonly opened: readonly string[];
	readonly running: readonly string[];
	/** The last services that were given, in the joint part. */
	readonly services: readonly HeldService[];
	/** In a person's own part: for which of them payment was asked, the last ones, and of which payer. */
	readonly asked: Readonly<Record<string, { readonly payer?: string; readonly evidence: Evidence }>>;
	/** In a person's own part: every payer that was ever billed for them. */
	readonly payers: readonly string[];
}

/** Payment asked for one service: of a person of the file, or of a payer for that person. */
export type PaymentEntry = Entry<
	'payment.requested',
	{
		id: string;
		session: string;
		person: string;
		/** Absent: asked of the person themself. */
		payer?: string;
		payerName?: string;
		/** In cents of Canadian dollars. */
		amount: number;
		/** When the service was given. */
		servedAt: Instant;
		due?: LocalDate;
	}
>;

interface NoteData {
	readonly session?: string;
	readonly body?: Readonly<Record<string, string>>;
	readonly happened?: Readonly<Record<string, string>>;
	readonly altered?: Readonly<Record<string, string>>;
	readonly note?: number;
}

/** Lines of other capabilities that tell which services were given, and what their notes say. */
type Elsewhere =
	| Entry<'session.opened', { readonly id: string; readonly purpose: string }>
	| Entry<'session.started' | 'session.ended', { readonly id: string }>
	| Entry<'note.signed' | 'note.amended', NoteData>;

const SERVICES = 6;
const ASKED = 12;
const NOW = 4;
const add = (list: readonly string[], id: string, most: number) => [...list.filter((x) => x !== id), id].slice(-most);
const without = (list: readonly string[], id: string) => list.filter((x) => x !== id);

const saidIn = ({ body, happened, altered }: NoteData): number =>
	[body, happened, altered]
		.flatMap((words) => Object.entries(words ?? {}))
		.flatMap(([name, text]) => (text.trim() === '' ? [] : noteFields.indexOf(name)))
		.reduce((bits, i) => (i < 0 ? bits : bits | (1 << i)), 0);

/** Does its note say something under this name? */
export const saysOf = ({ says = 0 }: HeldService, field: string): boolean => {
	const i = noteFields.indexOf(field);
	return i >= 0 && (says & (1 << i)) !== 0;
};

function ended(f: PaymentFacts, id: string, at: Instant): PaymentFacts {
	const next = { ...f, opened: without(f.opened, id), running: without(f.running, id) };
	return f.running.includes(id) ? { ...next, services: [...f.services, { id, at }].slice(-SERVICES) } : next;
}

const noted = (f: PaymentFacts, which: (s: HeldService) => boolean, change: Partial<HeldService>): PaymentFacts => ({
	...f,
	services: f.services.map((s) => (which(s) ? { ...s, ...change } : s)),
});

function foldElsewhere(f: PaymentFacts, e: Elsewhere): PaymentFacts {
	switch (e.kind) {
		case 'session.opened':
			return e.data.purpose === 'service' ? { ...f, opened: add(f.opened, e.data.id, NOW) } : f;
		case 'session.started':
			return f.opened.includes(e.data.id) ? { ...f, running: add(f.running, e.data.id, NOW) } : f;
		case 'session.ended':
			return ended(f, e.data.id, e.at);
		case 'note.signed':
			return noted(f, (s) => s.id === e.data.session, { note: e.seq, says: saidIn(e.data) });
		case 'note.amended':
			return noted(f, (s) => s.note === e.data.note, { added: true });
	}
	return f;
}

function fold(f: PaymentFacts, e: PaymentEntry | Elsewhere): PaymentFacts {
	if (e.kind !== 'payment.requested') return foldElsewhere(f, e);
	const { session, payer } = e.data;
	const one = { ...(payer !== undefined && { payer }), evidence: proofOf(e) };
	return {
		...f,
		asked: Object.fromEntries([...Object.entries(f.asked), [session, one] as const].slice(-ASKED)),
		payers: payer === undefined || f.payers.includes(payer) ? f.payers : [...f.payers, payer],
	};
}

export const paymentFold = foldOf(
	'dossier',
	1,
	{ opened: [], running: [], services: [], asked: {}, payers: [] } as PaymentFacts,
	fold,
);

function foldPayers(f: PayerFacts, e: PayerEntry): PayerFacts {
	const put = (one: PayerFacts['payers'][string]) => ({ payers: { ...f.payers, [one.id]: one } });
	const was = f.payers[e.data?.id ?? ''];
	switch (e.kind) {
		case 'payer.added':
			return put({ ...e.data, evidence: proofOf(e) });
		case 'payer.reviewed':
			return was ? put({ ...e.data, name: was.name, evidence: proofOf(e) }) : f;
		case 'payer.ended':
			return was ? put({ ...was, ended: true }) : f;
	}
	return f;
}

export const payerFold = foldOf('practice', 1, { payers: {} } as PayerFacts, foldPayers);
