import { expect, test } from 'vitest';
import { duties } from '#server/norms/catalogue.ts';
import { locales } from '#words/i18n.ts';
import { dutyKind, dutyStage, dutyStrength, dutyWho, normSections } from '#words/norms-page.ts';
import { sectionOf } from './sections.ts';

test('every section of both documents holds duties, and none is left out', () => {
	const found = new Set(duties.map(({ id }) => sectionOf(id)));
	expect([...found].toSorted()).toEqual(Object.keys(normSections('fr')).toSorted());
});

test('a duty stands in the section that its number says', () => {
	expect(sectionOf('qc-2.01-a')).toBe('qc-2');
	expect(sectionOf('nb-9-e')).toBe('nb-9');
	expect(sectionOf('qc-annex-context')).toBe('qc-annex');
	expect(sectionOf('def-nb-technology')).toBe('nb-def');
	expect(sectionOf('nb-caution-b')).toBe('nb-intro');
});

test('everything the catalogue says of a duty has its words in both languages', () => {
	for (const locale of locales) {
		const stages: Readonly<Record<string, string>> = dutyStage(locale);
		for (const duty of duties) {
			const said = [dutyKind(locale)[duty.kind], dutyStrength(locale)[duty.strength], dutyWho(locale)[duty.who]];
			expect([...said, ...duty.stages.map((stage) => stages[stage])], duty.id).not.toContain(undefined);
		}
	}
});
