import { sql } from 'kysely';
import type { OpenPortal } from '#server/app/views/portal.ts';
import { historyOf } from '#server/app/views/portal-file.ts';
import { readEntries, readFacts } from '#server/journal/read.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { inPractice } from '#server/platform/database.ts';
import { tellFile, writeFiles } from './support/files.ts';
import { longFile, messageLine, withFill } from './support/fill.ts';
import { openHouse } from './support/house.ts';
import { alone, inTurn, median } from './support/measure.ts';
import { type Bench, overAtMost, row } from './support/row.ts';

/** The last lines of a year’s file, opened and verified, and as the client’s own history tells them; beside their rows alone. */
export const timeline: Bench = async (effort) => {
	const house = await openHouse({ model: withFill });
	const { path, world } = house;
	const told = await tellFile(path);
	const [file] = await writeFiles(world, path, told, [{ weeks: 52, slot: 0 }]);
	if (!file) throw new Error('no file');
	const practice = path.practice.id;
	const facts = await path.factsOf(file);
	const [who] = Object.values(facts.dossier.joint.dossier.persons);
	if (!who) throw new Error('no person');
	const parts = [JOINT, who.id];
	const rows = (limit: number) =>
		inPractice(world.db, practice, (tx) =>
			sql`select seq, part, key_id, at, attempt, sealed, hash from entry
				where practice_id = ${practice} and journal_id = ${file.id} order by seq desc limit ${limit}`.execute(tx),
		);
	const read = async (limit: number) => {
		await readFacts(world, practice, file);
		const { entries } = await readEntries(world, practice, file, { parts, limit });
		if (entries.length < limit) throw new Error(`only ${entries.length} lines`);
	};
	const portal = {
		world,
		practice,
		id: file.id,
		who,
		facts,
		session: { account: who.account },
		parts: ['joint', who.id],
	} as unknown as OpenPortal;
	const p50 = (work: () => unknown) => async () => median(await alone(effort.short ? 3 : 50, work));
	const found = await inTurn(effort.rounds, {
		rows200: p50(() => rows(200)),
		read200: p50(() => read(200)),
		rows300: p50(() => rows(300)),
		told300: p50(() => historyOf(portal)),
	});
	const long = effort.short ? 300 : 100_000;
	const lengthy = await longFile(path, long, () => messageLine(world.newId()));
	const own = Object.keys((await path.factsOf(lengthy)).dossier.joint.dossier.persons);
	const rowsBefore = (before: number) => () =>
		inPractice(world.db, practice, (tx) =>
			sql`select seq, part, key_id, at, attempt, sealed, hash from entry
				where practice_id = ${practice} and journal_id = ${lengthy.id} and seq < ${before} order by seq desc limit 200`.execute(
				tx,
			),
		);
	const readBefore = (before: number) => async () => {
		await readFacts(world, practice, lengthy);
		await readEntries(world, practice, lengthy, { parts: [JOINT, ...own], limit: 200, before });
	};
	const grown = await inTurn(effort.rounds, {
		rowsLast: p50(rowsBefore(long + 1)),
		readLast: p50(readBefore(long + 1)),
		rowsMiddle: p50(rowsBefore(long / 2)),
		readMiddle: p50(readBefore(long / 2)),
	});
	await house.stop();
	const given = { unit: 'ms' } as const;
	return [
		row(
			effort,
			{
				...given,
				name: 'timeline',
				value: found.read200,
				reference: found.rows200,
				note: 'p50; facts, then the last 200 lines, each linked to the one before it and opened; reference: SELECT of the same rows',
			},
			overAtMost(12),
		),
		row(
			effort,
			{
				...given,
				name: 'timeline.told',
				value: found.told300,
				reference: found.rows300,
				note: 'p50; the last 300 lines as the client’s own history presents them; reference: SELECT of the same rows',
			},
			overAtMost(12),
		),
		row(
			effort,
			{
				...given,
				name: 'timeline.long',
				value: grown.readLast,
				reference: grown.rowsLast,
				note: `p50; the same last 200 lines in a file of ${long}; reference: SELECT of the same rows`,
			},
			overAtMost(12),
		),
		row(
			effort,
			{
				...given,
				name: 'timeline.middle',
				value: grown.readMiddle,
				reference: grown.rowsMiddle,
				note: `p50; 200 lines in the middle of a file of ${long}; reference: SELECT of the same rows`,
			},
			overAtMost(12),
		),
	];
};
