import type { Facts } from '#server/capabilities/index.ts';
import { readEntries } from '#server/journal/read.ts';
import type { World } from '#server/journal/world.ts';
import type { Instant } from '#server/kernel/time.ts';
import type { Locale } from '#words/i18n.ts';
import { homeZone } from './home-zone.ts';
import type { ReadFile } from './lines.ts';
import { type TimelineLine, tellLine } from './timeline.ts';
import { isNewTo, lastVisit } from './visits.ts';

/** What others wrote in a file since one was last in it. */
export interface News {
	readonly since: Instant;
	readonly count: number;
	/** There may be more than was counted. */
	readonly more: boolean;
	/** The latest of them, in a few words each; alike ones are told once. */
	readonly lines: readonly (Pick<TimelineLine, 'seq' | 'what' | 'by'> & { readonly times: number })[];
}

const LOOKED = 60;
const SHOWN = 5;

/** What changed since the last visit; nothing where this is the first. */
export async function newsOf(
	world: World<Facts>,
	facts: Facts,
	{ practice, dossier, parts, account, lang }: ReadFile & { readonly account: string; readonly lang: Locale },
): Promise<News | undefined> {
	const since = await lastVisit(world, { practice, dossier, account });
	if (since === undefined) return undefined;
	const page = { parts, limit: LOOKED };
	const { entries, before } = await readEntries(world, practice, { kind: 'dossier', id: dossier }, page);
	const fresh = entries.filter((entry) => isNewTo(entry, account, since)).toReversed();
	const told = fresh.map((entry) => tellLine(entry, facts, lang, homeZone(facts)));
	const alike = [...Map.groupBy(told, ({ what, by }) => `${what}|${by}`).values()].slice(0, SHOWN);
	return {
		since,
		count: fresh.length,
		more: before !== undefined && entries.every(({ at }) => at > since),
		lines: alike.flatMap(([line, ...more]) =>
			line ? [{ seq: line.seq, what: line.what, by: line.by, times: 1 + more.length }] : [],
		),
	};
}
