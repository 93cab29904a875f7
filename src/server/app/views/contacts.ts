import type { Facts } from '#server/capabilities/index.ts';
import { present } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { type Instant, MINUTE } from '#server/kernel/time.ts';

/** One contact, whoever wrote its line: by what, when, how long, with whom (qc-5.02-a). */
export interface Contact {
	readonly seq: number;
	readonly kind: string;
	/** By which means a session was held or a message sent. */
	readonly mode?: string;
	readonly way?: string;
	readonly at: Instant;
	readonly minutes?: number;
	readonly with: readonly string[];
	readonly others?: string;
	readonly text?: string;
	readonly by: string;
	readonly writtenAt: Instant;
}

/** A contact that was written by hand may be corrected: what it says now, and what it said before. */
export interface ShownContact extends Contact {
	readonly byHand: boolean;
	readonly why?: string;
	/** What stood before each correction, the oldest first. */
	readonly before: readonly Contact[];
}

type Data = Readonly<Record<string, unknown>>;
const textIn = (data: Data, key: string): string | undefined =>
	typeof data[key] === 'string' && data[key] !== '' ? (data[key] as string) : undefined;
const numberIn = (data: Data, key: string): number | undefined =>
	typeof data[key] === 'number' ? (data[key] as number) : undefined;

/** Which lines are contacts of themselves, and what they are called in the list. */
const ofThemselves: Readonly<Record<string, string>> = {
	'session.ended': 'session',
	'message.sent': 'message',
	'message.logged': 'message',
	'person.calledBack': 'callBack',
	'appointment.missed': 'missed',
};

/** Is this line a contact? */
export const isContact = ({ kind }: Entry): boolean => kind === 'contact.logged' || ofThemselves[kind] !== undefined;

const named = (facts: Facts, ids: unknown): readonly string[] =>
	(Array.isArray(ids) ? ids : [ids]).flatMap((id) => facts.dossier.joint.dossier.persons[String(id)]?.name ?? []);

const authorOf = ({ by }: Entry, facts: Facts): string =>
	(by.person && facts.dossier.joint.dossier.persons[by.person]?.name) ??
	facts.practice.practice.members[by.account ?? '']?.name ??
	'';

/** What is said only where something is. */
const said = <T extends object>(all: T): T =>
	Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;

function byHand(entry: Entry, facts: Facts, persons: unknown): Contact {
	const data = entry.data as Data;
	return said({
		seq: entry.seq,
		kind: String(data.kind),
		way: textIn(data, 'way'),
		at: numberIn(data, 'at') ?? entry.at,
		minutes: numberIn(data, 'minutes'),
		with: named(facts, persons),
		others: textIn(data, 'others'),
		text: textIn(data, 'text'),
		by: authorOf(entry, facts),
		writtenAt: entry.at,
	}) as Contact;
}

function corrected(first: Entry, entries: readonly Entry[], facts: Facts): ShownContact {
	const { persons } = first.data as { readonly persons: readonly string[] };
	const later = entries.filter(
		(e) => e.kind === 'contact.corrected' && (e.data as { readonly contact: number }).contact === first.seq,
	);
	const all = [first, ...later];
	const last = all.at(-1) ?? first;
	const why = textIn(last.data as Data, 'why');
	return {
		...byHand(last, facts, persons),
		seq: first.seq,
		byHand: true,
		before: all.slice(0, -1).map((e) => byHand(e, facts, persons)),
		...(why !== undefined && { why }),
	};
}

/** By what, with whom and how long a session was held, from its own lines. */
function ofSession(ended: Entry, entries: readonly Entry[], facts: Facts) {
	const { id } = ended.data as { readonly id: string };
	const mine = (kind: string) => entries.find((e) => e.kind === kind && (e.data as { id?: string }).id === id);
	const opened = mine('session.opened')?.data as { readonly mode?: string; readonly persons?: unknown } | undefined;
	const started = mine('session.started');
	const mode = (started?.data as { readonly mode?: string } | undefined)?.mode ?? opened?.mode;
	return {
		mode,
		with: named(facts, opened?.persons ?? []),
		at: started?.at ?? ended.at,
		...(started && { minutes: Math.max(1, Math.round((ended.at - started.at) / MINUTE)) }),
	};
}

function byItself(entry: Entry, entries: readonly Entry[], facts: Facts): ShownContact {
	const data = entry.data as Data;
	const plain = {
		mode: textIn(data, 'channel'),
		with: named(facts, data.person ?? (entry.by.as === 'practitioner' ? [] : entry.by.person)),
		at: entry.at,
	};
	return said({
		seq: entry.seq,
		kind: ofThemselves[entry.kind] ?? entry.kind,
		by: authorOf(entry, facts),
		writtenAt: entry.at,
		byHand: false,
		before: [],
		...(entry.kind === 'session.ended' ? ofSession(entry, entries, facts) : plain),
	}) as ShownContact;
}

/** Every contact among these lines, the newest first. */
export const contactsIn = (entries: readonly Entry[], facts: Facts): readonly ShownContact[] =>
	entries
		.filter(isContact)
		.map((e) => (e.kind === 'contact.logged' ? corrected(e, entries, facts) : byItself(e, entries, facts)))
		.toReversed();

/** Appointments that have passed and of which nothing says what they became, the oldest first. */
export const unsaidOf = ({ dossier }: Facts, now: Instant) =>
	Object.entries(dossier.joint.contacts.awaited)
		.filter(([, endsAt]) => endsAt <= now)
		.toSorted(([, a], [, b]) => a - b)
		.map(([id, endsAt]) => {
			const { startsAt = endsAt, persons } = dossier.joint.scheduling.appointments[id] ?? {};
			return { id, startsAt, persons: persons ?? present(dossier.joint.dossier).map((p) => p.id) };
		});
