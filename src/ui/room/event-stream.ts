/** One server-sent event as it was received. */
export type StreamEvent = { readonly id: string | undefined; readonly name: string; readonly data: string };

const fields = (block: string): Map<string, string> => {
	const found = new Map<string, string>();
	for (const line of block.split('\n')) {
		const colon = line.indexOf(':');
		if (colon < 1) continue;
		const name = line.slice(0, colon);
		const value = line.slice(colon + 1).replace(/^ /, '');
		found.set(name, name === 'data' && found.has('data') ? `${found.get('data')}\n${value}` : value);
	}
	return found;
};

/** Cuts a text/event-stream, given piece by piece, into events; a block of an id alone is a bookmark. */
export const eventCutter = (
	emit: (event: StreamEvent) => void,
	mark: (id: string) => void = () => {},
): ((piece: string) => void) => {
	let rest = '';
	return (piece) => {
		const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n');
		rest = blocks.pop() ?? '';
		for (const block of blocks) {
			const found = fields(block);
			const data = found.get('data');
			const id = found.get('id');
			if (id !== undefined) mark(id);
			if (data !== undefined) emit({ id, name: found.get('event') ?? 'message', data });
		}
	};
};

/** A first asking that is already under way. */
export type Knock = { readonly attempt: AbortController; readonly answer: Promise<Response> };

const ask = (url: string, attempt: AbortController, last?: string): Promise<Response> => {
	const headers = { Accept: 'text/event-stream', ...(last === undefined ? {} : { 'Last-Event-ID': last }) };
	return fetch(url, { headers, signal: attempt.signal, cache: 'no-store' });
};

/** Asks for an event stream before anybody is ready to read it, with what one has to say from the beginning. */
export const knock = (url: string, body: object): Knock => {
	const attempt = new AbortController();
	const headers = { Accept: 'text/event-stream', 'Content-Type': 'application/json' };
	const answer = fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal: attempt.signal });
	answer.catch(() => {}); // whoever reads it asks again
	return { attempt, answer };
};

/** What an event stream needs; `refused` hears the status of an answer that will not change by trying again. */
export type StreamSettings = {
	readonly url: string;
	readonly emit: (event: StreamEvent) => void;
	readonly line: (state: 'up' | 'down') => void;
	readonly refused: (status: number) => void;
	/** Milliseconds without a byte (the server sends a comment every ten seconds) after which the line is held for dead. */
	readonly quiet?: number;
	/** Read first, if it is there. */
	readonly knocking?: Knock | undefined;
};

const final = new Set([400, 401, 403, 404, 410]);
const longestPause = 3000;
/** More than two beats of the server (milliseconds). */
const asleep = 12_000;

/**
 * Keeps one event stream open and resumes it with Last-Event-ID. `fetch` and not `EventSource`: the browser's own gives up
 * for ever on a 502, and does not notice a line that died without saying so (a lid closed, another Wi-Fi).
 */
export const openEventStream = ({ url, emit, line, refused, quiet = 25_000, knocking }: StreamSettings) => {
	let first = knocking;
	let last: string | undefined;
	let open = true;
	let attempt = first?.attempt ?? new AbortController();
	let wake = () => {};
	let heard = Date.now();

	const read = async (body: ReadableStream<Uint8Array>) => {
		const cut = eventCutter(
			(event) => open && emit(event),
			(id) => {
				last = id;
			},
		);
		const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
		for (;;) {
			const watch = setTimeout(() => attempt.abort(), quiet);
			const { done, value } = await reader.read().finally(() => clearTimeout(watch));
			if (done) return;
			heard = Date.now();
			cut(value);
		}
	};

	/** One connection from first byte to last; answers false when trying again is no use. */
	const connect = async (): Promise<boolean> => {
		const under = first ?? { attempt: new AbortController(), answer: undefined };
		first = undefined;
		({ attempt } = under);
		const answer = await (under.answer ?? ask(url, attempt, last));
		if (final.has(answer.status)) {
			refused(answer.status);
			return false;
		}
		if (!answer.ok || !answer.body) return true;
		line('up');
		await read(answer.body);
		return true;
	};

	const pause = (ms: number) =>
		new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, ms);
			wake = () => {
				clearTimeout(timer);
				resolve();
			};
		});

	const run = async () => {
		let wait = 200;
		while (open) {
			const began = performance.now();
			const again = await connect().catch(() => true);
			if (open) line('down');
			if (!again) return;
			wait = performance.now() - began > 5000 ? 200 : Math.min(wait * 1.6, longestPause);
			if (open) await pause(wait);
		}
	};

	const online = () => wake();
	/** A phone that slept: its line may have died without a word, and waiting until that shows is long. */
	const awake = () => {
		if (document.visibilityState !== 'visible') return;
		if (Date.now() - heard > asleep) attempt.abort();
		wake();
	};
	addEventListener('online', online);
	document.addEventListener('visibilitychange', awake);
	void run();
	return {
		/** Ends the stream for good. */
		close: () => {
			open = false;
			removeEventListener('online', online);
			document.removeEventListener('visibilitychange', awake);
			attempt.abort();
			wake();
		},
	};
};
