import type { Actor } from '#server/kernel/act.ts';
import { ask } from './ask.ts';
import type { HttpPath } from './http-path.ts';
import type { Client } from './path.ts';
import { addressOf, allRoutes } from './routes.ts';

/** A page as it came, and who asked for it. */
export interface Crawled {
	readonly pattern: string;
	readonly address: string;
	readonly status: number;
	readonly html: string;
	readonly policy: string;
	readonly cookies: readonly string[];
}

interface Values {
	readonly client: Client;
	readonly lang: 'fr' | 'en';
	/** Of a session, a thread, an incident…: what an address may name beside the file. */
	readonly more?: Readonly<Record<string, string>>;
}

/** The address of a route about one client. */
export const addressFor = (pattern: string, { client, lang, more = {} }: Values): string =>
	addressOf(pattern.replace('/[[person=uuid]]', ''), {
		lang,
		dossier: client.dossier.id,
		person: client.persons[0]?.id ?? '',
		document: 'services',
		duty: 'qc-2.01-a',
		seq: '1',
		session: crypto.randomUUID(),
		thread: crypto.randomUUID(),
		incident: crypto.randomUUID(),
		request: crypto.randomUUID(),
		token: 'x'.repeat(32),
		account: crypto.randomUUID(),
		...more,
	});

/** Who opens a page: the client's own pages by the client, those of the office by whoever practises, all others by nobody. */
const opener = (path: HttpPath, client: Client, pattern: string): Actor | undefined =>
	/portal/.test(pattern)
		? client.persons[0]?.actor
		: /office|account|room|live/.test(pattern)
			? path.practitioner.actor
			: undefined;

/** Every page of the app, as it answers: those that are not there answer with the error page, which is a page too. */
export async function everyPage(path: HttpPath, values: Values, by = opener): Promise<readonly Crawled[]> {
	const found: Crawled[] = [];
	for (const { pattern } of allRoutes().filter((r) => r.page)) {
		const address = addressFor(pattern, values);
		const { status, text, headers } = await path.page(by(path, values.client, pattern), address);
		found.push({
			pattern,
			address,
			status,
			html: text,
			policy: String(headers['content-security-policy'] ?? ''),
			cookies: [headers['set-cookie'] ?? []].flat(),
		});
	}
	return found;
}

const loading = /<(?!a\b)[a-z][^>]*?\s(?:src|srcset|href|poster|data|action|formaction|ping)="([^"]*)"/g;
const inStyle = /url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)/g;

/** What a page or a style loads, follows or sends by itself to an address that is not its own. */
export function loadedFromOutside(text: string, origin: string): readonly string[] {
	const all = [...text.matchAll(loading), ...text.matchAll(inStyle)].map((m) => m[1] ?? m[2] ?? '');
	return all.filter((to) => /^([a-z]+:)?\/\//i.test(to) && !to.startsWith(`${origin}/`) && to !== origin);
}

/** The styles and scripts that these pages load, each once, read whole. */
export async function assetsOf(path: HttpPath, pages: readonly Crawled[]): Promise<ReadonlyMap<string, string>> {
	const names = new Set(
		pages.flatMap(({ html }) =>
			[...html.matchAll(/["'(](?:\.\.?)?(\/[^"')]*\.(?:css|m?js))["')]/g)].map((m) => m[1] ?? ''),
		),
	);
	const read = new Map<string, string>();
	for (const name of [...names].map((n) => n.slice(Math.max(0, n.indexOf('/_app'))))) {
		if (read.has(name)) continue;
		const { status, text } = await ask(path.origin, name);
		if (status === 200) read.set(name, text);
	}
	return read;
}
