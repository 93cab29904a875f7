import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Rolldown } from 'vite';

const page = (name: string) =>
	`<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
	`<title>${name}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/${name}.css"><body><main></main>` +
	`<script type="module" src="/${name}.js"></script></body></html>`;

const bundleOne = async (name: string): Promise<Map<string, string>> => {
	const built = (await build({
		configFile: false,
		logLevel: 'error',
		root: fileURLToPath(new URL('.', import.meta.url)),
		plugins: [svelte({ configFile: false })],
		build: {
			write: false,
			minify: false,
			cssCodeSplit: false,
			lib: {
				entry: fileURLToPath(new URL(`pages/${name}.ts`, import.meta.url)),
				formats: ['es'],
				fileName: name,
				cssFileName: name,
			},
		},
	})) as Rolldown.RolldownOutput[];
	const files = new Map([
		[name, page(name)],
		[`${name}.css`, ''],
	]);
	for (const { output } of built) {
		for (const file of output) {
			const text = file.type === 'chunk' ? file.code : String(file.source);
			files.set(`${name}.${file.fileName.endsWith('.css') ? 'css' : 'js'}`, text);
		}
	}
	return files;
};

/** Builds test pages, each with its script and style as files of their own, as the strict content policy wants. */
export const bundlePages = async (names: readonly string[]): Promise<ReadonlyMap<string, string>> => {
	const all = new Map<string, string>();
	for (const name of names) for (const [file, text] of await bundleOne(name)) all.set(file, text);
	return all;
};
