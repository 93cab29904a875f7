import { describe, expect, test } from 'vitest';
import { readModule, readTree } from './arrows/read.ts';
import { wrongs } from './arrows/rules.ts';

const modules = readTree('src');
const wrong = (path: string, text: string) => wrongs([readModule(path, text)]).join('\n');

describe('the house', () => {
	test('was read: modules of every part, and the imports that tie them', () => {
		expect(modules.length).toBeGreaterThan(60);
		for (const part of [
			'server/kernel/',
			'server/law/',
			'server/platform/',
			'server/journal/',
			'words/',
			'ui/',
			'routes/',
		])
			expect(modules.filter(({ path }) => path.startsWith(part)).length, part).toBeGreaterThan(0);
		expect(modules.flatMap(({ imports }) => imports).filter(({ isOurs }) => isOurs).length).toBeGreaterThan(100);
	});

	test('its arrows point left', () => expect(wrongs(modules)).toEqual([]));
});

describe('a wrong source is seen', () => {
	const acts = 'server/capabilities/consent/acts.ts';
	test.each<[string, string, string, RegExp]>([
		['an import that points up', 'server/kernel/act.ts', `import { a } from '../journal/perform.ts';`, /points up/],
		[
			'a type import that points up',
			'server/law/line.ts',
			`import type { A } from '#server/app/world.ts';`,
			/points up/,
		],
		['an import type that points up', 'server/kernel/act.ts', `type A = import('../app/world.ts').A;`, /points up/],
		[
			'an export that points up',
			'server/journal/read.ts',
			`export { a } from '#server/norms/catalogue.ts';`,
			/points up/,
		],
		['a lazy import that points up', 'server/platform/keys.ts', `await import('../journal/read.ts');`, /points up/],
		['a bare import that points up', 'server/platform/keys.ts', `import '../journal/read.ts';`, /points up/],
		['the server importing a page', 'server/app/world.ts', `import { a } from '../../routes/a.ts';`, /points up/],
		['the server importing a component', 'server/app/world.ts', `import A from '#ui/A.svelte';`, /points up/],
		['words importing the server', 'words/consent.ts', `import { a } from '#server/kernel/act.ts';`, /points up/],
		['a capability importing its sister', acts, `import { a } from '../sessions/facts.ts';`, /reaches into/],
		[
			'the same by its subpath',
			acts,
			`import type { A } from '#server/capabilities/sessions/facts.ts';`,
			/reaches into/,
		],
		['a capability importing all of them', acts, `import { a } from '../index.ts';`, /reaches into/],
		[
			'a third file tying capabilities',
			'server/capabilities/all.ts',
			`import { a } from './consent/acts.ts';`,
			/reaches into/,
		],
		['node in a pure file', acts, `import { a } from 'node:crypto';`, /pure but imports node:crypto/],
		['a driver in a pure file', 'server/norms/section1.ts', `import { sql } from 'kysely';`, /pure but imports kysely/],
		['the platform in a pure file', acts, `import { a } from '#server/platform/clock.ts';`, /pure but imports/],
		['node in words', 'words/consent.ts', `import { a } from 'node:fs';`, /pure but imports/],
		['the clock in a pure file', acts, `export const a = () => Date.now();`, /pure but uses Date\.now/],
		['another clock in a pure file', 'server/kernel/time.ts', `const a = new Date();`, /pure but uses new Date/],
		['a third clock in a pure file', 'server/law/look-up.ts', `Temporal.Now.instant();`, /pure but uses Temporal\.Now/],
		['chance in a pure file', acts, `Math.random();`, /pure but uses Math\.random/],
		['an id out of nowhere in a pure file', acts, `crypto.randomUUID();`, /pure but uses/],
		['SQL in a pure file', acts, 'const q = `select name from person where id = 1`;', /pure but uses SQL/],
		['the network in a pure file', acts, `fetch('https://example.org');`, /pure but uses fetch/],
		['the environment outside platform', 'server/app/world.ts', `process.env.HOME;`, /outside platform/],
		['the clock outside platform', 'server/journal/append.ts', `Date.now();`, /outside platform/],
		['the clock in a page of the server', 'routes/a/+page.server.ts', `new Date();`, /outside platform/],
		['the environment in a hook', 'hooks.server.ts', `process.env.HOME;`, /outside platform/],
		[
			'a second door to write',
			'server/capabilities/notes/jobs.ts',
			`db.insertInto('entry').values({});`,
			/beside perform/,
		],
		['the same in SQL', 'server/app/jobs.ts', 'await sql`insert into entry (id) values (1)`;', /beside perform/],
		[
			'an entry that is changed',
			'server/app/jobs.ts',
			`client.query('update entry set sealed = null');`,
			/beside perform/,
		],
		['an entry that is removed', 'server/app/jobs.ts', `db.deleteFrom('public.entry');`, /beside perform/],
		[
			'a component that takes a value',
			'ui/A.svelte',
			`<script lang="ts">import { a } from '#server/kernel/act.ts';</script>`,
			/takes values/,
		],
		[
			'a page that takes a value',
			'routes/+page.svelte',
			`<script>import { a, type B } from '#server/kernel/act.ts';</script>`,
			/takes values/,
		],
		[
			'a script of the room that takes a value',
			'ui/room/mesh.ts',
			`import { a } from '#server/kernel/act.ts';`,
			/takes values/,
		],
	])('%s', (_, path, text, said) => expect(wrong(path, text)).toMatch(said));
});

describe('a right source passes', () => {
	test.each([
		['server/journal/append.ts', 'await sql`insert into entry (id) values (1)`;'],
		['server/journal/perform.ts', `import { a } from '#server/kernel/act.ts';`],
		['server/capabilities/index.ts', `import { consent } from './consent/index.ts';`],
		[
			'server/capabilities/consent/acts.ts',
			`import { z } from 'zod'; import { a } from './facts.ts'; import { b } from '#words/consent.ts';`,
		],
		['server/capabilities/consent/acts.ts', `import type { Clock } from '#server/platform/clock.ts'; // Date.now()`],
		['server/kernel/time.ts', `export const day = (at: number) => new Date(at); const text = 'Date.now()';`],
		['server/platform/clock.ts', `import { randomUUID } from 'node:crypto'; Date.now(); process.env.HOME;`],
		['words/consent.ts', `export const text = 'Vous pouvez retirer votre consentement, de vive voix ou par écrit.';`],
		['words/consent.ts', `export const text = 'Update an entry. Select one from the list.';`],
		[
			'ui/A.svelte',
			`<script lang="ts">import type { A } from '#server/kernel/act.ts'; import B from './B.svelte';</script>`,
		],
		['ui/A.svelte', `<script lang="ts">import { type A } from '#server/kernel/act.ts'; Date.now();</script>`],
		['routes/+page.server.ts', `import { page } from '#server/app/pages/today.ts';`],
	])('%s: %s', (path, text) => expect(wrong(path, text)).toBe(''));
});
