import { expect, test } from 'vitest';
import { changedClauses } from './policies.ts';

const words = (text: string) => {
	const one = { title: text, summary: [], text: [text], easy: [] };
	return { fr: one, en: one };
};

test('a clause differs when a word of it did, when it was added, when it was taken out', () => {
	const published = { fees: words('125 $'), risks: words('Les risques'), limits: words('Les limites') };
	const now = { fees: words('130 $'), risks: words('Les risques'), benefits: words('Les avantages') };
	expect([...changedClauses(now, published)].sort()).toEqual(['benefits', 'fees', 'limits']);
	expect(changedClauses(published, structuredClone(published))).toEqual([]);
});
