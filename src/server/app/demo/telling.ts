import type { ActName, Facts } from '#server/capabilities/index.ts';
import type { AccessLine } from '#server/journal/access.ts';
import { type Done, perform } from '#server/journal/perform.ts';
import type { World } from '#server/journal/world.ts';
import type { Actor } from '#server/kernel/act.ts';
import { JOINT, type JournalRef } from '#server/kernel/journal.ts';
import { isRefusal } from '#server/kernel/refusal.ts';
import { type Instant, MINUTE } from '#server/kernel/time.ts';
import { factsOf } from '../facts.ts';
import type { Calendar } from './calendar.ts';
import type { CastKey } from './cast.ts';

/** The system itself, which links what a person proved. */
export const system: Actor = { assurance: 'none', system: true };

/** What every part of the story shares. */
export interface Story {
	readonly world: World<Facts>;
	readonly practice: string;
	readonly calendar: Calendar;
	/** Everyone who has an account, as they act. */
	readonly as: Readonly<Record<CastKey, Actor & { readonly account: string }>>;
	/** The tools of the practice, by what they carry. */
	readonly tools: Readonly<Record<string, string>>;
	/** Who opened what, to be written in the access log once everything is told. */
	readonly readings: AccessLine[];
}

/** One journal of the story, told from its first line to its last, each at its own time. */
export interface Telling {
	readonly story: Story;
	readonly journal: JournalRef;
	readonly now: () => Instant;
	/** Go on to that moment. */
	readonly on: (at: Instant) => void;
	/** Somebody acts. A refusal is a fault of the story, and ends it. */
	readonly does: (by: Actor, act: ActName, input: unknown) => Promise<Done>;
	readonly facts: () => Promise<Facts>;
	/** Somebody opens a page of it; a client reads their own part and the joint one. */
	readonly reads: (by: Actor, view: string, person?: string) => void;
}

/** A minute passes between one thing and the next. */
const PACE = MINUTE;

/** Begin to tell a journal. A story goes forward, and ends before now: anything else is a fault. */
export function tell(story: Story, journal: JournalRef, from: Instant): Telling {
	const { practice, calendar } = story;
	let at = from;
	const world = { ...story.world, now: () => at };
	const on = (to: Instant) => {
		if (to < at || to > calendar.now) throw new Error(`the story cannot go from ${at} to ${to}`);
		at = to;
	};
	return {
		story,
		journal,
		now: () => at,
		on,
		does: async (by, act, input) => {
			const outcome = await perform(world, { id: world.newId(), practice, journal, act, actor: by, input });
			if (isRefusal(outcome)) throw new Error(saying(act, outcome.code, outcome));
			at = Math.min(at + PACE, calendar.now);
			return outcome;
		},
		facts: async () => {
			const found = await factsOf(world, practice, journal, story.as.genevieve.account);
			if (!found) throw new Error('this journal does not exist yet');
			return found.facts;
		},
		reads: ({ account }, view, person) => {
			const subject = { journal: journal.id, ...(person !== undefined && { parts: [JOINT, person] }) };
			story.readings.push({
				at,
				...(account !== undefined && { account }),
				what: `read ${view}`,
				outcome: 'done',
				...(person !== undefined && { reader: person }),
				subject,
			});
		},
	};
}

const saying = (
	act: string,
	code: string,
	{ duties, fields }: { readonly duties: readonly { readonly why: string }[]; readonly fields?: object },
): string =>
	`the story was refused ${act}: ${code} ${duties.map((d) => d.why).join(' ')} ${Object.keys(fields ?? {}).join(' ')}`;
