import { DAY, type Instant } from '#server/kernel/time.ts';

/** How many days, weeks and months have a backup of their own. */
export interface Keeping {
	readonly days: number;
	readonly weeks: number;
	readonly months: number;
}

const PATTERN = /^balise-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/;

/** The name of a backup begun at that instant. */
export const backupName = (at: Instant): string =>
	`balise-${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}.backup`;

/** When a backup of that name was begun; nothing when it is not one. */
export function begunAt(name: string): Instant | undefined {
	const found = PATTERN.exec(name);
	if (!found) return undefined;
	const [year = 0, month = 1, day, hour, minute, second] = found.slice(1).map(Number);
	return Date.UTC(year, month - 1, day, hour, minute, second);
}

const MONDAY = 4 * DAY; // 1970-01-05
const periods = {
	days: (at: Instant) => Math.floor(at / DAY),
	weeks: (at: Instant) => Math.floor((at - MONDAY) / (7 * DAY)),
	months: (at: Instant) => new Date(at).toISOString().slice(0, 7),
} as const;

/** Which backups are no longer kept: neither the newest of one of the last days, weeks or months that have one. */
export function outdated(names: readonly string[], keeping: Keeping): readonly string[] {
	const newestFirst = names.filter((name) => begunAt(name) !== undefined).sort((a, b) => (a < b ? 1 : -1));
	const kept = new Set(newestFirst.slice(0, 1));
	for (const period of ['days', 'weeks', 'months'] as const) {
		const newest = new Map<string | number, string>();
		for (const name of newestFirst) {
			const key = periods[period](begunAt(name) ?? 0);
			if (!newest.has(key)) newest.set(key, name);
		}
		for (const name of [...newest.values()].slice(0, keeping[period])) kept.add(name);
	}
	return newestFirst.filter((name) => !kept.has(name));
}
