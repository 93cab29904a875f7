import type { Facts } from '#server/capabilities/index.ts';
import { readEntries } from '#server/journal/read.ts';
import type { Entry } from '#server/kernel/entry.ts';
import type { Channel, Mode, Purpose } from '#server/kernel/field.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { type Instant, MINUTE } from '#server/kernel/time.ts';
import { bodyAt } from './bodies.ts';
import type { OpenPortal } from './portal.ts';
import { channelChoices } from './portal-means.ts';
import { documentTitle } from './portal-reading.ts';

/** What is in force for this person: their consent, their means, their plans. */
export interface InForce {
	readonly consent?: {
		readonly at: Instant;
		readonly withdrawnAt?: Instant;
		readonly documents: readonly { readonly title: string; readonly version: number }[];
	};
	readonly channels: readonly { readonly channel: Channel; readonly since: Instant }[];
	readonly plans: readonly {
		readonly plan: 'emergency' | 'failure';
		readonly at: Instant;
		readonly lines: readonly string[];
	}[];
	/** The number the plans rest on, and whether anybody has shown that it is theirs. */
	readonly number?: { readonly phone: string; readonly verified: boolean };
}

/** What is in force, with the words of the plans that were given. */
export async function inForceFor({ own, facts, lang, bodies }: OpenPortal): Promise<InForce> {
	const { given, withdrawn, plans } = own.consent;
	const opened = await bodies(Object.values(plans).map((p) => p.seq));
	return {
		...(given && {
			consent: {
				at: given.evidence.at,
				...(withdrawn && { withdrawnAt: withdrawn.at }),
				documents: Object.entries(given.documents).map(([key, version]) => ({
					title: documentTitle(key, lang),
					version,
				})),
			},
		}),
		channels: channelChoices(own, facts).flatMap(({ channel, on, since }) =>
			on && since !== undefined ? [{ channel, since }] : [],
		),
		...(own.intake.contact?.phone !== undefined && {
			number: { phone: own.intake.contact.phone, verified: own.intake.verified.phone !== undefined },
		}),
		plans: Object.entries(plans).map(([plan, { at, seq }]) => ({
			plan: plan as 'emergency' | 'failure',
			at,
			lines: Object.values(
				bodyAt<{ details: Readonly<Record<string, string>> }>(opened, seq, 'plan.given')?.details ?? {},
			),
		})),
	};
}

/** The kinds of lines that a person's own history tells; everything else is the practitioner's work. */
export const toldKinds = [
	'request.received',
	'person.invited',
	'person.linked',
	'access.restored',
	'contact.set',
	'emergencyContact.set',
	'package.sent',
	'document.read',
	'document.explained',
	'question.asked',
	'question.answered',
	'question.settled',
	'teachBack.given',
	'identity.checked',
	'notice.acknowledged',
	'channel.agreed',
	'channel.withdrawn',
	'consent.given',
	'consent.withdrawn',
	'plan.given',
	'client.accepted',
	'client.declined',
	'dossier.closed',
	'appointment.booked',
	'appointment.moved',
	'appointment.cancelled',
	'arrival.declared',
	'message.sent',
	'search.told',
] as const;
export type ToldKind = (typeof toldKinds)[number];

/** One thing that happened; the same things done together are told once. */
export interface Told {
	readonly kind: ToldKind;
	readonly at: Instant;
	readonly by: 'me' | 'practitioner' | 'other' | 'system';
	readonly times: number;
}

/** A meeting that was held. */
export interface HeldMeeting {
	readonly at: Instant;
	readonly until?: Instant;
	readonly mode: Mode;
	readonly purpose: Purpose;
	/** What was agreed when it closed, in the practitioner's words. */
	readonly agreed?: string;
}

/** A stretch of one's own history, newest first. */
export interface History {
	readonly told: readonly Told[];
	readonly meetings: readonly HeldMeeting[];
	/** Where the stretch before this one ends. */
	readonly before?: number;
}

const STRETCH = 300;
const told: ReadonlySet<string> = new Set(toldKinds);

/** What happened that concerns this person, from the lines within their reach. */
export async function historyOf(open: OpenPortal, before?: number): Promise<History> {
	const { world, practice, id, who, facts } = open;
	const parts = open.parts.filter((p) => p === JOINT || p === who.id);
	const lines = await readEntries(
		world,
		practice,
		{ kind: 'dossier', id },
		{ parts, limit: STRETCH, ...(before !== undefined && { before }) },
	);
	const mine = lines.entries.filter((e) => told.has(e.kind) && concerns(e, who.id, facts));
	return {
		told: grouped(
			mine.map((e) => ({ kind: e.kind as ToldKind, at: e.at, by: authorOf(open, e), times: 1 })),
		).toReversed(),
		meetings: meetings(lines.entries, who.id).toReversed(),
		...(lines.before !== undefined && { before: lines.before }),
	};
}

/** A line of the joint part may be about somebody else: an appointment, an account. */
function concerns({ kind, part, data }: Entry, person: string, facts: Facts): boolean {
	if (part === person) return true;
	if (kind.startsWith('person.')) return (data as { id?: string }).id === person;
	if (kind === 'message.sent') return isInThread(data as { thread: string; session?: string }, person, facts);
	if (!kind.startsWith('appointment.')) return true;
	const { id = '', persons } = data as { id?: string; persons?: readonly string[] };
	return (persons ?? facts.dossier.joint.scheduling.appointments[id]?.persons ?? []).includes(person);
}

/** What was written in the room of a session concerns those it was for. */
const isInThread = ({ thread, session }: { thread: string; session?: string }, person: string, facts: Facts): boolean =>
	session === undefined || facts.dossier.joint.messages.threads[thread]?.persons?.includes(person) === true;

function authorOf({ session }: OpenPortal, { by }: Entry): Told['by'] {
	if (by.account === session.account) return 'me';
	if (by.as === 'system' || by.as === 'public') return 'system';
	return by.as === 'practitioner' || by.as === 'receptionist' ? 'practitioner' : 'other';
}

const TOGETHER = 10 * MINUTE;

const grouped = (all: readonly Told[]): readonly Told[] =>
	together(
		all,
		(last, next) => last.kind === next.kind && last.by === next.by && next.at - last.at < TOGETHER,
		(last, next) => ({ ...next, times: last.times + 1 }),
	);

/** Neighbours that are the same are told once. */
export function together<T>(
	all: readonly T[],
	same: (last: T, next: T) => boolean,
	merge: (last: T, next: T) => T,
): readonly T[] {
	const kept: T[] = [];
	for (const next of all) {
		const last = kept.at(-1);
		if (last !== undefined && same(last, next)) kept[kept.length - 1] = merge(last, next);
		else kept.push(next);
	}
	return kept;
}

function meetings(entries: readonly Entry[], person: string): readonly HeldMeeting[] {
	const opened = entries
		.filter((e) => e.kind === 'session.opened')
		.map((e) => e.data as { id: string; mode: Mode; purpose: Purpose; persons: readonly string[] });
	const line = (kind: string, id: string) =>
		entries.find((e) => e.kind === kind && (e.data as { id: string }).id === id);
	return opened.flatMap(({ id, mode, purpose, persons }) => {
		const at = line('session.started', id)?.at;
		const ended = line('session.ended', id);
		const { agreed } = (ended?.data ?? {}) as { agreed?: string };
		return at !== undefined && persons.includes(person)
			? [{ at, mode, purpose, ...(ended && { until: ended.at }), ...(agreed !== undefined && { agreed }) }]
			: [];
	});
}
