import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lineWords } from '#words/timeline.ts';

const sources = [
	'src/server/kernel/dossier.ts',
	...globSync(
		'src/server/capabilities/{intake,suitability,boundaries,identity,jurisdiction,consent,scheduling,sessions,messages,notes}/facts.ts',
	),
];
const kinds = new Set(
	sources.flatMap((f) => [...readFileSync(f, 'utf8').matchAll(/Entry<\s*'([a-zA-Z.]+)'/g)].map((m) => m[1] ?? '')),
);

test('every kind of line of a client’s file has its words, in both languages', () => {
	expect(kinds.size).toBeGreaterThan(60);
	// These stand in a practitioner's own journal.
	const own = [
		'territory.checked',
		'regulator.told',
		'rules.acknowledged',
		'availability.set',
		'availability.excepted',
	];
	const ofDossiers = [...kinds].filter((k) => !own.includes(k));
	for (const lang of ['fr', 'en'] as const) expect(ofDossiers.filter((k) => !(k in lineWords(lang)))).toEqual([]);
});
