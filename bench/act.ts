import type { JournalRef } from '#server/kernel/journal.ts';
import { bareInsert } from './support/bare.ts';
import { tellFile, writeFiles } from './support/files.ts';
import { openHouse } from './support/house.ts';
import { alone, inTurn, median, together } from './support/measure.ts';
import { write } from './support/message.ts';
import { type Bench, ratioAtLeast, ratioAtMost, row } from './support/row.ts';

const CALLERS = 16;

/** What an act costs: `perform` of a message of 1 KB in files that are ready, beside a bare insert of 1 KB. */
export const act: Bench = async (effort) => {
	const house = await openHouse({ connections: CALLERS });
	const { path, world } = house;
	const { insert, end } = await bareInsert(house, CALLERS);
	const told = await tellFile(path);
	const copies = Array.from({ length: CALLERS }, (_, slot) => ({ weeks: 1, slot }));
	const files = (await writeFiles(world, path, told, copies)) as readonly [JournalRef, ...JournalRef[]];
	const thread = world.newId();
	const send = (caller: number) => write(path, files[caller] ?? files[0], { thread });
	const calls = effort.short ? 10 : 150;
	const one = await inTurn(effort.rounds, {
		bare: async () => median(await alone(calls, insert)),
		act: async () => median(await alone(calls, () => send(0))),
	});
	const many = await inTurn(effort.rounds, {
		bare: () => together({ callers: CALLERS, calls: calls * 10 }, insert),
		act: () => together({ callers: CALLERS, calls: calls * 4 }, send),
	});
	await end();
	await house.stop();
	const note =
		'message.send of 1 KB by the practitioner of a file with its way in and one week; bare: BEGIN, INSERT 1 KB, COMMIT';
	return [
		row(
			effort,
			{ name: 'act', value: one.act, reference: one.bare, unit: 'ms', note: `p50, one at a time; ${note}` },
			ratioAtMost(3),
		),
		row(
			effort,
			{
				name: 'act.16',
				value: many.act,
				reference: many.bare,
				unit: '/s',
				note: `16 at once, each in a file of its own; ${note}`,
			},
			ratioAtLeast(0.4),
		),
	];
};
