import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Channel } from '#server/kernel/field.ts';
import type { Instant } from '#server/kernel/time.ts';
import type { Bilingual } from '#words/clauses/facts.ts';

/** Why one writes (qc-4.03-a): there is no other reason, and no broadcast. */
export const messagePurposes = ['care', 'appointment', 'administration', 'safety'] as const;
export type MessagePurpose = (typeof messagePurposes)[number];

export interface Thread {
	readonly id: string;
	readonly purpose: MessagePurpose;
	readonly session?: string;
	/** Who was in that session: what was written there concerns nobody else. */
	readonly persons?: readonly string[];
	readonly count: number;
	readonly last: Evidence;
	readonly lastBy: string;
}

export interface MessageFacts {
	/** The fifteen threads written to last. */
	readonly threads: Readonly<Record<string, Thread>>;
	/** A message came in by a channel that protects poorly (qc-3.09-a): the next answer carries the notice. */
	readonly outside: Readonly<Record<string, Evidence>>;
	readonly careSent?: Evidence;
	/** Whom the last few sessions were for: session → persons. */
	readonly rooms: Readonly<Record<string, readonly string[]>>;
}

/** What somebody who wrote during an absence was told, in both languages. */
export interface AbsenceTold {
	readonly thread: string;
	readonly absence: string;
	readonly until: Instant;
	readonly cover?: { readonly name: string; readonly phone: string };
	readonly notice: Bilingual;
}

export type MessageEntry =
	| Entry<
			'message.sent',
			{
				id: string;
				thread: string;
				purpose: MessagePurpose;
				channel: Channel;
				body: string;
				session?: string;
				person?: string;
			}
	  >
	/** Whoever wrote while the practitioner is away is told at once: until when, and who covers (qc-4.04-c). */
	| Entry<'absence.told', AbsenceTold>
	| Entry<'message.logged', { person: string; channel: Channel; body: string; on: string }>;

/** What this capability reads of a session: for whom its room is. */
type RoomOpened = Entry<'session.opened', { id: string; persons: readonly string[] }>;

const KEPT = 15;
const ROOMS = 6;

function fold(f: MessageFacts, e: MessageEntry | RoomOpened): MessageFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'message.sent': {
			const { thread: id, purpose, session } = e.data;
			const thread: Thread = {
				id,
				purpose,
				count: (f.threads[id]?.count ?? 0) + 1,
				last: evidence,
				lastBy: e.by.account ?? e.by.as,
				...(session !== undefined && { session }),
				...(session !== undefined && f.rooms[session] && { persons: f.rooms[session] }),
			};
			const threads = Object.values({ ...f.threads, [id]: thread }).sort(
				(a, b) => b.last.at - a.last.at || b.last.seq - a.last.seq,
			);
			const kept = Object.fromEntries(threads.slice(0, KEPT).map((t) => [t.id, t]));
			const byPractitioner = e.by.as === 'practitioner';
			return { ...f, threads: kept, ...(purpose === 'care' && byPractitioner && { careSent: evidence }) };
		}
		case 'session.opened':
			return {
				...f,
				rooms: Object.fromEntries([...Object.entries(f.rooms), [e.data.id, e.data.persons]].slice(-ROOMS)),
			};
		case 'message.logged':
			return { ...f, outside: { ...f.outside, [e.data.channel]: evidence } };
	}
	return f;
}

export const messageFold = foldOf('dossier', 5, { threads: {}, outside: {}, rooms: {} } as MessageFacts, fold);
