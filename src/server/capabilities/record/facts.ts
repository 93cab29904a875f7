import { foldOf } from '#server/kernel/capability.ts';
import { type Entry, type Evidence, type Means, proofOf } from '#server/kernel/entry.ts';
import type { LocalDate } from '#server/kernel/time.ts';
import type { AccessGround } from '#server/law/topics.ts';

/** What a person may ask of their record. */
export const askKinds = ['read', 'copy', 'explain', 'portable'] as const;
export type AskKind = (typeof askKinds)[number];

/** What was decided about it. */
export const accessAnswers = ['granted', 'partly', 'refused'] as const;
export type AccessAnswer = (typeof accessAnswers)[number];

/** By which way the answer reaches the person. */
export const accessWays = ['space', 'paper', 'voice'] as const;
export type AccessWay = (typeof accessWays)[number];

/** How much of a line leaves: all of it, all but some words, nothing. */
export const leavings = ['leaves', 'words', 'whole'] as const;
export type Leaving = (typeof leavings)[number];

/** What the practitioner saw of one line before it leaves; the words held back stand in that line, not here. */
export interface Looked {
	readonly as: Leaving;
	readonly ground?: AccessGround;
	/** The line that says so. */
	readonly seq: number;
}

/** One request to see one's record. */
export interface AccessRequest {
	readonly asks: AskKind;
	readonly received: LocalDate;
	readonly asked: Evidence;
	readonly due?: LocalDate;
	readonly looked: Readonly<Record<string, Looked>>;
	readonly answer?: { readonly as: AccessAnswer; readonly way: AccessWay; readonly evidence: Evidence };
}

/** What a correction asks for: that a line be put right, or that one's own version stand beside it. */
export const correctionKinds = ['correct', 'version'] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

/** What was answered: put right by a later line, noted beside it, or not changed. */
export const correctionAnswers = ['accepted', 'noted', 'refused'] as const;
export type CorrectionAnswer = (typeof correctionAnswers)[number];

/** A person's statement about what was written of them. It stands in the record, whatever is answered. */
export interface Correction {
	readonly asks: CorrectionKind;
	readonly received: LocalDate;
	/** The line it is about; absent where it is about the whole. */
	readonly line?: number;
	readonly asked: Evidence;
	readonly due?: LocalDate;
	readonly answer?: { readonly as: CorrectionAnswer; readonly evidence: Evidence };
}

export interface RecordFacts {
	readonly requests: Readonly<Record<string, AccessRequest>>;
	readonly corrections: Readonly<Record<string, Correction>>;
	/** Beside their first message they read that it goes into their file (qc-5.02-c). */
	readonly filing?: Evidence;
}

/** What is held back of one line, as the answer says it. */
export interface HeldLine {
	readonly line: number;
	readonly as: Exclude<Leaving, 'leaves'>;
	readonly ground: AccessGround;
	/** The line in which the words held back stand. */
	readonly seq: number;
}

/** What left: the last line looked at, how many lines, whether the joint part is in it, and the hash of its words. */
export interface CopyProof {
	readonly upTo: number;
	readonly lines: number;
	readonly joint: boolean;
	readonly hash: string;
}

export type RecordEntry =
	| Entry<
			'access.requested',
			{ person: string; id: string; asks: AskKind; received: LocalDate; means: Means; words?: string }
	  >
	| Entry<
			'access.clocked',
			{ person: string; id: string; due: LocalDate; territory: string; days: number; count: 'calendar' | 'business' }
	  >
	| Entry<
			'access.looked',
			{
				person: string;
				id: string;
				lines: readonly number[];
				as: Leaving;
				ground?: AccessGround;
				passages?: readonly string[];
			}
	  >
	| Entry<
			'access.delivered',
			{
				person: string;
				id: string;
				answer: AccessAnswer;
				way: AccessWay;
				ground?: AccessGround;
				reason?: string;
				/** Who could be hurt by this copy, and what was done about it. */
				harm?: 'nobody' | 'lessened';
				care?: string;
				copy?: CopyProof;
				held: readonly HeldLine[];
			}
	  >
	| Entry<
			'correction.asked',
			{
				person: string;
				id: string;
				asks: CorrectionKind;
				received: LocalDate;
				means: Means;
				statement: string;
				line?: number;
			}
	  >
	| Entry<'filing.told', { person: string }>
	| Entry<'correction.answered', { person: string; id: string; answer: CorrectionAnswer; reason: string }>;

type Answered = Extract<RecordEntry, { kind: 'access.delivered' }>;
type Asked = Extract<RecordEntry, { kind: 'access.looked' }>;

const REQUESTS = 6;
/** A version stands beside its line for as long as the line is read. */
const VERSIONS = 30;
const lately = <V extends { readonly answer?: unknown }>(
	all: Readonly<Record<string, V>>,
	kept: number,
): Record<string, V> => {
	const closed = Object.keys(all).filter((id) => all[id]?.answer !== undefined);
	const old = new Set(closed.slice(0, Math.max(0, closed.length - kept)));
	return Object.fromEntries(Object.entries(all).filter(([id]) => !old.has(id)));
};

function looked(f: RecordFacts, { data, seq }: Asked): RecordFacts {
	const request = f.requests[data.id];
	if (!request) return f;
	const seen: Looked = { as: data.as, seq, ...(data.ground && { ground: data.ground }) };
	const lines = Object.fromEntries(data.lines.map((line) => [String(line), seen]));
	const next = { ...request, looked: { ...request.looked, ...lines } };
	return { ...f, requests: { ...f.requests, [data.id]: next } };
}

/** Once answered, what was looked at stands in the answer's own line. */
function delivered(f: RecordFacts, e: Answered): RecordFacts {
	const request = f.requests[e.data.id];
	if (!request) return f;
	const answer = { as: e.data.answer, way: e.data.way, evidence: proofOf(e) };
	return { ...f, requests: lately({ ...f.requests, [e.data.id]: { ...request, looked: {}, answer } }, REQUESTS) };
}

const clocked = <V extends object>(all: Readonly<Record<string, V>>, id: string, due: LocalDate) => {
	const one = all[id];
	return one ? { ...all, [id]: { ...one, due } } : all;
};

function fold(f: RecordFacts, e: RecordEntry): RecordFacts {
	switch (e.kind) {
		case 'access.requested': {
			const { id, asks, received } = e.data;
			return { ...f, requests: { ...f.requests, [id]: { asks, received, asked: proofOf(e), looked: {} } } };
		}
		case 'access.clocked': {
			const { id, due } = e.data;
			return { ...f, requests: clocked(f.requests, id, due), corrections: clocked(f.corrections, id, due) };
		}
		case 'access.looked':
			return looked(f, e);
		case 'access.delivered':
			return delivered(f, e);
		case 'correction.asked': {
			const { id, asks, received, line } = e.data;
			const one: Correction = { asks, received, asked: proofOf(e), ...(line !== undefined && { line }) };
			return { ...f, corrections: { ...f.corrections, [id]: one } };
		}
		case 'filing.told':
			return { ...f, filing: proofOf(e) };
		case 'correction.answered': {
			const one = f.corrections[e.data.id];
			if (!one) return f;
			const answer = { as: e.data.answer, evidence: proofOf(e) };
			return { ...f, corrections: lately({ ...f.corrections, [e.data.id]: { ...one, answer } }, VERSIONS) };
		}
	}
	return f;
}

export const recordFold = foldOf('dossier', 1, { requests: {}, corrections: {} } as RecordFacts, fold);
