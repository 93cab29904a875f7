import type { Attachment } from 'svelte/attachments';

/** Where a draft is kept now: at the practice, or on this device while the line is cut. */
export type Kept = 'kept' | 'here' | 'restored';

interface Keeping {
	/** The key of this sign-in, as the page brought it; it is held by the page alone. */
	readonly key: string | undefined;
	/** Of which file, and of which of its notes. */
	readonly dossier: string;
	readonly id: string;
	/** When the practice last kept it. */
	readonly at: number | undefined;
	readonly tell: (what: Kept) => void;
}

const PAUSE = 1500;
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const textOf = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const keyOf = (raw: string): Promise<CryptoKey> =>
	crypto.subtle.importKey('raw', bytesOf(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);

type Values = Readonly<Record<string, string>>;
interface Sealed {
	readonly at: number;
	readonly values: Values;
}

async function seal(raw: string, held: Sealed): Promise<string> {
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const words = new TextEncoder().encode(JSON.stringify(held));
	const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(raw), words));
	return `${textOf(iv)}.${textOf(sealed)}`;
}

/** Nothing when it was sealed under another sign-in: what cannot be opened is thrown away. */
async function unseal(raw: string, text: string): Promise<Sealed | undefined> {
	const [iv = '', sealed = ''] = text.split('.');
	try {
		const name = 'AES-GCM';
		const words = await crypto.subtle.decrypt({ name, iv: bytesOf(iv) }, await keyOf(raw), bytesOf(sealed));
		return JSON.parse(new TextDecoder().decode(words)) as Sealed;
	} catch {
		return undefined;
	}
}

const placeOf = (dossier: string, id: string): string => `draft-${dossier}-${id}`;

/** What this device still holds of notes of this file that wait no more goes. */
export function forgetDrafts(dossier: string, waiting: readonly string[]): void {
	for (const place of Object.keys(localStorage).filter((k) => k.startsWith(placeOf(dossier, ''))))
		if (!waiting.some((id) => place === placeOf(dossier, id))) localStorage.removeItem(place);
}

const textsIn = (form: HTMLFormElement): readonly HTMLTextAreaElement[] => [
	...form.querySelectorAll<HTMLTextAreaElement>('textarea[name^="body."]'),
];
const valuesIn = (form: HTMLFormElement): Values =>
	Object.fromEntries(textsIn(form).map((area) => [area.name, area.value]));

/** What this device kept and the practice does not have yet comes back into the form. */
async function restore(form: HTMLFormElement, { key, dossier, id, at = 0, tell }: Keeping): Promise<void> {
	const place = placeOf(dossier, id);
	const text = localStorage.getItem(place);
	if (!text || !key) return;
	const held = await unseal(key, text);
	if (!held || held.at <= at) return localStorage.removeItem(place);
	for (const area of textsIn(form)) area.value = held.values[area.name] ?? area.value;
	tell('restored');
	form.dispatchEvent(new Event('input', { bubbles: true }));
}

async function sealHere(form: HTMLFormElement, { key, dossier, id }: Keeping): Promise<void> {
	if (key) localStorage.setItem(placeOf(dossier, id), await seal(key, { at: Date.now(), values: valuesIn(form) }));
}

/** Send it to the practice; while the line is cut, seal it here. */
async function keep(form: HTMLFormElement, keeping: Keeping): Promise<void> {
	const { dossier, id, tell } = keeping;
	try {
		const fields = [...new FormData(form)].flatMap(([name, value]) =>
			typeof value === 'string' ? [[name, value]] : [],
		);
		const body = new URLSearchParams(fields);
		const answer = await fetch('?/draft', { method: 'POST', body, headers: { 'x-sveltekit-action': 'true' } });
		const { type } = (await answer.json()) as { readonly type: string };
		if (type !== 'success') throw new Error(type);
		localStorage.removeItem(placeOf(dossier, id));
		tell('kept');
	} catch {
		await sealHere(form, keeping);
		tell('here');
	}
}

/** A form that nothing can take now is not sent: what is in it is kept. */
const onSubmit = (form: HTMLFormElement, keeping: Keeping) => (event: SubmitEvent) => {
	void sealHere(form, keeping);
	if (navigator.onLine) return;
	event.preventDefault();
	event.stopImmediatePropagation();
	keeping.tell('here');
};

/** Keep a note while it is written: a moment after each pause, when the page goes out of sight, when the line is back. */
export const keepsDraft =
	(keeping: Keeping): Attachment<HTMLElement> =>
	(inside) => {
		const form = inside.closest('form');
		if (!form) return;
		const ended = new AbortController();
		const { signal } = ended;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const now = () => {
			if (timer === undefined) return;
			clearTimeout(timer);
			timer = undefined;
			void keep(form, keeping);
		};
		const later = () => {
			clearTimeout(timer);
			timer = setTimeout(now, PAUSE);
		};
		void restore(form, keeping);
		// What was written before the scripts arrived.
		if (textsIn(form).some((area) => area.value !== area.defaultValue)) later();
		form.addEventListener('input', later, { signal });
		form.addEventListener('submit', onSubmit(form, keeping), { signal, capture: true });
		addEventListener('online', later, { signal });
		document.addEventListener('visibilitychange', () => document.hidden && now(), { signal });
		return () => {
			ended.abort();
			now();
		};
	};
