import type { BrowserContext } from 'playwright-core';

/** What one person was asked to do, and how long it takes somebody who is used to neither machine nor page. */
export interface Asked {
	/** Fields filled in or chosen, and buttons that send something. */
	readonly inputs: number;
	/** Other presses: links, folded parts, camera and microphone, the way to a page. */
	readonly presses: number;
	readonly seconds: { readonly doing: number; readonly reading: number };
	readonly words: number;
}

/** Counts what is asked in one browser, from one moment to the next. */
export interface Counting {
	/** What was asked since the last time, and begins anew. */
	readonly take: () => Promise<Asked>;
}

/*
 * The keystroke-level model (Card, Moran & Newell, 1980): to point 1.1 s, to press 0.2 s, to type a character 0.28 s (an
 * average typist without skill), to make up one's mind 1.35 s before each. Reading: 238 words a minute (Brysbaert, 2019).
 */
const POINT = 1.1;
const PRESS = 0.2;
const TYPE = 0.28;
const MIND = 1.35;
const READ = 60 / 238;

interface Told {
	readonly kind: 'field' | 'send' | 'press' | 'page';
	readonly key: string;
	readonly typed: number;
	readonly words: number;
}

/** In every page: says what is touched, sent, pressed and read. */
function watch(): void {
	const tell = (told: Told) => void (window as unknown as { benchTell: (told: Told) => void }).benchTell(told);
	const nothing = { typed: 0, words: 0 };
	const named = (e: HTMLInputElement) =>
		`${location.pathname} ${e.form?.getAttribute('action')} ${e.form?.querySelector<HTMLInputElement>('[name="_instance"]')?.value} ${e.name || e.id}`;
	document.addEventListener(
		'change',
		({ target }) => {
			const field = target as HTMLInputElement;
			const isTyped = field.matches('textarea, input:not([type=radio], [type=checkbox], [type=hidden])');
			tell({ ...nothing, kind: 'field', key: named(field), typed: isTyped ? field.value.length : 0 });
		},
		{ capture: true },
	);
	document.addEventListener(
		'click',
		({ target }) => {
			const pressed = (target as Element).closest('button, a, summary');
			if (!pressed) return;
			const sends = pressed instanceof HTMLButtonElement && pressed.form !== null && pressed.type === 'submit';
			tell({ ...nothing, kind: sends ? 'send' : 'press', key: pressed.textContent ?? '' });
		},
		{ capture: true },
	);
	const read = () => {
		// biome-ignore lint/performance/useDomNodeTextContent: what is folded away is not read
		const words = document.querySelector('main')?.innerText.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;
		// The answer to a form without scripts is the same page again, under the name of its action.
		const key = `${location.pathname}${location.search.startsWith('?/') ? '' : location.search}`;
		tell({ ...nothing, kind: 'page', key, words });
	};
	addEventListener('load', read);
	addEventListener('pagehide', read);
}

/** Begin to count in a browser context; before its first page. */
export async function countIn(context: BrowserContext): Promise<Counting> {
	let told: Told[] = [];
	await context.exposeBinding('benchTell', (_, one: Told) => void told.push(one));
	await context.addInitScript(watch);
	const take = async (): Promise<Asked> => {
		const found = told;
		told = [];
		return summed(found);
	};
	return { take };
}

function summed(told: readonly Told[]): Asked {
	const of = (kind: Told['kind']) => told.filter((one) => one.kind === kind);
	const fields = new Map(of('field').map((one) => [one.key, one]));
	const pages = Map.groupBy(of('page'), (one) => one.key);
	const typed = [...fields.values()].reduce((total, one) => total + one.typed, 0);
	// A page is read once, as long as it ever was.
	const words = [...pages.values()].reduce((total, seen) => total + Math.max(...seen.map((one) => one.words)), 0);
	const [sent, pressed] = [of('send').length, of('press').length + pages.size];
	const doing = (fields.size + sent + pressed) * (MIND + POINT + PRESS) + typed * TYPE;
	return { inputs: fields.size + sent, presses: pressed, seconds: { doing, reading: words * READ }, words };
}

/** Several stretches of one person as one. */
export const both = (...all: readonly Asked[]): Asked => ({
	inputs: all.reduce((total, one) => total + one.inputs, 0),
	presses: all.reduce((total, one) => total + one.presses, 0),
	seconds: {
		doing: all.reduce((total, one) => total + one.seconds.doing, 0),
		reading: all.reduce((total, one) => total + one.seconds.reading, 0),
	},
	words: all.reduce((total, one) => total + one.words, 0),
});
