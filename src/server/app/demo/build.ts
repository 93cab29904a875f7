import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import { noteAccess } from '#server/journal/access.ts';
import { checkpoint } from '#server/journal/checkpoint.ts';
import type { World } from '#server/journal/world.ts';
import { DAY } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import { verifyPractice } from '../integrity.ts';
import { rejudge } from '../rejudge.ts';
import { calendarAt } from './calendar.ts';
import { openPractice } from './practice.ts';
import { tellAdult } from './story/adult.ts';
import { tellAnonymous } from './story/anonymous.ts';
import { tellCouple } from './story/couple.ts';
import { tellFamily } from './story/family.ts';
import { tellRepresented } from './story/represented.ts';
import { tellToday } from './story/today.ts';
import { tellTraveller } from './story/traveller.ts';
import type { Story } from './telling.ts';

/** The files of the story, in the order in which they are told. */
const files = [tellAdult, tellCouple, tellFamily, tellRepresented, tellTraveller, tellAnonymous, tellToday] as const;

/** Tell the whole story, up to now, in a practice of its own; answers that practice. Its first root is kept with the others. */
export async function tellAll(world: World<Facts>, slug: string, dataDir: string): Promise<string> {
	// Nobody watches while it is told: no event is sent for lines that are months old.
	const quiet: World<Facts> = { ...world, announce: () => undefined };
	const story = await openPractice(quiet, calendarAt(world.now()), slug);
	for (const tellFile of files) await tellFile(story);
	await writeReadings(story);
	await forgetOldMail(story);
	await verifyPractice(quiet, story.practice);
	await rejudge(world, story.practice);
	await checkpoint(world, story.practice, dataDir);
	return story.practice;
}

/** Who opened what, in the order of time. */
async function writeReadings({ world, practice, readings }: Story): Promise<void> {
	for (const line of readings.toSorted((a, b) => a.at - b.at))
		await noteAccess({ ...world, now: () => line.at }, practice, line);
}

/** What nobody would send any more: letters of the last week alone still wait. */
const forgetOldMail = ({ world, practice, calendar }: Story): Promise<unknown> =>
	inPractice(world.db, practice, (tx) =>
		sql`delete from outbox where practice_id = ${practice} and created_at < ${calendar.now - 7 * DAY}`.execute(tx),
	);
