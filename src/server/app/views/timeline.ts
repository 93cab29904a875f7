import type { Facts } from '#server/capabilities/index.ts';
import { readEntries } from '#server/journal/read.ts';
import type { World } from '#server/journal/world.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { JOINT } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { dateText } from '#words/dates.ts';
import type { Locale } from '#words/i18n.ts';
import { lineWords, type ToldLine, timelineWords } from '#words/timeline.ts';
import { bodies, type Family, familyOf } from '../find/words.ts';
import { homeZone } from './home-zone.ts';
import { type ReadFile, seqAt, walkBack } from './lines.ts';
import { instantsOf, type Period } from './period.ts';
import { aboutOf } from './timeline-about.ts';
import { daysOf } from './timeline-days.ts';
import { isNewTo, lastVisit } from './visits.ts';

/** One line of the timeline, in a person's language. */
export interface TimelineLine {
	readonly seq: number;
	readonly at: Instant;
	readonly what: string;
	/** Of several alike, which one: the document, the means, the question. */
	readonly about?: string;
	/** What was written, where a line carries words. */
	readonly body?: string;
	readonly by: string;
	/** Whose own part it stands in; absent for the joint part. */
	readonly whose?: string;
	/** Somebody added their own version of it: which one. */
	readonly version?: string;
	/** Written by somebody else since whoever looks was last here. */
	readonly isNew?: boolean;
}

const bodyOf = ({ data }: Entry): string | undefined => {
	const fields = data as Readonly<Record<string, unknown>>;
	return bodies.map((name) => fields[name]).find((value): value is string => typeof value === 'string' && value !== '');
};

/** The version that somebody added beside a line, the latest where there are several. */
const versionOf = ({ dossier }: Facts, { seq }: Entry): string | undefined =>
	Object.keys(dossier.joint.dossier.persons)
		.flatMap((person) => Object.entries(dossier.of(person).record.corrections))
		.findLast(([, { line }]) => line === seq)?.[0];

/** A line, told: what happened, by whom, in whose part. */
export function tellLine(entry: Entry, facts: Facts, lang: Locale, zone: string): TimelineLine {
	const { persons } = facts.dossier.joint.dossier;
	const { account, person, as } = entry.by;
	const words = timelineWords(lang);
	const name = (person && persons[person]?.name) ?? (account && facts.practice.practice.members[account]?.name);
	const body = bodyOf(entry);
	const about = aboutOf(entry, lang, zone);
	const version = versionOf(facts, entry);
	const whose = entry.part === JOINT ? undefined : persons[entry.part]?.name;
	return {
		seq: entry.seq,
		at: entry.at,
		what: lineWords(lang)[entry.kind as ToldLine] ?? entry.kind,
		by: name ?? words.role(as),
		...(about !== undefined && { about }),
		...(body !== undefined && { body }),
		...(whose !== undefined && { whose }),
		...(version !== undefined && { version }),
	};
}

/** A part of the lines only: of one kind, of some days. */
export interface Narrowed extends Period {
	readonly kind?: Family;
}

interface Asked extends ReadFile, Narrowed {
	readonly before?: number;
	readonly lang: Locale;
	/** Who looks: what others wrote since they were last in the file is marked. */
	readonly account: string;
}

const PAGE = 200;
/** Lines are sealed, their kind too: so many are opened at most to find those that are wanted. */
const MOST = 5000;

interface Found {
	readonly entries: readonly Entry[];
	readonly before: number | undefined;
}

/** The lines that are wanted, oldest first, and where the page before them begins. */
async function narrowed(world: World<Facts>, zone: string, asked: Asked): Promise<Found> {
	const { kind, before, ...file } = asked;
	const { from = 0, until } = instantsOf(asked, zone);
	const end = until === undefined ? undefined : await seqAt(world, file, until);
	const start = Math.min(before ?? Number.MAX_SAFE_INTEGER, end ?? Number.MAX_SAFE_INTEGER);
	const isWanted = (entry: Entry) => entry.at >= from && (kind === undefined || familyOf(entry.kind) === kind);
	const walked = await walkBack(world, {
		...file,
		before: start,
		most: MOST,
		enough: (entries) => (entries[0]?.at ?? from) < from || entries.filter(isWanted).length >= PAGE,
	});
	const isOver = (walked.entries[0]?.at ?? from) < from;
	return { entries: walked.entries.filter(isWanted), before: isOver ? undefined : walked.before };
}

/** The last lines within reach, newest first and day by day, and where the page before them begins. */
export async function timeline(world: World<Facts>, facts: Facts, asked: Asked) {
	const { practice, dossier, parts, before, lang, account } = asked;
	const zone = homeZone(facts);
	const isNarrow = [asked.kind, asked.from, asked.until].some((one) => one !== undefined);
	const page = { parts, limit: PAGE, ...(before !== undefined && { before }) };
	const [found, since] = await Promise.all([
		isNarrow ? narrowed(world, zone, asked) : readEntries(world, practice, { kind: 'dossier', id: dossier }, page),
		lastVisit(world, { practice, dossier, account }),
	]);
	const lines = found.entries.toReversed().map((entry) => ({
		...tellLine(entry, facts, lang, zone),
		...(isNewTo(entry, account, since) && { isNew: true }),
	}));
	return { days: daysOf(lines, (at) => dateText(lang, at, zone)), zone, before: found.before };
}
