import { registerPractice } from '#server/app/practices.ts';
import type { Done } from '#server/journal/perform.ts';
import type { Actor } from '#server/kernel/act.ts';
import type { Refusal, UnmetDuty } from '#server/kernel/refusal.ts';
import { startTestApp, type TestApp } from './app.ts';
import { type Path, pathIn } from './path.ts';
import type { TestServer } from './server.ts';

/** A path whose acts travel over HTTP, through the running app, signed in as whoever attempts them. */
export interface HttpPath extends Path {
	readonly web: TestApp;
	/** A page as somebody sees it. */
	readonly page: (
		actor: Actor | undefined,
		path: string,
	) => Promise<{ readonly status: number; readonly text: string }>;
	/** A form of a page, posted as a browser without JavaScript posts it. */
	readonly post: (
		actor: Actor | undefined,
		path: string,
		fields: Readonly<Record<string, string>>,
	) => Promise<{ readonly status: number; readonly text: string; readonly location: string | null }>;
}

interface Answer {
	readonly entries?: Done['entries'];
	readonly repeated?: boolean;
	readonly refusal?: {
		readonly code: string;
		readonly duties: readonly { readonly id: string }[];
		readonly others: readonly { readonly duties: readonly { readonly id: string }[] }[];
		readonly soft: readonly string[];
		readonly fields: Readonly<Record<string, string>>;
	};
}

const unmetOf = (id: string, soft: readonly string[]): UnmetDuty => ({
	duty: id,
	why: id,
	mend: undefined,
	soft: soft.includes(id),
});

function outcomeOf({ entries, repeated, refusal }: Answer): Done | Refusal {
	if (!refusal) return { entries: entries ?? [], repeated: repeated ?? false };
	const ids = [...refusal.duties, ...refusal.others.flatMap((o) => o.duties)].map((d) => d.id);
	return {
		refused: true,
		code: refusal.code,
		duties: ids.map((id) => unmetOf(id, refusal.soft)),
		fields: refusal.fields,
	};
}

let made = 0;

/** Start the app, and a practice in it at its own host name. */
export async function openHttpPath(server: TestServer, where: Parameters<typeof pathIn>[1] = {}): Promise<HttpPath> {
	let practice = '';
	const web = await startTestApp({ server, practice: () => practice });
	practice = await registerPractice(web.app.world, { slug: `p${++made}`, demo: false });
	const cookies = new Map<string, string>();
	const cookieOf = async (actor: Actor | undefined): Promise<Record<string, string>> => {
		if (!actor?.account) return {};
		const key = `${actor.account} ${actor.assurance}`;
		if (!cookies.has(key)) cookies.set(key, await web.cookie(actor.account, actor.assurance));
		return { cookie: cookies.get(key) ?? '' };
	};
	const attempt: Path['attempt'] = async (actor, journal, act, input, more = {}) => {
		const body = JSON.stringify({
			id: more.id ?? web.app.world.newId(),
			act,
			journal,
			input,
			...(more.safetyFirst && { safetyFirst: more.safetyFirst }),
		});
		const response = await fetch(`${web.origin}/api/acts`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', origin: web.origin, ...(await cookieOf(actor)) },
			body,
		});
		if (response.status >= 500) throw new Error(`${act} answered ${response.status}`);
		return outcomeOf((await response.json()) as Answer);
	};
	const email = (name: string) =>
		`${name
			.normalize('NFD')
			.replace(/[^a-zA-Z]/g, '')
			.toLowerCase()}${++made}@example.org`;
	const newAccount: Path['newAccount'] = (kind, name) =>
		kind === 'member' ? web.memberAccount(name, email(name)) : web.clientAccount(name, email(name));
	const path = await pathIn({ world: web.app.world, practice, attempt, newAccount }, where);
	return {
		...path,
		web,
		page: async (actor, address) => {
			const response = await fetch(web.origin + address, { headers: await cookieOf(actor), redirect: 'manual' });
			return { status: response.status, text: await response.text() };
		},
		post: async (actor, address, fields) => {
			const headers = {
				'content-type': 'application/x-www-form-urlencoded',
				accept: 'text/html',
				origin: web.origin,
				...(await cookieOf(actor)),
			};
			const response = await fetch(web.origin + address, {
				method: 'POST',
				headers,
				body: new URLSearchParams(fields),
				redirect: 'manual',
			});
			return { status: response.status, text: await response.text(), location: response.headers.get('location') };
		},
	};
}
