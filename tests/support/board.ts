import type { Actor } from '#server/kernel/act.ts';
import type { HttpPath } from './http-path.ts';
import { reader } from './no-script.ts';

/** The duties that a board of the office says are missing or due, in the order of the page. */
export async function missingOn(path: HttpPath, actor: Actor, address: string): Promise<readonly string[]> {
	const { html } = await reader(path, actor).open(address);
	const [, missing = ''] = /<h2[^>]*>Ce qui manque<\/h2>([\s\S]*?)<h2/.exec(html) ?? [];
	return [...missing.matchAll(/\/norms\/([^"]+)"/g)].map((m) => m[1] ?? '');
}
