import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Mode, Purpose, TogetherReason } from '#server/kernel/field.ts';
import { type Instant, withMoment } from '#server/kernel/time.ts';

/** A session (séance) that is open, or the last one that was. */
export interface Session {
	readonly id: string;
	readonly purpose: Purpose;
	readonly mode: Mode;
	/** The registered tool it runs on (def-nb-technology). */
	readonly tool: string;
	readonly persons: readonly string[];
	readonly appointment?: string;
	readonly state: 'waiting' | 'started' | 'ended';
	readonly admitted: readonly string[];
	readonly opened: Evidence;
	readonly startedAt?: Instant;
	readonly endedAt?: Instant;
	readonly interruptions: number;
	/** Consent was withdrawn while it ran: both are told, the practitioner closes safely. */
	readonly closingAsked?: Evidence;
	readonly practitionerTerritory?: string;
	/** By which means it was to be held, where it was agreed beforehand (def-qc-inperson). */
	readonly planned?: Mode;
	/** The means was said again when it began. */
	readonly modeSaid?: true;
}

export interface SessionFacts {
	readonly open: Readonly<Record<string, Session>>;
	readonly last?: Session;
	readonly count: number;
	/** When the meetings of the last months ended, in minutes, rehearsals apart: counted beside their notes (nb-6-b). */
	readonly endings: readonly number[];
	readonly firstService?: Evidence;
	readonly lastService?: Evidence;
	/** The first meeting held by each means, whatever its purpose (qc-2.08-0a). */
	readonly met: Readonly<Partial<Record<Mode, Evidence>>>;
	/** The first service given by each means (qc-2.03-d). */
	readonly served: Readonly<Partial<Record<Mode, Evidence>>>;
	/** Ended sessions whose note is not signed are known to `notes`; here only how the last ones broke. */
	readonly broken: number;
	/** In a person's own part: where the practitioner and they were for the latest session, as two facts (def-qc-jurisdiction). */
	readonly placed?: Placed & { readonly evidence: Evidence };
}

/** Two places of one session: each person's is theirs to know. */
export interface Placed {
	readonly id: string;
	readonly person: string;
	readonly practitionerTerritory?: string;
	readonly clientTerritory: string;
}

export type SessionEntry =
	| Entry<
			'session.opened',
			{
				id: string;
				purpose: Purpose;
				mode: Mode;
				tool: string;
				persons: readonly string[];
				appointment?: string;
				practitionerTerritory?: string;
			}
	  >
	| Entry<'session.admitted', { id: string; person: string; togetherBecause?: TogetherReason }>
	| Entry<'session.started', { id: string; mode?: Mode; tool?: string; togetherBecause?: TogetherReason }>
	| Entry<'session.planned', { id: string; mode: Mode }>
	| Entry<'session.placed', Placed>
	| Entry<
			'session.interrupted',
			{
				id: string;
				person?: string;
				cause: 'network' | 'device' | 'power' | 'other';
				side: 'practitioner' | 'client' | 'unknown';
				fallback: 'reconnect' | 'telephone' | 'message' | 'rebook';
				at?: Instant;
			}
	  >
	| Entry<'session.resumed', { id: string; means: Mode }>
	| Entry<'session.doubted', { id: string }>
	| Entry<'session.closingAsked', { id: string; why: 'withdrawal' }>
	| Entry<'session.left', { id: string; person: string }>
	| Entry<'session.ended', { id: string; agreed?: string }>;

const change = (f: SessionFacts, id: string, edit: (s: Session) => Session): SessionFacts => {
	const session = f.open[id];
	return session ? { ...f, open: { ...f.open, [id]: edit(session) } } : f;
};

/** What was agreed stays beside what was done: a means that changes at the start never hides the one that was planned. */
const held = (s: Session, { mode, tool }: Started): Partial<Session> =>
	mode === undefined
		? {}
		: {
				mode,
				modeSaid: true,
				...(tool !== undefined && { tool }),
				...(mode !== s.mode && { planned: s.planned ?? s.mode }),
			};

type Started = Extract<SessionEntry, { kind: 'session.started' }>['data'];

function started(f: SessionFacts, data: Started, evidence: Evidence): SessionFacts {
	const { id } = data;
	const next = change(f, id, (s) => ({
		...s,
		...held(s, data),
		state: 'started',
		startedAt: s.startedAt ?? evidence.at,
	}));
	const session = next.open[id];
	if (session?.purpose !== 'service') return next;
	const served = { ...f.served, [session.mode]: f.served[session.mode] ?? evidence };
	return { ...next, firstService: f.firstService ?? evidence, lastService: evidence, served };
}

function ended(f: SessionFacts, id: string, evidence: Evidence): SessionFacts {
	const session = f.open[id];
	if (!session) return f;
	const open = Object.fromEntries(Object.entries(f.open).filter(([key]) => key !== id));
	const wasHeld = session.startedAt !== undefined;
	const met = wasHeld && !f.met[session.mode] ? { ...f.met, [session.mode]: evidence } : f.met;
	return {
		...f,
		open,
		met,
		count: f.count + (wasHeld ? 1 : 0),
		endings: wasHeld && session.purpose !== 'rehearsal' ? withMoment(f.endings, evidence.at) : f.endings,
		last: { ...session, state: 'ended', endedAt: evidence.at },
	};
}

function fold(f: SessionFacts, e: SessionEntry): SessionFacts {
	const evidence = proofOf(e);
	switch (e.kind) {
		case 'session.opened':
			return {
				...f,
				open: {
					...f.open,
					[e.data.id]: { ...e.data, state: 'waiting', admitted: [], interruptions: 0, opened: evidence },
				},
			};
		case 'session.admitted':
			return change(f, e.data.id, (s) => ({ ...s, admitted: [...new Set([...s.admitted, e.data.person])] }));
		case 'session.started':
			return started(f, e.data, evidence);
		case 'session.planned':
			return change(f, e.data.id, (s) => ({ ...s, planned: e.data.mode }));
		case 'session.placed':
			return { ...f, placed: { ...e.data, evidence } };
		case 'session.interrupted':
			return { ...change(f, e.data.id, (s) => ({ ...s, interruptions: s.interruptions + 1 })), broken: f.broken + 1 };
		case 'session.closingAsked':
			return change(f, e.data.id, (s) => ({ ...s, closingAsked: evidence }));
		case 'session.left':
			return change(f, e.data.id, (s) => ({ ...s, admitted: s.admitted.filter((p) => p !== e.data.person) }));
		case 'session.ended':
			return ended(f, e.data.id, evidence);
	}
	return f;
}

export const sessionFold = foldOf(
	'dossier',
	4,
	{ open: {}, count: 0, endings: [], met: {}, served: {}, broken: 0 } as SessionFacts,
	fold,
);
