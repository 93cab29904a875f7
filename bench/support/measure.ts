/** The value below which a part of all lie: 0.5 is the median. */
export const quantile = (list: readonly number[], part: number): number =>
	list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))] ?? Number.NaN;

/** The median. */
export const median = (list: readonly number[]): number => quantile(list, 0.5);

/** How long one piece of work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

/** The times of so many calls, one after the other, in milliseconds. */
export async function alone(times: number, work: (turn: number) => unknown): Promise<readonly number[]> {
	const found: number[] = [];
	for (let turn = 0; turn < times; turn++) found.push(await timed(() => work(turn)));
	return found;
}

/** How many calls a second so many callers make together. */
export async function together(
	{ callers, calls }: { readonly callers: number; readonly calls: number },
	work: (caller: number) => unknown,
): Promise<number> {
	const each = Math.ceil(calls / callers);
	const took = await timed(() =>
		Promise.all(Array.from({ length: callers }, (_, caller) => alone(each, () => work(caller)))),
	);
	return (each * callers * 1000) / took;
}

/** Measure several things in turn, A B A B…, and answer the median of each; the first turn only warms. */
export async function inTurn<K extends string>(
	rounds: number,
	works: Readonly<Record<K, () => Promise<number>>>,
): Promise<Readonly<Record<K, number>>> {
	const names = Object.keys(works) as K[];
	const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
	for (let round = -1; round < rounds; round++) {
		for (const name of names) {
			const value = await works[name]();
			if (round >= 0) found[name].push(value);
		}
	}
	return Object.fromEntries(names.map((name) => [name, median(found[name])])) as Record<K, number>;
}
