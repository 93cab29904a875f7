import { expect, test } from 'vitest';
import { documents } from '#words/clauses/documents.ts';
import { duties, dutiesAt, dutyById, dutyIds, editions } from './catalogue.ts';

test('every duty of both documents is there, once', () => {
	expect(duties).toHaveLength(293);
	expect(new Set(duties.map((d) => d.id)).size).toBe(293);
	expect(duties.map((d) => d.id)).toEqual([...dutyIds]);
	expect(duties.filter((d) => d.applies.order === 'OTSTCFQ')).toHaveLength(189);
	expect(duties.filter((d) => d.applies.order === 'ATSNB')).toHaveLength(104);
});

test('every duty has its words in both languages, and they differ', () => {
	for (const d of duties) {
		expect(d.words.fr.trim(), d.id).not.toBe('');
		expect(d.words.en.trim(), d.id).not.toBe('');
		expect(d.words.fr, d.id).not.toBe(d.words.en);
	}
});

test('"says the same as" is symmetric and never points at itself', () => {
	for (const d of duties)
		for (const other of d.overlaps) {
			expect(other, d.id).not.toBe(d.id);
			expect(dutyById(other).overlaps, `${d.id} ↔ ${other}`).toContain(d.id);
		}
});

test('a duty refuses acts exactly when it says how hard', () => {
	for (const d of duties) expect(d.enforced_at.length > 0, d.id).toBe(d.enforcement !== undefined);
});

test('every duty belongs to the edition of the body whose members it binds', () => {
	for (const d of duties) {
		expect(d.edition.document, d.id).toBe(d.applies.order);
		expect(d.id.startsWith(d.applies.order === 'OTSTCFQ' ? 'qc-' : 'nb-') || d.id.startsWith('def-'), d.id).toBe(true);
		expect(editions[d.edition.document].why.fr).not.toBe('');
	}
});

test('a duty is in force from its first day', () => {
	const first = duties.find((d) => d.id === 'qc-2.01-a')?.edition.from ?? '';
	expect(dutiesAt(first).some((d) => d.id === 'qc-2.01-a')).toBe(true);
	expect(dutiesAt('2015-12-14').some((d) => d.id === 'qc-2.01-a')).toBe(false);
	expect(dutiesAt('2015-12-14').some((d) => d.id === 'nb-2-h')).toBe(true);
	expect(dutiesAt('2000-01-01')).toEqual([]);
	expect(dutiesAt('2026-11-22')).toHaveLength(293);
});

test('a number that no document has is a fault, not a shrug', () => {
	expect(() => dutyById('qc-9.99-z')).toThrow('qc-9.99-z');
	expect(dutyById('qc-2.01-a').enforced_at).toEqual(['service.start']);
});

test('nothing in the catalogue names a working file', () => {
	expect(JSON.stringify(duties)).not.toMatch(/\.txt|\.json|\.md\b|\bseed/);
});

test('every duty that a clause serves is in the catalogue', () => {
	const served = documents.flatMap((d) => Object.values(d.requiredBy).flat());
	expect(served.length).toBeGreaterThan(36);
	for (const id of served) expect(dutyById(id).id).toBe(id);
	for (const d of duties)
		if (d.enforced_at.includes('policy.publish')) expect(served, `${d.id} has its clause`).toContain(d.id);
});
