import { randomUUID } from 'node:crypto';
import type { Facts } from '#server/capabilities/index.ts';
import type { Model } from '#server/journal/world.ts';
import type { JournalRef } from '#server/kernel/journal.ts';
import { type Path, request } from '../tests/support/path.ts';
import { openHouse } from './support/house.ts';
import { alone, inTurn, median } from './support/measure.ts';
import { oneKilobyte, write } from './support/message.ts';
import { type Bench, ratioAtMost, row } from './support/row.ts';

const AT_ONCE = 500;

/** The product's model, and one act more, for the bench alone: many messages at once, to make a long file. */
function withFill(model: Model<Facts>): Model<Facts> {
	const known = model.acts['message.send'];
	if (!known) throw new Error('no message.send');
	const decide = (_: unknown, { lines, thread }: { readonly lines: number; readonly thread: string }) =>
		Array.from({ length: lines }, () => ({
			kind: 'message.sent',
			data: { thread, purpose: 'appointment', channel: 'portal', id: randomUUID(), body: oneKilobyte.slice(0, 200) },
		}));
	const input = { safeParse: (data: unknown) => ({ success: true, data }) };
	const fill = { ...known.act, name: 'bench.fill', input, focus: undefined, gates: () => [], decide };
	return { ...model, acts: { ...model.acts, 'bench.fill': { ...known, act: fill as never } } };
}

async function fileOf(path: Path, lines: number, thread: string): Promise<JournalRef> {
	const { dossier } = await request(path);
	const { entries } = await path.does(path.practitioner.actor, dossier, 'bench.fill', { lines: 1, thread });
	for (let left = lines - (entries[0]?.seq ?? 0); left > 0; left -= AT_ONCE)
		await path.does(path.practitioner.actor, dossier, 'bench.fill', { lines: Math.min(AT_ONCE, left), thread });
	return dossier;
}

/** The same act in files of 10, 1,000 and 100,000 lines: a file that grows old costs no more. */
export const actGrows: Bench = async (effort) => {
	const house = await openHouse({ model: withFill });
	const { path, world } = house;
	const sizes = effort.short ? [10, 100] : [10, 1000, 100_000];
	const thread = world.newId();
	const files = new Map<number, JournalRef>();
	for (const size of sizes) files.set(size, await fileOf(path, size, thread));
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
