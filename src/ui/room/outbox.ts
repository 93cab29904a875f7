const longestPause = 3000;

/** Tells whether a letter was taken, will never be, or should be sent again. */
export type Posting = 'taken' | 'never' | 'again';

/** What waits for one person, in the order in which it was said. */
export type Letter<T> = { readonly to: string; readonly data: readonly T[] };

const postTo =
	(url: string) =>
	async (letter: Letter<unknown>): Promise<Posting> => {
		const headers = { 'Content-Type': 'application/json' };
		const body = JSON.stringify(letter);
		const signal = AbortSignal.timeout(10_000);
		const answer = await fetch(url, { method: 'POST', headers, body, signal }).catch(() => undefined);
		if (answer?.ok) return 'taken';
		return answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? 'never' : 'again';
	};

/**
 * Sends letters to one address strictly one after the other (two requests at once may overtake each other: a candidate before
 * its offer) and keeps trying while the network is down. What is said to one person while a letter is under way goes into one.
 */
export const openOutbox = <T>(url: string, post: (letter: Letter<T>) => Promise<Posting> = postTo(url)) => {
	let waiting: { readonly to: string; readonly data: T[] }[] = [];
	let busy = false;
	let open = true;
	let wake = () => {};

	const pause = (ms: number) =>
		new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, ms);
			wake = () => {
				clearTimeout(timer);
				resolve();
			};
		});

	const deliver = async (letter: Letter<T>, stillWanted: () => boolean) => {
		for (let wait = 200; stillWanted(); wait = Math.min(wait * 1.6, longestPause)) {
			if ((await post(letter)) !== 'again') return;
			await pause(wait);
		}
	};

	let age = 0;
	const drain = async () => {
		if (busy) return;
		busy = true;
		for (let letter = waiting.shift(); letter; letter = waiting.shift()) {
			const begun = age;
			await deliver(letter, () => open && begun === age);
		}
		busy = false;
	};

	return {
		/** Says something to somebody. */
		send: (to: string, something: T) => {
			const last = waiting.at(-1);
			if (last?.to === to) last.data.push(something);
			else waiting.push({ to, data: [something] });
			// Once what is being said now has been said: a description and its first candidates are one letter.
			queueMicrotask(() => void drain());
		},
		/** Drops what has not left yet: it belonged to a session that is over. */
		empty: () => {
			waiting = [];
			age += 1;
			wake();
		},
		/** Tries again at once: the network is back. */
		hurry: () => wake(),
		/** Sends nothing more. */
		close: () => {
			open = false;
			waiting = [];
			wake();
		},
	};
};
