import type { Facts } from '#server/capabilities/index.ts';
import { heldOf } from '#server/capabilities/record/acts.ts';
import type { AccessRequest, CopyProof, HeldLine, RecordEntry } from '#server/capabilities/record/facts.ts';
import type { World } from '#server/journal/world.ts';
import { type Person, shares } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { JOINT, type PartId } from '#server/kernel/journal.ts';
import { dayOf, type LocalDate } from '#server/kernel/time.ts';
import { lookUpAll } from '#server/law/look-up.ts';
import { type AccessGround, accessGrounds } from '#server/law/topics.ts';
import type { Locale } from '#words/i18n.ts';
import { territoryOf } from '../documents.ts';
import { bodiesOf, bodyAt } from './bodies.ts';
import { homeZone } from './home-zone.ts';
import { type ReadFile, walkBack } from './lines.ts';
import type { OpenFile } from './open-file.ts';
import {
	type CopyLine,
	copyHash,
	copyLines,
	type Held,
	heldWords,
	isOfRecord,
	type MarkWhy,
	marking,
	sentencesOf,
	textsOf,
} from './record-copy.ts';
import { tellLine } from './timeline.ts';

/** Every line of these parts that is of the record, oldest first, up to one of them. */
export async function recordLines(
	world: World<Facts>,
	{ upTo, ...file }: ReadFile & { readonly upTo?: number },
): Promise<readonly Entry[]> {
	const before = upTo === undefined ? undefined : upTo + 1;
	const { entries } = await walkBack(world, { ...file, before, enough: () => false, most: Number.MAX_SAFE_INTEGER });
	return entries.filter(isOfRecord);
}

/** The parts of a copy: the person's own, and the joint one where they share it. Never another's. */
const copyParts = (person: Person, joint: boolean): readonly PartId[] => (joint ? [JOINT, person.id] : [person.id]);

/** Was that line written while they were in the file? Who left knows the joint part up to that day. */
const whileHere =
	({ leftAt }: Person) =>
	({ part, at }: Entry): boolean =>
		part !== JOINT || leftAt === undefined || at <= leftAt;

/** The grounds, each with its article where the rule pack of the practice's place names one. */
export function groundsOf({ practitioner, practice }: Facts, day: LocalDate) {
	const place = territoryOf(practitioner.practitioner.profile?.territory ?? practice.practice.profile?.territory);
	const found = lookUpAll('accessGround', place, day);
	return accessGrounds.map((ground) => {
		const citation = found.find((f) => f.value?.ground === ground)?.value?.citation;
		return { ground, ...(citation !== undefined && { citation }) };
	});
}

const isLate = (due: LocalDate | undefined, now: number): boolean => due !== undefined && dayOf(now) > due;

/** What the people of a file asked of it: requests and versions, those that wait first. */
export async function askedOf({ facts, bodies, now }: OpenFile, lang: Locale) {
	const all = Object.values(facts.dossier.joint.dossier.persons).map((p) => ({
		...p,
		record: facts.dossier.of(p.id).record,
	}));
	const opened = await bodies(
		all.flatMap(({ record }) => [
			...Object.values(record.requests).map((r) => r.asked.seq),
			...Object.values(record.corrections).flatMap((c) => [c.asked.seq, c.line]),
		]),
	);
	const zone = homeZone(facts);
	const waitsFirst = (a: { answer?: unknown }, b: { answer?: unknown }): number =>
		Number(a.answer !== undefined) - Number(b.answer !== undefined);
	const requests = all.flatMap(({ id: person, name, record }) =>
		Object.entries(record.requests).map(([id, { asks, received, due, answer, asked }]) => ({
			id,
			person,
			name,
			asks,
			received,
			late: isLate(due, now),
			words: bodyAt<{ words?: string }>(opened, asked.seq, 'access.requested')?.words ?? '',
			...(due !== undefined && { due }),
			...(answer && { answer: { as: answer.as, at: answer.evidence.at } }),
		})),
	);
	const corrections = all.flatMap(({ id: person, name, record }) =>
		Object.entries(record.corrections).map(([id, { asks, received, due, answer, asked, line }]) => {
			const about = line === undefined ? undefined : opened.get(line);
			return {
				id,
				person,
				name,
				asks,
				received,
				late: isLate(due, now),
				statement: bodyAt<{ statement: string }>(opened, asked.seq, 'correction.asked')?.statement ?? '',
				...(about && { line: about.seq, what: tellLine(about, facts, lang, zone).what }),
				...(due !== undefined && { due }),
				...(answer && { answer: { as: answer.as, at: answer.evidence.at } }),
			};
		}),
	);
	return { requests: requests.sort(waitsFirst), corrections: corrections.sort(waitsFirst), zone };
}

/** A request of this file, and whose it is. */
export function requestIn({ facts }: Pick<OpenFile, 'facts'>, id: string | undefined) {
	for (const person of Object.values(facts.dossier.joint.dossier.persons)) {
		const request = facts.dossier.of(person.id).record.requests[id ?? ''];
		if (request) return { person, request };
	}
	return undefined;
}
type Found = NonNullable<ReturnType<typeof requestIn>>;

/** What would leave: the lines, those that speak of somebody else, and what is held back so far. */
async function leavingOf(open: OpenFile, { person, request }: Found) {
	const { facts, world, practice, id, bodies, now } = open;
	const shared = person.leftAt !== undefined && person.roles.includes('beneficiary');
	const joint = shared || shares(facts.dossier.joint.dossier, person, now);
	const all = await recordLines(world, { practice, dossier: id, parts: copyParts(person, joint) });
	const entries = all.filter(whileHere(person));
	const back = heldOf(request);
	const held = heldWords(back, await bodies(back.map((h) => h.seq)));
	const mark = marking(facts, person.id);
	const marks = new Map(entries.flatMap((e) => (mark(e) ? [[e.seq, mark(e) as MarkWhy] as const] : [])));
	return { joint, entries, held, marks };
}

/** What an answer is given with, read here and never typed: the proof of the copy, and the lines that had to be looked at. */
export async function copyFor(
	open: OpenFile,
	found: Found,
): Promise<{ readonly copy: CopyProof; readonly marked: readonly number[] }> {
	const { joint, entries, held, marks } = await leavingOf(open, found);
	const whole = [...held.values()].filter((h) => h.as === 'whole').length;
	const upTo = entries.at(-1)?.seq ?? 1;
	return {
		copy: { upTo, joint, lines: entries.length - whole, hash: copyHash(entries, held) },
		marked: [...marks.keys()],
	};
}

/** One line side by side: as it stands, and as it would leave. */
export interface ReviewedLine extends CopyLine {
	readonly before: readonly string[];
	readonly sentences: readonly string[];
	readonly mark?: MarkWhy;
	readonly looked?: AccessRequest['looked'][string]['as'];
	readonly passages: readonly string[];
	readonly ground?: AccessGround;
}

const PAGE = 40;
const MARKED = 60;

/** The review of what leaves: the marked lines that nobody looked at yet first, then the others, page by page. */
export async function reviewOf(open: OpenFile, found: Found, lang: Locale, page: number) {
	const { entries, held, marks, joint } = await leavingOf(open, found);
	const shown = copyLines(entries, { facts: open.facts, lang, held });
	const { looked } = found.request;
	const lines: readonly ReviewedLine[] = entries.map((entry, i) => reviewed(entry, shown[i] as CopyLine, held));
	const full = lines.map((line) => ({
		...line,
		...(marks.has(line.seq) && { mark: marks.get(line.seq) as MarkWhy }),
		...(looked[line.seq] && { looked: looked[line.seq]?.as ?? 'leaves' }),
	}));
	const marked = full.filter((l) => l.mark !== undefined);
	const others = full.filter((l) => l.mark === undefined && l.before.length > 0);
	const left = marked.filter((l) => l.looked === undefined);
	// However many there are, those that wait are on the page.
	const first = marked.length > MARKED ? [...left, ...marked.filter((l) => l.looked !== undefined)] : marked;
	return {
		joint,
		marked: first.slice(0, MARKED),
		left: left.map((l) => l.seq),
		others: others.slice(page * PAGE, (page + 1) * PAGE),
		count: others.length,
		more: others.length > (page + 1) * PAGE,
	};
}

function reviewed(entry: Entry, line: CopyLine, held: ReadonlyMap<number, Held>): ReviewedLine {
	const before = textsOf(entry);
	const back = held.get(entry.seq);
	return {
		...line,
		before,
		sentences: [...new Set(before.flatMap(sentencesOf))],
		passages: back?.passages ?? [],
		...(back?.ground && { ground: back.ground }),
	};
}

/** What an answer says, as it was given. */
export type Delivered = Extract<RecordEntry, { kind: 'access.delivered' }>['data'];

interface Reading {
	readonly world: World<Facts>;
	readonly practice: string;
	readonly dossier: string;
	readonly facts: Facts;
	readonly lang: Locale;
	readonly who: Person;
}

const LINES = 400;

/** The lines that left, as they left: read again from the file, and compared with the hash of that day. */
export async function deliveredCopy(
	{ world, practice, dossier, facts, lang, who }: Reading,
	{ copy, held, page }: { readonly copy: CopyProof; readonly held: readonly HeldLine[]; readonly page: number },
) {
	const parts = copyParts(who, copy.joint);
	const entries = (await recordLines(world, { practice, dossier, parts, upTo: copy.upTo })).filter(whileHere(who));
	const seqs = held.map((h) => h.seq);
	const words = heldWords(held, await bodiesOf(world, { practice, dossier, parts, seqs }));
	const shown = entries.slice(page * LINES, (page + 1) * LINES);
	return {
		lines: copyLines(shown, { facts, lang, held: words }),
		same: copyHash(entries, words) === copy.hash,
		...((page + 1) * LINES < entries.length && { next: page + 1 }),
	};
}

/** What was answered, for whoever answered it: the copy to hand over on paper, and its proof. */
export async function answeredOf(open: OpenFile, { person, request }: Found, lang: Locale, page: number) {
	const seq = request.answer?.evidence.seq;
	const body = bodyAt<Delivered>(await open.bodies([seq]), seq, 'access.delivered');
	if (!body) return undefined;
	const { answer, way, ground, reason, copy, held } = body;
	const shown = copy && (await deliveredCopy({ ...open, dossier: open.id, lang, who: person }, { copy, held, page }));
	return {
		as: answer,
		way,
		...(ground && { ground }),
		...(reason !== undefined && { reason }),
		...(copy && { hash: copy.hash, count: copy.lines }),
		...(shown && { copy: shown }),
	};
}
