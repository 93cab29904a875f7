import { expect, test } from 'vitest';
import { rulesOfAll, strictestAge } from './both-places.ts';

const today = '2026-11-22';

test('[def-qc-jurisdiction] two places: all that either says; where both speak, the stricter', () => {
	const rules = rulesOfAll('QC', ['NB'], today);
	expect(rules.laws.map((l) => `${l.territory} ${l.value.citation}`)).toEqual(['QC P-39.1', 'QC R-22.1', 'NB P-7.05']);
	expect(rules.sheets.map((s) => s.territory)).toEqual(['QC', 'NB']);
	expect(rules.crossing.map((s) => s.territory)).toEqual(['NB']);
	expect(rules.retentionYears).toEqual({ territory: 'NB', value: 7 });
	expect(rules.ageAlone).toEqual({ territory: 'NB', value: 19 });
});

test('[def-qc-jurisdiction] the same, whichever of the two is the practitioner’s', () => {
	expect(strictestAge(['NB', 'QC'], today)?.value).toBe(19);
	expect(strictestAge(['QC', 'NB'], today)?.value).toBe(19);
	expect(strictestAge(['QC'], today)?.value).toBe(14);
	expect(rulesOfAll('QC', ['QC'], today).laws).toHaveLength(2);
});
