import { registerPractice } from '#server/app/practices.ts';
import type { Done } from '#server/journal/perform.ts';
import type { Actor } from '#server/kernel/act.ts';
import type { Refusal, UnmetDuty } from '#server/kernel/refusal.ts';
import { startTestApp, type TestApp } from './app.ts';
import { type Answered, ask } from './ask.ts';
import { type Path, pathIn } from './path.ts';
import type { TestServer } from './server.ts';

/** A path whose acts travel over HTTP, through the running app, signed in as whoever attempts them. */
export interface HttpPath extends Path {
	readonly web: TestApp;
	/** Where this practice answers. */
	readonly origin: string;
	/** A browser in which that person is signed in to this practice, or nobody. */
	readonly browse: (actor?: Actor, options?: Parameters<TestApp['context']>[2]) => ReturnType<TestApp['context']>;
	/** A page as somebody sees it. */
	readonly page: (actor: Actor | undefined, path: string) => Promise<Answered>;
	/** A form of a page, posted as a browser without JavaScript posts it. */
	readonly post: (
		actor: Actor | undefined,
		path: string,
		fields: Readonly<Record<string, string>> | FormData,
	) => Promise<{ readonly status: number; readonly text: string; readonly location: string | null }>;
}

interface Answer {
	readonly entries?: Done['entries'];
	readonly repeated?: boolean;
	readonly refusal?: {
		readonly code: string;
		readonly duties: readonly { readonly id: string }[];
		readonly others: readonly { readonly duties: readonly { readonly id: string }[] }[];
		readonly soft: readonly { readonly duty: string }[];
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
		duties: ids.map((id) =>
			unmetOf(
				id,
				refusal.soft.map((s) => s.duty),
			),
		),
		fields: refusal.fields,
	};
}

let made = 0;

/** Start the app once for a file; every path in it has a practice of its own, at its own host name. */
export async function webApp(server: TestServer, env: Readonly<Record<string, string>> = {}): Promise<TestApp> {
	return startTestApp({ server, practice: () => '', env });
}

/** A practice at its own host name, on a running app. */
export async function openHttpPath(web: TestApp, where: Parameters<typeof pathIn>[1] = {}): Promise<HttpPath> {
	const { world } = web.app;
	const slug = `p${++made}`;
	const practice = await registerPractice(world, { slug, demo: false });
	const origin = web.origin.replace('localhost', `${slug}.localhost`);
	const site = web.forPractice(practice);
	const cookies = new Map<string, string>();
	const cookieOf = async (actor: Actor | undefined): Promise<Record<string, string>> => {
		if (!actor?.account) return {};
		const key = `${actor.account} ${actor.assurance}`;
		if (!cookies.has(key)) cookies.set(key, await site.cookie(actor.account, actor.assurance));
		return { cookie: cookies.get(key) ?? '' };
	};
	const attempt: Path['attempt'] = async (actor, journal, act, input, more = {}) => {
		const body = JSON.stringify({
			id: more.id ?? world.newId(),
			act,
			journal,
			input,
			...(more.safetyFirst && { safetyFirst: more.safetyFirst }),
		});
		const { status, text } = await ask(origin, '/api/acts', {
			method: 'POST',
			headers: { 'content-type': 'application/json', origin, ...(await cookieOf(actor)) },
			body,
		});
		if (status >= 500) throw new Error(`${act} answered ${status}`);
		return outcomeOf(JSON.parse(text) as Answer);
	};
	const email = (name: string) =>
		`${name
			.normalize('NFD')
			.replace(/[^a-zA-Z]/g, '')
			.toLowerCase()}${++made}@example.org`;
	const newAccount: Path['newAccount'] = (kind, name) =>
		kind === 'member' ? site.memberAccount(name, email(name)) : site.clientAccount(name, email(name));
	const path = await pathIn({ world, practice, attempt, newAccount }, where);
	return {
		...path,
		web,
		origin,
		browse: async (actor, options) => {
			const { cookie } = await cookieOf(actor);
			return web.context(origin, cookie ? [cookie] : [], options);
		},
		page: async (actor, address) => ask(origin, address, { headers: await cookieOf(actor) }),
		post: async (actor, address, fields) => {
			// As a browser writes it: with its boundary where files may be among the fields.
			const form = new Response(fields instanceof FormData ? fields : new URLSearchParams(fields));
			const headers = {
				'content-type': form.headers.get('content-type') ?? '',
				accept: 'text/html',
				origin,
				...(await cookieOf(actor)),
			};
			const answer = await ask(origin, address, {
				method: 'POST',
				headers,
				body: await form.text(),
			});
			return { ...answer, location: answer.headers.location?.toString() ?? null };
		},
	};
}
