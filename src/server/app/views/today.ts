import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import { openBriefs, type StoredBrief } from '#server/journal/brief.ts';
import type { World } from '#server/journal/world.ts';
import { DAY, dayOf, type Instant, type LocalDate, startOf } from '#server/kernel/time.ts';
import { dutyById } from '#server/norms/catalogue.ts';
import { isOfPractice } from '#server/norms/judge.ts';
import { inPractice } from '#server/platform/database.ts';
import type { Locale } from '#words/i18n.ts';
import { waitingWords } from '#words/waiting.ts';
import type { Brief } from '../brief.ts';
import { packageDocuments } from '../documents.ts';
import type { Listed } from '../lists.ts';
import type { Asking } from './asking.ts';
import { regulatorOf } from './regulators.ts';

/** One appointment of the day: names and times, and by which means where the list knows it. */
export interface Meeting {
	readonly id: string;
	readonly dossier: string;
	readonly label: string;
	readonly startsAt: Instant;
	readonly endsAt: Instant;
	readonly mode?: string;
	readonly purpose?: string;
	/** With whom, where several people meet clients here. */
	readonly practitioner?: string;
}

/** From when to when, and whose; everybody's for the desk. */
interface Span {
	readonly from: Instant;
	readonly to: Instant;
	readonly practitioner?: string;
}

/** The day that an instant falls in, somewhere: from its first instant to the next day's. */
export function dayAround(now: Instant, zone: string): Pick<Span, 'from' | 'to'> {
	const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
	return { from: start.epochMilliseconds, to: start.add({ days: 1 }).epochMilliseconds };
}

type Row = StoredBrief & {
	readonly id: string;
	readonly practitioner_id: string;
	readonly starts_at: number;
	readonly ends_at: number;
};

/** The appointments of a day, in order, named from their briefs alone. */
export const agendaOf = (
	world: World<Facts>,
	practice: string,
	{ from, to, practitioner }: Span,
): Promise<readonly Meeting[]> =>
	inPractice(world.db, practice, async (tx) => {
		const { rows } =
			await sql<Row>`select a.id, a.practitioner_id, a.starts_at, a.ends_at, b.journal_id, b.seq, b.key_id, b.sealed
			from appointment a join brief b on b.practice_id = a.practice_id and b.journal_id = a.journal_id
			where a.practice_id = ${practice} and a.state = 'booked' and a.starts_at < ${to} and a.ends_at > ${from}
				and (${practitioner ?? null}::uuid is null or a.practitioner_id = ${practitioner ?? null}::uuid)
			order by a.starts_at limit 200`.execute(tx);
		const opened = await openBriefs<Brief, Row, Facts>(world, tx, practice, rows);
		return opened.map(({ row, brief }) => meetingOf(row, brief));
	});

const meetingOf = ({ id, journal_id, starts_at, ends_at, practitioner_id }: Row, { label, next }: Brief): Meeting => ({
	id,
	dossier: journal_id,
	label,
	startsAt: starts_at,
	endsAt: ends_at,
	practitioner: practitioner_id,
	...(next?.id === id && { mode: next.mode, purpose: next.purpose }),
});

/** The first steps of a new practice, in the order one takes them. */
export const firstSteps = ['me', 'regulator', 'terms', 'policies', 'channels', 'request'] as const;
export type FirstStep = (typeof firstSteps)[number];

const places: Readonly<Record<FirstStep, string>> = {
	me: 'me',
	regulator: 'practice/tools#regulators',
	terms: 'practice/terms',
	policies: 'practice/policies',
	channels: 'me/channels',
	request: 'clients/new',
};

/** What the record shows of the first steps. */
export function stepsOf(
	{ practice, practitioner }: Facts,
	{ clients, day }: { readonly clients: number; readonly day: LocalDate },
) {
	const { terms, regulators, profile: house } = practice.practice;
	const { profile, channels } = practitioner.practitioner;
	const regulator = regulatorOf(profile?.territory ?? house?.territory, day)?.key ?? '';
	const done: Readonly<Record<FirstStep, boolean>> = {
		me: profile !== undefined,
		regulator: regulators[regulator] !== undefined,
		terms: terms !== undefined,
		policies: packageDocuments.every((key) => practice.policies.documents[key]?.published !== undefined),
		channels: Object.keys(channels).length > 0,
		request: clients > 0,
	};
	return firstSteps.map((key) => ({ key, place: places[key], done: done[key] }));
}

/** Something due in one file, or of one's own, by when. */
export interface Due {
	readonly duty: string;
	readonly words: string;
	readonly by: Instant;
	readonly dossier: string;
	readonly label: string;
	/** The page of the file on which it is done. */
	readonly place: string;
}

const DIGEST = 12;

/** One digest of what is due, the nearest first; what is the practice's own is told once, apart. */
export const dueOf = (briefs: readonly Listed[], { lang, now }: Reading): readonly Due[] =>
	briefs
		.flatMap(({ id, label, due, waits }) => [
			...due
				.filter(([duty]) => !isOfPractice(duty))
				.map(([duty, by]) => ({ duty, words: dutyById(duty).words[lang], by, dossier: id, label, place: 'board' })),
			...reviewDue(waits?.reviewOn, now).map((by) => ({
				duty: 'waiting',
				words: waitingWords(lang).dueReview,
				by,
				dossier: id,
				label,
				place: 'waiting',
			})),
		])
		.sort((a, b) => a.by - b.by)
		.slice(0, DIGEST);

interface Reading {
	readonly lang: Locale;
	readonly now: Instant;
}

const A_WEEK = 7 * DAY;
/** The middle of a day in UTC falls on the same day from St. John’s to Yukon. */
const NOON = DAY / 2;

/** A wait is looked at again: it shows a week before its day, and until it is done. */
const reviewDue = (on: LocalDate | undefined, now: Instant): readonly Instant[] =>
	on !== undefined && startOf(on) - A_WEEK <= now ? [startOf(on) + NOON] : [];

/** Evidence that is missing in files of clients and that no step will ask for: a duty, and the files that wait. */
export interface Missing {
	readonly duty: string;
	readonly words: string;
	readonly files: readonly { readonly id: string; readonly label: string }[];
}

/** It comes back while care runs, or no act is ever refused for it: if Today does not say it, nothing does. */
const isReminded = (id: string): boolean => {
	const { enforced_at, stages } = dutyById(id);
	return !isOfPractice(id) && (enforced_at.length === 0 || stages.includes('periodic') || stages.includes('on-change'));
};

/** What is missing in the files of clients in care, by duty, the most files first; what is late has its line among what is due. */
export function missingOf(briefs: readonly Listed[], lang: Locale): readonly Missing[] {
	const pairs = briefs
		.filter(({ state }) => state === 'accepted')
		.flatMap(({ id, label, unmet, due }) =>
			unmet
				.filter((duty) => isReminded(duty) && !due.some(([late]) => late === duty))
				.map((duty) => [duty, { id, label }] as const),
		);
	return [...Map.groupBy(pairs, ([duty]) => duty)]
		.map(([duty, all]) => ({
			duty,
			words: dutyById(duty).words[lang].replace(/\.$/, ''),
			files: all.map(([, file]) => file),
		}))
		.sort((a, b) => b.files.length - a.files.length)
		.slice(0, DIGEST);
}

const SOON = 60;

/** The last day of the permit in force, when it is near and no later one follows it. */
export function permitEnding({ practitioner }: Facts, now: Instant): LocalDate | undefined {
	const [today, soon] = [dayOf(now), dayOf(now + SOON * DAY)];
	const { permits, profile } = practitioner.practitioner;
	const last = permits
		.filter((p) => p.territory === profile?.territory && p.from <= soon)
		.map((p) => p.until)
		.sort()
		.at(-1);
	return last !== undefined && last > today && last <= soon ? last : undefined;
}

/** What do I do now? The one thing that comes first. */
export type Now =
	| { readonly is: 'waiting' | 'running'; readonly name: string }
	| { readonly is: 'meeting'; readonly name: string; readonly at: Instant }
	| { readonly is: 'step'; readonly step: FirstStep }
	| { readonly is: 'asks'; readonly name: string; readonly count: number }
	| { readonly is: 'notes' | 'questions'; readonly count: number }
	| { readonly is: 'nothing' };

interface Day {
	/** Who asked for a first meeting and was not answered, the longest wait first. */
	readonly asking: readonly Asking[];
	readonly briefs: readonly Listed[];
	readonly meetings: readonly Meeting[];
	readonly steps: readonly { readonly key: FirstStep; readonly done: boolean }[];
	readonly now: Instant;
}

const SHORTLY = DAY / 24;

/** Somebody has come, and was not let in yet. */
export const isWaiting = ({ room }: Listed): boolean => room?.state === 'waiting' && room.arrived > 0;

/** People before paper: who waits, who comes within the hour, who asked for a first meeting, then what is left to write or to set up. */
export function nowOf({ asking, briefs, meetings, steps, now }: Day): Now {
	const waiting = briefs.find(isWaiting);
	if (waiting) return { is: 'waiting', name: waiting.label };
	const running = briefs.find((b) => b.room?.state === 'started');
	if (running) return { is: 'running', name: running.label };
	const next = meetings.find((m) => m.startsAt > now);
	const meeting = next && ({ is: 'meeting', name: next.label, at: next.startsAt } as const);
	if (meeting && meeting.at - now <= SHORTLY) return meeting;
	const [first, ...others] = asking;
	if (first) return { is: 'asks', name: first.label, count: others.length + 1 };
	const notes = sum(briefs, 'notesDue');
	if (notes > 0) return { is: 'notes', count: notes };
	const questions = sum(briefs, 'questions');
	if (questions > 0) return { is: 'questions', count: questions };
	const step = steps.find((s) => !s.done);
	if (step) return { is: 'step', step: step.key };
	return meeting ?? { is: 'nothing' };
}

const sum = (briefs: readonly Listed[], field: 'notesDue' | 'questions'): number =>
	briefs.reduce((total, b) => total + b[field], 0);
