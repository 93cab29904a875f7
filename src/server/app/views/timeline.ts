import type { Facts } from '#server/capabilities/index.ts';
import { readEntries } from '#server/journal/read.ts';
import type { World } from '#server/journal/world.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { JOINT, type PartId } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { dateText } from '#words/dates.ts';
import type { Locale } from '#words/i18n.ts';
import { lineWords, type ToldLine, timelineWords } from '#words/timeline.ts';
import { homeZone } from './home-zone.ts';
import { aboutOf } from './timeline-about.ts';
import { daysOf } from './timeline-days.ts';

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
}

/** The fields of a line in which somebody's words stand. */
const bodies = [
	'text',
	'body',
	'note',
	'reason',
	'reasons',
	'basis',
	'words',
	'agreed',
	'analysis',
	'summary',
	'outcome',
	'learned',
	'label',
	'consequence',
	'statement',
] as const;

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

interface Asked {
	readonly practice: string;
	readonly dossier: string;
	readonly parts: readonly PartId[];
	readonly before?: number;
	readonly lang: Locale;
}

const PAGE = 200;

/** The last two hundred lines within reach, newest first and day by day, and where the page before them begins. */
export async function timeline(world: World<Facts>, facts: Facts, { practice, dossier, parts, before, lang }: Asked) {
	const { entries, before: earlier } = await readEntries(
		world,
		practice,
		{ kind: 'dossier', id: dossier },
		{ parts, limit: PAGE, ...(before !== undefined && { before }) },
	);
	const zone = homeZone(facts);
	const lines = entries.toReversed().map((entry) => tellLine(entry, facts, lang, zone));
	return { days: daysOf(lines, (at) => dateText(lang, at, zone)), zone, before: earlier };
}
