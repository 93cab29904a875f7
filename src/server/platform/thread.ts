import { join } from 'node:path';
import { type MessagePort, parentPort, Worker } from 'node:worker_threads';

/** A thread of our own beside the one that answers people; it is asked, and answers in order. */
export interface Thread<Asked> {
	readonly ask: <Answer>(message: Asked, moved?: readonly ArrayBuffer[]) => Promise<Answer>;
	/** Ends it at once: its memory is given back, whatever it was doing. */
	readonly end: () => Promise<void>;
}

/** The thread ended before it answered, or could not do what was asked. Its own words are not told: they may hold a client’s. */
export class ThreadFailed extends Error {
	constructor(what: string) {
		super(`the thread ${what}`);
		this.name = 'ThreadFailed';
	}
}

interface Answered {
	readonly id: number;
	readonly failed?: string;
	readonly answer?: unknown;
}

/** Start a script of the project, a `.ts` file as it stands in `src`. It is given no environment, hence no secret of the host. */
export function startThread<Asked>(script: string): Thread<Asked> {
	const worker = new Worker(join(process.cwd(), script), { env: {}, execArgv: [], name: 'balise' });
	const waiting = new Map<number, PromiseWithResolvers<unknown>>();
	let last = 0;
	let ended = false;
	// It keeps the process alive only while somebody waits for it.
	worker.unref();
	const settle = (id: number) => {
		const one = waiting.get(id);
		waiting.delete(id);
		if (waiting.size === 0) worker.unref();
		return one;
	};
	const fail = (what: string) => {
		ended = true;
		for (const id of [...waiting.keys()]) settle(id)?.reject(new ThreadFailed(what));
	};
	worker.on('message', ({ id, failed, answer }: Answered) => {
		const one = settle(id);
		if (failed === undefined) one?.resolve(answer);
		else one?.reject(new ThreadFailed(`failed: ${failed}`));
	});
	worker.on('error', (error) => fail(`stopped: ${nameOf(error)}`));
	worker.on('exit', () => fail('ended'));
	return {
		ask: async <Answer>(message: Asked, moved: readonly ArrayBuffer[] = []) => {
			if (ended) throw new ThreadFailed('had ended');
			const id = ++last;
			const one = Promise.withResolvers<unknown>();
			waiting.set(id, one);
			worker.ref();
			worker.postMessage({ id, message }, [...moved]);
			return one.promise as Promise<Answer>;
		},
		end: async () => {
			ended = true;
			await worker.terminate();
		},
	};
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** In such a thread: answer what is asked, one after the other. */
export function answerWith<Asked>(work: (message: Asked) => unknown, port: MessagePort | null = parentPort): void {
	port?.on('message', ({ id, message }: { readonly id: number; readonly message: Asked }) => {
		try {
			port.postMessage({ id, answer: work(message) });
		} catch (error) {
			port.postMessage({ id, failed: nameOf(error) });
		}
	});
}
