import type { Engine } from './engine.ts';

const engineKey = Symbol.for('balise.engine');
const stopKey = Symbol.for('balise.stop');
type Stop = () => Promise<void>;
type House = { [engineKey]?: Engine; [stopKey]?: Stop[] };
// The server (plain modules) and the app (a bundle) hold two copies of this file: the process itself is what they share.
const house = globalThis as House;

/** The server tells the app which database it started. */
export const handOver = (engine: Engine): void => {
	house[engineKey] = engine;
};

/** The database the server started before the app; `undefined` where there is no such server (tests, development). */
export const runningEngine = (): Engine | undefined => house[engineKey];

/** The app says what must end before the database does. */
export const onStop = (stop: Stop): void => {
	house[stopKey] = [...(house[stopKey] ?? []), stop];
};

/** Ends, last registered first, all that the app asked to end; one failure does not keep the others from ending. */
export async function stopApp(): Promise<readonly unknown[]> {
	const failures: unknown[] = [];
	for (const stop of (house[stopKey] ?? []).splice(0).reverse()) await stop().catch((error) => failures.push(error));
	return failures;
}
