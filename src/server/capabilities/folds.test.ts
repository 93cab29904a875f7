import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fold } from '#server/kernel/capability.ts';
import type { Draft, Entry } from '#server/kernel/entry.ts';
import type { JournalKind } from '#server/kernel/journal.ts';
import { entriesOf, foldParts, lea, marie, noe, uid } from './acts.harness.ts';
import { everyLine, said } from './folds.samples.ts';
import { folds } from './index.ts';
import { ordinaryFile } from './ordinary-file.samples.ts';

const every = Object.entries(folds).flatMap(([on, slices]) =>
	Object.entries(slices).map(([name, fold]) => [`${on} ${name}`, on as JournalKind, fold as Fold<unknown>] as const),
);
const source = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8');
const kindsIn = (text: string): readonly string[] =>
	[...text.matchAll(/Entry<\s*'([a-zA-Z]+\.[a-zA-Z]+)'/g)].map((m) => m[1] ?? '');
const facts = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) =>
	name.endsWith('facts.ts'),
);
/** Every kind of line that a capability or the kernel declares. */
const declared = [...new Set([...facts, '../kernel/dossier.ts'].flatMap((path) => kindsIn(source(path))))].sort();

const lines = entriesOf(everyLine);
const author = fc.constantFrom<Entry['by']>(
	{ as: 'practitioner', account: marie },
	{ as: 'client', account: lea.account, person: lea.person },
	{ as: 'system' },
);
const data = fc.oneof(
	fc.jsonValue(),
	fc.constant(undefined),
	fc.dictionary(fc.constantFrom('id', 'person', 'document', 'account', 'kind'), fc.jsonValue()),
);
const place = { part: fc.constantFrom('joint', lea.person, noe.person), seq: fc.nat(), at: fc.nat(4e12), by: author };

/** The kinds of which a fold keeps something, in the life of a file. */
function keptBy(fold: Fold<unknown>): ReadonlySet<string> {
	const kept = new Set<string>();
	let facts = fold.none;
	for (const line of lines) {
		const next = fold.fold(facts, line);
		if (next !== facts) kept.add(line.kind);
		facts = next;
	}
	return kept;
}

test('a believable line of every kind was tried', () => {
	expect(declared.length).toBeGreaterThan(75);
	expect([...new Set(lines.map((line) => line.kind))].sort()).toEqual(declared);
});

describe.each(every)('%s', (_, on, fold) => {
	const kept = keptBy(fold);
	const foreign = declared.filter((kind) => !kept.has(kind));

	test('is remembered of the journal it says, under a version', () => {
		expect(fold.on).toBe(on);
		expect(fold.version).toBeGreaterThanOrEqual(1);
	});
	test('keeps something of some lines, and nothing of most', () => {
		expect(foreign.length).toBeLessThan(declared.length);
		expect(foreign.length).toBeGreaterThan(declared.length / 2);
	});
	test('is not touched by lines of others, whatever they hold', () => {
		const full = lines.reduce(fold.fold, fold.none);
		const kind = fc.oneof(
			fc.constantFrom(...foreign),
			fc.string().filter((s) => !declared.includes(s)),
		);
		fc.assert(
			fc.property(fc.record({ kind, data, ...place }), (entry) => {
				expect(fold.fold(full, entry as Entry)).toBe(full);
				expect(fold.fold(fold.none, entry as Entry)).toBe(fold.none);
			}),
			{ numRuns: 300 },
		);
	});
	test('folds its lines in any order, and never throws', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray([...lines]), (some) => {
				some.reduce(fold.fold, fold.none);
			}),
			{ numRuns: 200 },
		);
	});
	test('comes back the same from a snapshot, and goes on from it the same', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray([...lines]), fc.nat(lines.length), (some, cut) => {
				const before = some.slice(0, cut).reduce(fold.fold, fold.none);
				const snapshot: unknown = JSON.parse(JSON.stringify(before));
				expect(snapshot).toStrictEqual(before);
				expect(some.slice(cut).reduce(fold.fold, snapshot)).toStrictEqual(some.slice(cut).reduce(fold.fold, before));
			}),
			{ numRuns: 200 },
		);
	});
	test('leaves what it was given as it was', () => {
		const before = lines.reduce(fold.fold, fold.none);
		const copy = structuredClone(before);
		for (const line of lines) fold.fold(before, line);
		expect(before).toStrictEqual(copy);
	});
});

const sizeOf = (drafts: readonly Draft[]): number => {
	const entries = entriesOf(drafts);
	const parts = [...new Set(entries.map((e) => e.part))];
	const slices = Object.values(folds.dossier) as readonly Fold<unknown>[];
	return parts.reduce(
		(sum, part) =>
			sum + slices.reduce((all, fold) => all + JSON.stringify(foldParts(fold, entries).of(part)).length, 0),
		0,
	);
};

test('the facts of a file after a year of weekly meetings stay under 16 KB, all parts together', () => {
	const year = ordinaryFile(40, [lea.person]);
	expect(year.length).toBeGreaterThan(400);
	expect(sizeOf(year)).toBeLessThan(16 * 1024);
});

test('one more person is a part of their own, of 8 KB at most', () => {
	expect(sizeOf(ordinaryFile(40, [lea.person, noe.person])) - sizeOf(ordinaryFile(40, [lea.person]))).toBeLessThan(
		8 * 1024,
	);
});

test('the facts hardly grow with the years', () => {
	expect(sizeOf(ordinaryFile(120, [lea.person])) - sizeOf(ordinaryFile(40, [lea.person]))).toBeLessThan(1024);
});

test('somebody else’s words are not among the facts', () => {
	const words = JSON.stringify(
		[lea.person, noe.person, 'joint'].map((part) =>
			Object.values(folds.dossier).map((fold) => foldParts(fold as Fold<unknown>, lines).of(part)),
		),
	);
	expect(JSON.stringify(lines)).toContain(said);
	expect(words).not.toContain(said);
	expect(words).toContain(uid(61));
});
