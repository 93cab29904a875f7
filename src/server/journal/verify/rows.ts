import { sql } from 'kysely';
import type { Entry } from '#server/kernel/entry.ts';
import { hmac } from '#server/platform/hash.ts';
import type { Row } from '../world.ts';
import type { At, Finding } from './finding.ts';
import { type HeadRow, refOf } from './journal.ts';

type Table = Row['table'];

/** The rows that the lines of one journal project, rebuilt in memory and compared with those that are stored. */
export function rowsOf<F>(at: At<F>, head: HeadRow) {
	const { world } = at;
	const rebuilt: Record<Table, Map<string, string>> = { care: new Map(), appointment: new Map(), blind: new Map() };
	const words = new Map<string, readonly string[]>();
	let practitioner: string | null | undefined = null;
	return {
		/** A line, or a destroyed one: what it projected is gone with it, and so may be who opened the file. */
		add: (entry: Entry | undefined) => {
			if (!entry) practitioner ??= undefined;
			if (!entry) return;
			if (entry.kind === 'dossier.opened') practitioner = (entry.data as { practitioner: string }).practitioner;
			if (entry.kind === 'careTeam.handedOver') practitioner = (entry.data as { to: string }).to;
			for (const row of world?.model.project(entry, refOf(head)) ?? []) apply(rebuilt, words, row);
		},
		compare: async (): Promise<Finding | undefined> => {
			const { practice } = at;
			if (practitioner !== undefined && practitioner !== head.practitioner_id)
				return { practice, journal: head.id, code: 'journalChanged' };
			rebuilt.blind = await tokensOf(at, words);
			for (const table of Object.keys(rebuilt) as Table[]) {
				const stored = await storedRows(at, table, head.id);
				at.read.rows += stored.length;
				const same =
					stored.length === rebuilt[table].size && stored.every(({ key, value }) => rebuilt[table].get(key) === value);
				if (!same) return { practice, journal: head.id, code: 'rowChanged', table };
			}
			return undefined;
		},
	};
}

function apply(rebuilt: Record<Table, Map<string, string>>, words: Map<string, readonly string[]>, row: Row): void {
	switch (row.table) {
		case 'care': {
			const key = `${row.key.account_id}|${row.key.role}`;
			if (row.gone) rebuilt.care.delete(key);
			else rebuilt.care.set(key, '');
			return;
		}
		case 'appointment': {
			const { practitioner_id, starts_at, ends_at, state } = row.values;
			rebuilt.appointment.set(row.key.id, [practitioner_id, starts_at, ends_at, state].join('|'));
			return;
		}
		case 'blind':
			words.set(`${row.key.person_id}|${row.key.field}`, row.words);
			return;
	}
}

/** Blind indexes as the practice's own key makes them; none where there is no such key yet. */
async function tokensOf<F>(
	{ tx, practice, world }: At<F>,
	words: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, string>> {
	const { rows } = await sql<{
		id: string;
	}>`select id from key_ledger where practice_id = ${practice} and journal_id = ${practice}
		and part = 'blind' order by created_at desc limit 1`.execute(tx);
	// A key that does not open is named by itself; without it, no row compares.
	const key = rows[0] && (await world?.keyring.byId(tx, practice, rows[0].id).catch(() => undefined));
	const all = [...words].flatMap(([field, list]) =>
		key ? list.map((word) => [`${field}|${hmac(key, word).toString('hex')}`, ''] as const) : [],
	);
	return new Map(all);
}

const selects: Readonly<Record<Table, ReturnType<typeof sql.raw>>> = {
	care: sql.raw("select account_id || '|' || role as key, '' as value from care"),
	appointment: sql.raw(
		"select id::text as key, practitioner_id || '|' || starts_at || '|' || ends_at || '|' || state as value from appointment",
	),
	blind: sql.raw("select person_id || '|' || field || '|' || encode(token, 'hex') as key, '' as value from blind"),
};

async function storedRows<F>({ tx, practice }: At<F>, table: Table, journal: string) {
	const query = sql<{
		key: string;
		value: string;
	}>`${selects[table]} where practice_id = ${practice} and journal_id = ${journal}`;
	return (await query.execute(tx)).rows;
}
