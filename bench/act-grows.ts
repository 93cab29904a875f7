import type { JournalRef } from '#server/kernel/journal.ts';
import { longFile, messageLine, withFill } from './support/fill.ts';
import { openHouse } from './support/house.ts';
import { alone, inTurn, median } from './support/measure.ts';
import { write } from './support/message.ts';
import { type Bench, ratioAtMost, row } from './support/row.ts';

/** The same act in files of 10, 1,000 and 100,000 lines: a file that grows old costs no more. */
export const actGrows: Bench = async (effort) => {
	const house = await openHouse({ model: withFill });
	const { path, world } = house;
	const sizes = effort.short ? [10, 100] : [10, 1000, 100_000];
	const thread = world.newId();
	const files = new Map<number, JournalRef>();
	for (const size of sizes) files.set(size, await longFile(path, size, () => messageLine(thread)));
	const send = (size: number) => async () => {
		const file = files.get(size);
		return file
			? median(await alone(effort.short ? 10 : 100, () => write(path, file, { thread, purpose: 'appointment' })))
			: Number.NaN;
	};
	const times: Record<string, number> = await inTurn(
		effort.rounds,
		Object.fromEntries(sizes.map((size) => [size, send(size)])),
	);
	await house.stop();
	const reference = times[10] ?? Number.NaN;
	return sizes.slice(1).map((size) => {
		const note =
			'p50 of message.send of 1 KB; reference: the same in a file of 10 lines. The files grew by perform, 500 lines an act';
		return row(
			effort,
			{ name: `act-grows.${size}`, value: times[size] ?? Number.NaN, reference, unit: 'ms', note },
			ratioAtMost(1.15),
		);
	});
};
