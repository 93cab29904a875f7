import { sql } from 'kysely';
import { keyOf, type Whom } from '#server/capabilities/incidents/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { AccessLine } from '#server/journal/access.ts';
import { accessBetween } from '#server/journal/access-search.ts';
import { openBriefs, type StoredBrief } from '#server/journal/brief.ts';
import type { World } from '#server/journal/world.ts';
import type { Dossier } from '#server/kernel/dossier.ts';
import { JOINT } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import type { Brief } from '../brief.ts';
import { factsOf } from '../facts.ts';

/** Who opened, from when to when, in which file; no account: anyone. */
export interface Asked {
	readonly accounts: readonly string[];
	readonly from: Instant;
	readonly until: Instant;
	readonly file?: string;
}

/** Somebody whose information was opened: in which file, and how many times. */
export interface Found extends Whom {
	readonly name: string;
	readonly file: string;
	readonly openings: number;
}

/** Without an account or a file to look at, what people open of their own is nobody else's affair. */
const isWanted =
	({ accounts, file }: Asked) =>
	({ what, outcome, account, reader, subject }: AccessLine): boolean => {
		if (!what.startsWith('read ') || outcome !== 'done' || subject === undefined || account === undefined) return false;
		if (file !== undefined && subject.journal !== file) return false;
		return accounts.length > 0 ? accounts.includes(account) : file !== undefined || reader === undefined;
	};

/** Whose information a line shows: that person's, those parts', or everyone's in the file. */
function shownBy({ subject }: AccessLine, dossier: Dossier): readonly string[] {
	const all = Object.keys(dossier.persons);
	if (subject?.person !== undefined) return [subject.person];
	return subject?.parts === undefined || subject.parts.includes(JOINT)
		? all
		: all.filter((p) => subject.parts?.includes(p));
}

function foundIn(id: string, lines: readonly AccessLine[], { joint }: Facts['dossier']): readonly Found[] {
	const { dossier } = joint;
	const shown = lines.map((line) => shownBy(line, dossier));
	return Object.values(dossier.persons).flatMap((p) => {
		const openings = shown.filter((persons) => persons.includes(p.id)).length;
		return openings > 0 ? [{ dossier: id, person: p.id, name: p.name, file: dossier.label, openings }] : [];
	});
}

/** Everyone whose information was opened so, as the access log says it. */
export async function searchLog(world: World<Facts>, practice: string, asked: Asked): Promise<readonly Found[]> {
	const { from, until } = asked;
	const lines = await accessBetween(world, practice, { from, until, wanted: isWanted(asked) });
	const found: Found[] = [];
	for (const [id, own] of Map.groupBy(lines, (l) => l.subject?.journal ?? '')) {
		const file = await factsOf(world, practice, { kind: 'dossier', id });
		if (file) found.push(...foundIn(id, own, file.facts.dossier));
	}
	return found.sort((a, b) => a.file.localeCompare(b.file, 'fr-CA') || keyOf(a).localeCompare(keyOf(b)));
}

/** Everyone in one file, to be added by hand. */
export async function peopleOfFile(world: World<Facts>, practice: string, id: string): Promise<readonly Found[]> {
	const file = await factsOf(world, practice, { kind: 'dossier', id });
	const { persons, label } = file?.facts.dossier.joint.dossier ?? { persons: {}, label: '' };
	return Object.values(persons).map((p) => ({ dossier: id, person: p.id, name: p.name, file: label, openings: 0 }));
}

const MOST = 5000;

/** The files of the practice by name, to choose one from. */
export const filesOf = (world: World<Facts>, practice: string) =>
	inPractice(world.db, practice, async (tx) => {
		const { rows } = await sql<StoredBrief>`select journal_id, seq, key_id, sealed from brief
			where practice_id = ${practice} limit ${MOST}`.execute(tx);
		const opened = await openBriefs<Brief, StoredBrief, Facts>(world, tx, practice, rows);
		const files = opened.map(({ row, brief }) => ({ id: row.journal_id, label: brief.label }));
		return files.sort((a, b) => a.label.localeCompare(b.label, 'fr-CA'));
	});
