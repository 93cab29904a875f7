import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import { openBriefs, type StoredBrief } from '#server/journal/brief.ts';
import type { World } from '#server/journal/world.ts';
import { inPractice } from '#server/platform/database.ts';
import type { Brief } from './brief.ts';

/** A dossier in a list: its id and its brief, opened. */
export interface Listed extends Brief {
	readonly id: string;
}

/** The dossiers an account cares for (or is a person of), from their briefs alone; sorted by label, as French sorts. */
export async function listDossiers(
	world: World<Facts>,
	practice: string,
	account: string,
	role: 'practitioner' | 'supervisor' | 'person' = 'practitioner',
): Promise<readonly Listed[]> {
	return inPractice(world.db, practice, async (tx) => {
		const { rows } = await sql<StoredBrief>`select b.journal_id, b.seq, b.key_id, b.sealed
			from care c join brief b on b.practice_id = c.practice_id and b.journal_id = c.journal_id
			where c.practice_id = ${practice} and c.account_id = ${account} and c.role = ${role}`.execute(tx);
		const opened = await openBriefs<Brief, StoredBrief, Facts>(world, tx, practice, rows);
		const listed = opened.map(({ row, brief }): Listed => ({ id: row.journal_id, ...brief }));
		return listed.sort((a, b) => french.compare(a.label, b.label));
	});
}

const french = new Intl.Collator('fr-CA', { sensitivity: 'base', numeric: true });
