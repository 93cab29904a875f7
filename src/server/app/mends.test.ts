import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { acts } from '#server/capabilities/index.ts';
import { mendableActs, mendHref } from './mends.ts';

const sources = globSync('src/server/norms/*.ts')
	.map((f) => readFileSync(f, 'utf8'))
	.join('\n');
const named = new Set([...sources.matchAll(/mend\(\s*'([a-zA-Z]+\.[a-zA-Z]+)'/g)].map((m) => m[1] ?? ''));

test('every act that a norm names as its mend exists, and has a page', () => {
	expect(named.size).toBeGreaterThan(25);
	for (const act of named) {
		expect(Object.keys(acts), act).toContain(act);
		expect(mendableActs, act).toContain(act);
	}
});

test('a mend leads into the file it is about, to the person it is for', () => {
	const href = mendHref({ act: 'identity.check', person: 'p' }, { lang: 'fr', dossier: 'd' });
	expect(href).toBe('/fr/office/clients/d/interview#p-p');
});

test('the decision and the regulator’s coordinates have their own places', () => {
	const at = { lang: 'fr', dossier: 'd' } as const;
	for (const act of ['client.accept', 'client.decline'])
		expect(mendHref({ act }, at)).toBe('/fr/office/clients/d/decision');
	expect(mendHref({ act: 'regulator.verify', about: 'OTSTCFQ' }, at)).toBe('/fr/office/practice/tools#regulators');
});
