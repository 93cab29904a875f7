import { globSync, readFileSync } from 'node:fs';

/** One address of the app: its pattern, and which methods or form actions it answers. */
export interface Route {
	readonly pattern: string;
	readonly page: boolean;
	readonly actions: readonly string[];
	readonly methods: readonly string[];
}

const folderOf = (file: string): string => file.replace(/^src\/routes/, '').replace(/\/\+(page|server).*$/, '') || '/';

/** Every address of the app, read from src/routes, so that a new one is tried without anybody remembering to. */
export function allRoutes(): readonly Route[] {
	const files = globSync('src/routes/**/+{page,page.server,server,page@*}.{svelte,ts}');
	return [...Map.groupBy(files, folderOf)].map(([folder, own]) => {
		const code = own
			.filter((f) => f.endsWith('.ts'))
			.map((f) => readFileSync(f, 'utf8'))
			.join('\n');
		const actions = /actions\b[^=]*=\s*\{([\s\S]*?)\n\}/.exec(code)?.[1] ?? '';
		return {
			pattern: folder.replace(/\/\([^)]+\)/g, '') || '/',
			page: own.some((f) => f.includes('+page')),
			actions: [...actions.matchAll(/^\t(\w+)[:,(]/gm)].map((m) => m[1] ?? ''),
			methods: [...code.matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g)].map((m) => m[1] ?? ''),
		};
	});
}

/** An address with its parameters filled in. */
export const addressOf = (pattern: string, values: Readonly<Record<string, string>>): string =>
	pattern.replace(/\[([a-z]+)(=[a-z]+)?\]/g, (_, name: string) => values[name] ?? 'x');
