import { setTimeout as sleep } from 'node:timers/promises';
import type { Exit, Server } from './server.ts';

/** What is told while a server is kept running. */
export type Watch = { readonly log: (line: string) => void; readonly onExit: (exit: Exit) => void };

const firstWait = 100;
const longestWait = 10_000;
const steady = 30_000;

/** Starts a server and starts it again whenever it ends by itself, at growing intervals while it keeps failing. */
export async function supervise(launch: () => Promise<Server>, watch: Watch): Promise<{ stop(): Promise<void> }> {
	const first = await launch();
	const stopping = new AbortController();
	const ended = keepRunning(first, launch, watch, stopping.signal);
	return {
		stop() {
			stopping.abort();
			return ended;
		},
	};
}

async function keepRunning(first: Server, launch: () => Promise<Server>, watch: Watch, signal: AbortSignal) {
	const stopped = new Promise<'stop'>((done) => signal.addEventListener('abort', () => done('stop'), { once: true }));
	let server: Server | undefined = first;
	let wait = firstWait;
	while (server) {
		const since = performance.now();
		const exit = await Promise.race([server.exited, stopped]);
		if (exit === 'stop') return server.stop();
		wait = performance.now() - since > steady ? firstWait : Math.min(wait * 2, longestWait);
		watch.onExit(exit);
		server = await relaunch(launch, watch, signal, wait);
	}
}

async function relaunch(launch: () => Promise<Server>, watch: Watch, signal: AbortSignal, shortest: number) {
	for (let wait = shortest; !signal.aborted; wait = Math.min(wait * 2, longestWait)) {
		await sleep(wait, undefined, { signal }).catch(() => undefined);
		if (signal.aborted) return undefined;
		try {
			return await launch();
		} catch (error) {
			watch.log(`the server did not start again: ${String(error)}`);
		}
	}
	return undefined;
}
