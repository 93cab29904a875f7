import type { RecoveryFacts } from '#server/capabilities/recovery/facts.ts';
import { type House, lastGood, lastRun } from '#server/journal/backup/house.ts';
import { DAY, type Instant } from '#server/kernel/time.ts';
import { type BackupsTrouble, backupWords } from '#words/backups.ts';
import type { Locale } from '#words/i18n.ts';
import type { OwnTask } from './own-tasks.ts';

/** Two nights without one: somebody looks. */
const SILENT = 2 * DAY;
const YEAR = 365 * DAY;

/** How backups stand: the last one that was read back, what is wrong, the recovery sheet. */
export interface BackupsView {
	readonly place: string;
	readonly last?: {
		readonly at: Instant;
		readonly hours: number;
		readonly bytes: number;
		readonly place: string;
		readonly triedAt?: Instant;
	};
	/** When the keys were last copied. */
	readonly keysAt?: Instant;
	readonly sheet?: { readonly id: string; readonly at: Instant };
	readonly troubles: readonly BackupsTrouble[];
}

interface Asked {
	readonly recovery: RecoveryFacts;
	readonly now: Instant;
}

/** What a person of the practice reads about its backups. */
export async function backupsOf(house: House, { recovery, now }: Asked): Promise<BackupsView> {
	const [last, latest, keys] = await Promise.all([
		lastGood(house.pool, 'content'),
		lastRun(house.pool, 'content'),
		lastGood(house.pool, 'keys'),
	]);
	const { rows } = await house.pool.query<{ since: Instant | null }>(
		'select min(opened_at) as since from practice where not demo',
	);
	const since = last?.at ?? rows[0]?.since ?? now;
	const { sheet } = recovery;
	const isOld = sheet !== undefined && now - sheet.evidence.at > YEAR;
	return {
		place: house.store.place,
		...(last && {
			last: {
				at: last.at,
				hours: Math.max(0, Math.floor((now - last.at) / (DAY / 24))),
				bytes: last.bytes ?? 0,
				place: last.place,
				...(last.tried_at !== null && { triedAt: last.tried_at }),
			},
		}),
		...(keys && { keysAt: keys.at }),
		...(sheet && { sheet: { id: sheet.id, at: sheet.evidence.at } }),
		troubles: [
			...(latest?.failed ? (['failed'] as const) : []),
			...(now - since > SILENT ? (['silent'] as const) : []),
			...(last && !sheet ? (['noSheet'] as const) : []),
			...(isOld ? (['oldSheet'] as const) : []),
		],
	};
}

/** What an owner does about them, on their first page. */
export async function backupTasks(house: House, asked: Asked & { readonly lang: Locale }): Promise<readonly OwnTask[]> {
	const words = backupWords(asked.lang);
	const { troubles } = await backupsOf(house, asked);
	return troubles.map((trouble) => ({
		duty: `backup.${trouble}`,
		why: words.troubleWhy(trouble),
		label: words.troubleTask(trouble),
		href: `/${asked.lang}/office/practice/backups`,
	}));
}
