import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import type { Role } from '#server/kernel/entry.ts';
import { dayField, idField, meansField, personField, reasonField, textField } from '#server/kernel/field.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { dayOf, type Instant, type LocalDate } from '#server/kernel/time.ts';
import { accessGrounds } from '#server/law/topics.ts';
import {
	type AccessRequest,
	accessAnswers,
	accessWays,
	askKinds,
	correctionAnswers,
	correctionKinds,
	type HeldLine,
	leavings,
	type RecordEntry,
	type RecordFacts,
} from './facts.ts';

const act = actsOn<RecordFacts, RecordEntry>('dossier');
const lineNumber = z.number('field.choice').int('field.choice').min(1, 'field.choice');
const groundField = z.enum(accessGrounds, 'field.choice');
const asking = {
	person: personField,
	means: meansField,
	/** The day it came in, where it was written down later. */
	received: dayField.optional(),
};
const WAITING = 5;

/** Whose word it is came in today; only whoever works here writes down what came in before, never what is to come. */
function receivedOn(
	day: LocalDate | undefined,
	{ now, roles }: { readonly now: Instant; readonly roles: readonly Role[] },
): LocalDate | Refusal {
	const today = dayOf(now);
	if (day === undefined || !roles.includes('practitioner')) return today;
	return day > today ? refuse('access.toCome') : day;
}

const open = <V extends { readonly answer?: unknown }>(all: Readonly<Record<string, V>>): readonly V[] =>
	Object.values(all).filter((one) => one.answer === undefined);

/** A person asks to see their record, has it explained, or have a copy; nobody has to say why (qc-5.04-b). */
export const requestAccess = act({
	name: 'access.request',
	who: ['client', 'representative', 'practitioner'],
	input: z.object({ ...asking, asks: z.enum(askKinds, 'field.choice'), words: reasonField.optional() }),
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	decide(mine, { received, words, ...data }, { dossier, newId, ...when }) {
		if (!dossier.persons[data.person]) return refuse('act.noSuchPerson');
		const day = receivedOn(received, when);
		if (typeof day !== 'string') return day;
		if (open(mine.of(data.person).requests).length >= WAITING) return refuse('access.manyWaiting');
		const asked = { ...data, id: newId(), received: day, ...(words !== undefined && { words }) };
		return [{ kind: 'access.requested', part: data.person, data: asked }];
	},
});

const looking = z.object({
	person: personField,
	id: idField,
	lines: z.array(lineNumber).min(1, 'field.choice').max(500, 'field.tooLong'),
	as: z.enum(leavings, 'field.choice'),
	ground: groundField.optional(),
	passages: z.array(z.string().trim().min(1).max(20_000)).max(200, 'field.tooLong').optional(),
});

const waitingOf = (mine: RecordFacts, id: string): AccessRequest | Refusal => {
	const request = mine.requests[id];
	if (!request) return refuse('access.unknown');
	return request.answer ? refuse('access.answered') : request;
};
const isNo = (x: object): x is Refusal => 'refused' in x;

/** Some lines were looked at before they leave: they leave as they are, without some words, or not at all, and on what ground. */
export const lookAtLines = act({
	name: 'access.look',
	who: ['practitioner'],
	input: looking,
	decide(mine, { ground, passages = [], ...data }) {
		const request = waitingOf(mine.of(data.person), data.id);
		if (isNo(request)) return request;
		const held = data.as !== 'leaves';
		if (held && ground === undefined) return refuse('access.groundMissing');
		if (data.as === 'words' && passages.length === 0) return refuse('access.passagesMissing');
		const words = data.as === 'words' ? { passages } : {};
		return [
			{ kind: 'access.looked', part: data.person, data: { ...data, ...(held && ground && { ground }), ...words } },
		];
	},
});

const copy = z.object({
	upTo: lineNumber,
	lines: z.number().int().min(0),
	joint: z.boolean(),
	hash: z.string().regex(/^[0-9a-f]{64}$/),
});
const delivery = z.object({
	person: personField,
	id: idField,
	answer: z.enum(accessAnswers, 'field.choice'),
	way: z.enum(accessWays, 'field.choice').default('space'),
	ground: groundField.optional(),
	reason: textField.optional(),
	harm: z.enum(['nobody', 'lessened'], 'field.choice').optional(),
	care: reasonField.optional(),
	/** What leaves, read on the server: its last line, how many, their hash, and those that name somebody else. */
	copy: copy.optional(),
	marked: z.array(lineNumber).max(20_000).default([]),
});
type Delivery = z.infer<typeof delivery>;

/** What is held back of a request, line by line. */
export const heldOf = ({ looked }: Pick<AccessRequest, 'looked'>): readonly HeldLine[] =>
	Object.entries(looked).flatMap(([line, { as, ground, seq }]) =>
		as === 'leaves' || ground === undefined ? [] : [{ line: Number(line), as, ground, seq }],
	);

/** Does this answer let something leave as a copy? */
const leaves = ({ answer, way, copy }: Delivery): boolean =>
	answer !== 'refused' && (way !== 'voice' || copy !== undefined);

/** What stands in the way of an answer, whatever the Order: no reason, something not looked at, nobody asked about harm. */
export function lackOf(given: Delivery, request: AccessRequest): Refusal | undefined {
	const { answer, reason, ground, harm, care, marked, copy } = given;
	if (answer !== 'granted' && (reason === undefined || ground === undefined)) return refuse('access.reasonMissing');
	if (!leaves(given)) return undefined;
	if (copy === undefined) return refuse('access.copyMissing');
	if (marked.some((line) => request.looked[line] === undefined)) return refuse('access.notLooked');
	if (answer === 'granted' && heldOf(request).length > 0) return refuse('access.heldBack');
	if (answer === 'partly' && heldOf(request).length === 0) return refuse('access.nothingHeld');
	if (harm === undefined || (harm === 'lessened' && care === undefined)) return refuse('access.harmMissing');
	return undefined;
}

/** The answer to a request: what leaves, what is held back and why, and who could be hurt by it (qc-5.04-b). */
export const deliverAccess = act({
	name: 'access.deliver',
	who: ['practitioner'],
	input: delivery,
	focus: (given, mine) => {
		const request = mine.of(given.person).requests[given.id];
		const lack = request && lackOf(given, request);
		return { person: given.person, subject: given.id, ...(lack && { means: lack.code }) };
	},
	decide(mine, given, { dossier }) {
		const { ground, reason, harm, care, copy, marked: _, ...data } = given;
		if (!dossier.persons[data.person]) return refuse('act.noSuchPerson');
		const request = waitingOf(mine.of(data.person), data.id);
		if (isNo(request)) return request;
		const lack = lackOf(given, request);
		if (lack) return lack;
		const left = leaves(given);
		return [
			{
				kind: 'access.delivered',
				part: data.person,
				data: {
					...data,
					...(ground && data.answer !== 'granted' && { ground }),
					...(reason !== undefined && { reason }),
					...(left && { ...(harm && { harm }), ...(care !== undefined && { care }), ...(copy && { copy }) }),
					held: left ? heldOf(request) : [],
				},
			},
		];
	},
});

/** A person says what is not right, or adds their version; nothing is erased for it (qc-5.04-b). */
export const askCorrection = act({
	name: 'correction.ask',
	who: ['client', 'representative', 'practitioner'],
	input: z.object({
		...asking,
		asks: z.enum(correctionKinds, 'field.choice'),
		statement: textField,
		line: lineNumber.optional(),
	}),
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	about: ({ line }) => line,
	decide(mine, { received, line, ...data }, { dossier, about, newId, ...when }) {
		if (!dossier.persons[data.person]) return refuse('act.noSuchPerson');
		const day = receivedOn(received, when);
		if (typeof day !== 'string') return day;
		if (open(mine.of(data.person).corrections).length >= WAITING) return refuse('access.manyWaiting');
		// A line of another's own part is never named in a person's own.
		if (line !== undefined && about?.part !== JOINT && about?.part !== data.person) return refuse('correction.noLine');
		const asked = { ...data, id: newId(), received: day, ...(line !== undefined && { line }) };
		return [{ kind: 'correction.asked', part: data.person, data: asked }];
	},
});

/** What is answered to it, and why; the person's own words stay in the record, beside what they are about. */
export const answerCorrection = act({
	name: 'correction.answer',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		id: idField,
		answer: z.enum(correctionAnswers, 'field.choice'),
		reason: reasonField,
	}),
	decide(mine, data) {
		const one = mine.of(data.person).corrections[data.id];
		if (!one) return refuse('correction.unknown');
		return one.answer ? refuse('correction.answered') : [{ kind: 'correction.answered', part: data.person, data }];
	},
});
