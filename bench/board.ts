import { listDossiers } from '#server/app/lists.ts';
import { practitionerBoard } from '#server/app/views/board.ts';
import { rejudge } from '#server/journal/brief.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { tellFile, writeFiles } from './support/files.ts';
import { type House, openHouse } from './support/house.ts';
import { alone, inTurn, median, timed } from './support/measure.ts';
import { write } from './support/message.ts';
import { atMost, type Bench, type Row, row } from './support/row.ts';

/** The board of a caseload of 10,000 files: from their briefs with nothing in memory, and after one act more. */
export const board: Bench = async (effort) => {
	const many = effort.short ? 60 : 10_000;
	const house = await openHouse();
	const { path, world } = house;
	const told = await tellFile(path);
	const copies = Array.from({ length: many }, (_, slot) => ({ weeks: 1, slot, requestOnly: slot % 5 === 4 }));
	const files = await writeFiles(world, path, told, copies);
	const bytes = await factsSize(
		house,
		files.filter((_, n) => n % Math.ceil(many / 200) === 0),
	);
	const { account } = path.practitioner;
	const own = await path.factsOf(path.practice);
	const open = async () => {
		const briefs = await listDossiers(world, path.practice.id, account);
		if (briefs.length < many) throw new Error(`only ${briefs.length} briefs`);
		practitionerBoard(own, briefs, { lang: 'fr', now: world.now() });
	};
	const file = files[0] as JournalRef;
	const thread = world.newId();
	await write(path, file, { thread });
	const found = await inTurn(effort.rounds, {
		cold: () => {
			world.keyring.forget();
			world.cache.clear();
			return timed(open);
		},
		again: async () => {
			await write(path, file, { thread });
			return timed(open);
		},
		one: async () => median(await alone(20, () => rejudge(world, path.practice.id, file))),
	});
	const note = `${many} files, a fifth of them requests, written with the journal’s own functions; facts of a file: median ${bytes} bytes`;
	const rows = [
		row(
			effort,
			{ name: 'board', value: found.cold, unit: 'ms', note: `cold: no key, no facts in memory; ${note}` },
			atMost(1500),
		),
		row(
			effort,
			{
				name: 'board.act',
				value: found.one,
				unit: 'ms',
				note: 'what one act adds: the brief of its file judged on every duty, sealed and committed by itself (within an act it shares the act’s commit)',
			},
			atMost(5),
		),
		row(effort, {
			name: 'board.again',
			value: found.again,
			unit: 'ms',
			note: 'the whole board opened again after one act: every brief is read and opened anew',
		}),
		...(effort.rejudge ? [await everything(house, files, effort.short)] : []),
	];
	await house.stop();
	return rows;
};

async function factsSize({ world, path }: House, files: readonly JournalRef[]): Promise<number> {
	const sizes: number[] = [];
	for (const file of files) {
		await path.factsOf(file);
		const { joint, own } = world.cache.get(file.id) ?? {};
		sizes.push(Buffer.byteLength(JSON.stringify([joint, own])));
	}
	return median(sizes);
}

/** Every brief made again from the facts: after a release that judges otherwise. */
async function everything({ world, path }: House, files: readonly JournalRef[], short: boolean): Promise<Row> {
	world.keyring.forget();
	world.cache.clear();
	const took = await timed(async () => {
		for (const file of files) await rejudge(world, path.practice.id, file);
	});
	return row(
		{ short },
		{
			name: 'board.rejudge',
			value: took / 1000,
			unit: 's',
			note: `${files.length} files, one after the other, from their snapshots, nothing in memory`,
		},
	);
}
