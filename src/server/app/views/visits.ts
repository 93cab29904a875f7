import type { Facts } from '#server/capabilities/index.ts';
import { accessOf } from '#server/journal/access.ts';
import type { World } from '#server/journal/world.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { type Instant, MINUTE } from '#server/kernel/time.ts';
import type { ReadFile } from './lines.ts';

/** Pages opened one after the other are one visit; after such a pause, another begins. */
const PAUSE = 30 * MINUTE;
/** How far back in the access log a visit is looked for. */
const LINES = 120;

/** When this account was last in this file, before the visit that goes on now; from the access log. */
export async function lastVisit(
	world: World<Facts>,
	{ practice, dossier, account }: Pick<ReadFile, 'practice' | 'dossier'> & { readonly account: string },
): Promise<Instant | undefined> {
	const lines = await accessOf(world, practice, dossier, { limit: LINES });
	// A line that a search showed was seen there, without the file being opened.
	const mine = lines.filter((line) => line.account === account && isVisit(line.what)).map(({ at }) => at);
	return beforeThisVisit(mine, world.now());
}

const isVisit = (what: string): boolean => what.startsWith('read ') && what !== 'read find';

/** Of the instants of one’s readings, newest first: the last one before a pause. */
export function beforeThisVisit(readings: readonly Instant[], now: Instant): Instant | undefined {
	let visit = now;
	for (const at of readings.toSorted((a, b) => b - a)) {
		if (visit - at > PAUSE) return at;
		visit = at;
	}
	return undefined;
}

/** Is it new to this account: written since, by somebody else? */
export const isNewTo = ({ at, by }: Pick<Entry, 'at' | 'by'>, account: string, since: Instant | undefined): boolean =>
	since !== undefined && at > since && by.account !== account;
