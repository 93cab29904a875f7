import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, proofOf } from '#server/kernel/entry.ts';
import type { Mode } from '#server/kernel/field.ts';
import { type Instant, withMoment } from '#server/kernel/time.ts';
import { type NoteTemplate, remoteKeys } from './templates.ts';

export interface NoteFacts {
	/** Sessions that ended and whose note is not signed. */
	readonly due: Readonly<Record<string, { readonly mode: Mode; readonly endedAt: Instant; readonly chat: boolean }>>;
	readonly signed: number;
	readonly last?: Evidence;
	/** "Does this form still suit?": last answered, and notes signed since without an answer (qc-2.08-0b). */
	readonly stillFits?: { readonly answer: 'yes' | 'no' | 'deferred'; readonly evidence: Evidence };
	readonly unanswered: number;
	/** The practitioner attested that the person agreed to the confidentiality agreement (qc-3.05-c). */
	readonly attested: Readonly<Record<string, Evidence>>;
	/** The last notes signed, which no edit reaches (nb-2-f), and when the meeting of each had ended, in minutes (nb-6-b). */
	readonly written: Readonly<Record<string, number>>;
	readonly noted: readonly number[];
	/** The template of the last note, offered for the next. */
	readonly template?: NoteTemplate;
	/** Of the last notes of meetings at a distance: what each says nothing of, until an addition says it (nb-6-o). */
	readonly remote: readonly { readonly missing: readonly string[]; readonly evidence: Evidence }[];
	/** Whose notes somebody countersigns in this file, and who. */
	readonly supervised: Readonly<Record<string, string>>;
	/** Notes that wait to be countersigned, or went back to their author with a remark; by their line. */
	readonly counter: Readonly<Record<string, Counter>>;
	/** Sessions whose note says why nobody went on by voice or in person (nb-caution-d): the last few. */
	readonly stayed: readonly { readonly session: string; readonly evidence: Evidence }[];
}

/** A note that is signed and not countersigned yet: by whom, for whom, and whether it went back. */
export interface Counter {
	readonly author: string;
	readonly supervisor: string;
	readonly back: boolean;
	readonly evidence: Evidence;
}

/** What a note says, heading by heading: those of its template. */
export type NoteBody = Readonly<Record<string, string>>;

/** Notes that two people answer for: who signs first, who reads and signs after (or sends back). */
export type SupervisionEntry =
	| Entry<'supervision.named', { account: string; supervisor: string }>
	| Entry<'supervision.ended', { account: string }>
	| Entry<'note.countersigned', { note: number }>
	| Entry<'note.sentBack', { note: number; remark: string }>;

export type NoteEntry =
	| Entry<'note.due', { session: string; mode: Mode; chat: boolean }>
	| Entry<
			'note.signed',
			{
				session: string;
				/** Absent: the Order's usual headings. */
				template?: NoteTemplate;
				body: NoteBody;
				/** Prefilled from what happened, as it was shown to the person who signed. */
				happened: Readonly<Record<string, string>>;
				/** What the file says and the practitioner corrects: both are read (nb-2-f). */
				altered?: Readonly<Record<string, string>>;
				/** What was taken away of what happened: its place stays, empty (nb-6-o). */
				removed?: readonly string[];
				/** The meeting was held at a distance: its note answers for what such notes say (nb-6-o). */
				remote?: true;
				/** When the meeting ended: a late note says so. */
				endedAt?: Instant;
				stillFits?: 'yes' | 'no' | 'deferred';
				deferredBecause?: string;
				/** Mood and distress, asked in writing modes (nb-caution-c). */
				mood?: 'nothingObserved' | 'observed' | 'notAsked';
				moodNote?: string;
				/** Somebody was not well, and writing went on: why (nb-caution-d). */
				stayedBecause?: string;
				attests: readonly string[];
				authors: readonly string[];
			}
	  >
	| Entry<'note.amended', { note: number; text: string }>
	| SupervisionEntry;

const without = <V>(map: Readonly<Record<string, V>>, key: string): Record<string, V> =>
	Object.fromEntries(Object.entries(map).filter(([k]) => k !== key));

const WRITTEN = 2;
const REMOTE = 3;

type Signed = Extract<NoteEntry, { kind: 'note.signed' }>;

/** What the note of a meeting at a distance says nothing of. */
const missingIn = ({ happened, altered }: Signed['data']): readonly string[] =>
	remoteKeys.filter((key) => !happened[key] && !altered?.[key]);

/** The notes last written, those of meetings at a distance among them, and the template that is offered next. */
function kept(f: NoteFacts, e: Signed): Pick<NoteFacts, 'written' | 'noted' | 'remote' | 'template'> {
	const { session, template = 'usual', remote } = e.data;
	const endedAt = e.data.endedAt ?? f.due[session]?.endedAt ?? e.at;
	const one = remote && { missing: missingIn(e.data), evidence: proofOf(e) };
	return {
		template,
		written: Object.fromEntries([...Object.entries(f.written), [session, e.seq] as const].slice(-WRITTEN)),
		noted: withMoment(f.noted, endedAt),
		remote: one ? [...f.remote, one].slice(-REMOTE) : f.remote,
	};
}

function signed(f: NoteFacts, e: Signed): NoteFacts {
	const evidence = proofOf(e);
	const { session, stillFits, attests, stayedBecause } = e.data;
	const stayed = stayedBecause === undefined ? f.stayed : [...f.stayed, { session, evidence }].slice(-5);
	const attested = { ...f.attested, ...Object.fromEntries(attests.map((person) => [person, evidence])) };
	const next = {
		...f,
		...kept(f, e),
		due: without(f.due, session),
		signed: f.signed + 1,
		last: evidence,
		attested,
		stayed,
	};
	return stillFits
		? { ...next, stillFits: { answer: stillFits, evidence }, unanswered: 0 }
		: { ...next, unanswered: f.unanswered + 1 };
}

/** Whose hand a signed note waits for. */
function foldCounter(f: NoteFacts, e: NoteEntry): Pick<NoteFacts, 'supervised' | 'counter'> {
	const { supervised, counter } = f;
	const author = e.by.account ?? '';
	switch (e.kind) {
		case 'note.signed': {
			const supervisor = supervised[author];
			if (supervisor === undefined) break;
			return {
				supervised,
				counter: { ...counter, [e.seq]: { author, supervisor, back: false, evidence: proofOf(e) } },
			};
		}
		case 'note.amended': {
			const one = counter[e.data.note];
			if (one?.author !== author) break;
			return { supervised, counter: { ...counter, [e.data.note]: { ...one, back: false } } };
		}
		case 'supervision.named': {
			const { account, supervisor } = e.data;
			const entries = Object.entries(counter).map(([seq, c]) => [seq, c.author === account ? { ...c, supervisor } : c]);
			return { supervised: { ...supervised, [account]: supervisor }, counter: Object.fromEntries(entries) };
		}
		case 'supervision.ended':
			return { supervised: without(supervised, e.data.account), counter };
		case 'note.countersigned':
			return { supervised, counter: without(counter, String(e.data.note)) };
		case 'note.sentBack': {
			const one = counter[e.data.note];
			return one ? { supervised, counter: { ...counter, [e.data.note]: { ...one, back: true } } } : f;
		}
	}
	return { supervised, counter };
}

function foldNote(f: NoteFacts, e: NoteEntry): NoteFacts {
	switch (e.kind) {
		case 'note.due':
			return { ...f, due: { ...f.due, [e.data.session]: { mode: e.data.mode, endedAt: e.at, chat: e.data.chat } } };
		case 'note.signed':
			return signed(f, e);
		case 'note.amended':
			return {
				...f,
				last: proofOf(e),
				remote: f.remote.map((n) => (n.evidence.seq === e.data.note ? { missing: [], evidence: proofOf(e) } : n)),
			};
		case 'note.countersigned':
		case 'note.sentBack':
			return { ...f, last: proofOf(e) };
	}
	return f;
}

function fold(f: NoteFacts, e: NoteEntry): NoteFacts {
	const next = foldNote(f, e);
	const { supervised, counter } = foldCounter(f, e);
	return supervised === f.supervised && counter === f.counter ? next : { ...next, supervised, counter };
}

const none: NoteFacts = {
	due: {},
	signed: 0,
	unanswered: 0,
	attested: {},
	supervised: {},
	counter: {},
	stayed: [],
	written: {},
	noted: [],
	remote: [],
};

export const noteFold = foldOf('dossier', 4, none, fold);

/** The line of the note that this session has, if it is among the last that were signed. */
export const signedFor = ({ written }: NoteFacts, session: string): number | undefined => written[session];
