import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Locale, locales } from './i18n.ts';
import { readingEase } from './readability.ts';

/** Every page and piece of a page that somebody who is accompanied, or who asks to be, may read. */
const pages = globSync('src/routes/**/*.svelte').filter((page) => /\/(portal|\(public\)|claim|sign-in)\//.test(page));
const importing = /import \{([^}]+)\} from '#words\/([a-z-]+)\.ts'/g;

/** The catalogues those pages take their words from, found rather than listed, so that a new one is measured too. */
const named = new Map(
	pages.flatMap((page) =>
		[...readFileSync(page, 'utf8').matchAll(importing)].flatMap(([, names = '', file = '']) =>
			names.split(',').map((name) => [`${file} ${name.trim()}`, { file, name: name.trim() }] as const),
		),
	),
);

/** Stands for any value: itself for each of its fields, a name where it is read. */
const anything: unknown = new Proxy(() => {}, {
	get: (_, key) => (key === Symbol.toPrimitive ? () => 'Ève' : key === 'then' ? undefined : anything),
	apply: () => anything,
});
type Phrase = string | ((...values: unknown[]) => unknown);
const spoken = (phrase: Phrase): readonly string[] => {
	if (typeof phrase === 'string') return [phrase];
	try {
		const said = phrase(anything, anything, anything);
		return typeof said === 'string' ? [said] : [];
	} catch {
		return [];
	}
};

const modules = import.meta.glob<Readonly<Record<string, unknown>>>(['./*.ts', '!./*.test.ts'], { eager: true });

/** What a catalogue holds in a language; undefined of a function that is none. */
function asCatalog(catalog: (lang: Locale) => unknown, lang: Locale): unknown {
	try {
		return catalog(lang);
	} catch {
		return undefined;
	}
}

function phrasesOf({ file, name }: { readonly file: string; readonly name: string }, lang: Locale) {
	const catalog = modules[`./${file}.ts`]?.[name];
	if (typeof catalog !== 'function' || catalog.length > 1) return undefined;
	const found = asCatalog(catalog as (lang: Locale) => unknown, lang);
	return typeof found === 'object' && found !== null
		? Object.values(found as Readonly<Record<string, Phrase>>).flatMap(spoken)
		: undefined;
}

test('the pages were read, and their catalogues found', () => {
	expect(pages.length).toBeGreaterThan(40);
	const found = [...named.values()].map((n) => phrasesOf(n, 'fr'));
	expect(found.filter((phrases) => phrases !== undefined).length).toBeGreaterThan(20);
});

describe.each([...named.values()].map((n) => [`${n.file} ${n.name}`, n] as const))('%s', (_, n) => {
	test.each(locales)('reads without effort in %s', (lang) => {
		const phrases = phrasesOf(n, lang);
		// Bare names (months, sections of the norms) are no sentences.
		if (phrases?.some((phrase) => /[.!?]$/.test(phrase)))
			expect(readingEase(phrases.join('\n'), lang)).toBeGreaterThanOrEqual(60);
	});
});
