import { describe, expect, test } from 'vitest';
import { territoryField } from '#server/kernel/field.ts';
import { anyPlaces, permitPlaces, presencePlaces, sheetHref } from '#words/places.ts';
import { states } from '#words/states.ts';
import { inTerritory, isState, isTerritory, territories, territoryName } from '#words/territories.ts';
import { hasTwoClocks, zoneOf, zoneOptions } from '#words/zones.ts';
import { ageAlone } from './age.ts';
import { rulesOfAll } from './both-places.ts';
import { line } from './line.ts';
import { allForClient, lookUp, lookUpAll } from './look-up.ts';
import { packs } from './packs/index.ts';

const today = '2026-11-22';
const languages = ['fr', 'en'] as const;

describe.each(territories)('%s', (place) => {
	test('is a place acts can say, with a name of its own in both languages', () => {
		expect(isTerritory(place)).toBe(true);
		expect(territoryField.parse(place)).toBe(place);
		for (const locale of languages) {
			expect(territories.filter((t) => territoryName(t, locale) === territoryName(place, locale))).toEqual([place]);
			expect(territories.filter((t) => inTerritory(t, locale) === inTerritory(place, locale))).toEqual([place]);
		}
	});

	test('has a clock that zones can be chosen by, an age of consenting alone, and a sheet', () => {
		expect(() => new Intl.DateTimeFormat('fr-CA', { timeZone: zoneOf(place) })).not.toThrow();
		for (const locale of languages) expect(zoneOptions(locale).map((o) => o.value)).toContain(zoneOf(place));
		expect(ageAlone(place, today)).toBeGreaterThanOrEqual(14);
		const sheet = lookUp('territorySheet', place, today);
		expect(sheet.mark).not.toBe('missing');
		expect(sheet.byDefault === true).toBe(isState(place));
		const both = rulesOfAll('QC', [place], today);
		expect(both.crossing.map((s) => s.territory)).toEqual([place]);
	});

	test('stands once in each list it belongs to, under its country', () => {
		for (const locale of languages) {
			const once = [{ value: place, label: territoryName(place, locale), group: expect.any(String) }];
			expect(anyPlaces(locale).filter((o) => o.value === place)).toEqual(once);
			// Nobody is « in the United States » alone: the state is asked.
			expect(presencePlaces(locale).filter((o) => o.value === place)).toEqual(place === 'US' ? [] : once);
			expect(permitPlaces(locale).some((o) => o.value === place)).toBe(place !== 'US' && place !== 'OTHER');
		}
	});
});

test('the fifty states and the District of Columbia are there; an old « US » says that its state was not said', () => {
	expect(states).toHaveLength(51);
	expect(new Set(anyPlaces('fr').map((o) => o.group))).toEqual(new Set(['Canada', 'États-Unis', 'Ailleurs']));
	expect(territoryName('US', 'fr')).toBe('États-Unis (État non précisé)');
	expect(territoryName('US', 'en')).toBe('United States (state not said)');
	expect(isTerritory('US-PR')).toBe(false);
	expect(sheetHref('fr', 'US-NY')).toBe('/fr/office/me/territories?place=US-NY#US-NY');
	expect(sheetHref('fr', 'NB')).toBe('/fr/office/me/territories#NB');
});

test('in every state a client is told whom to call, by the default of the country', () => {
	for (const state of states)
		expect(
			allForClient('helpLine', state, today).map((l) => l.key),
			state,
		).toEqual(['911', '988']);
	expect(allForClient('helpLine', 'OTHER', today)).toEqual([]);
});

test('a state that was read answers for itself, and for that topic alone', () => {
	const [byDefault] = packs.filter((l) => l.territory === 'US' && l.topic === 'territorySheet');
	if (byDefault?.topic !== 'territorySheet') throw new Error('no default');
	const own = line<'territorySheet'>({
		...byDefault,
		territory: 'US-VT',
		value: { ...byDefault.value, authorisation: 'exempt' },
	});
	const lines = [...packs, own];
	expect(lookUp('territorySheet', 'US-VT', today, lines)).toMatchObject({
		value: { authorisation: 'exempt' },
		line: own,
	});
	expect(lookUp('territorySheet', 'US-VT', today, lines).byDefault).toBeUndefined();
	expect(lookUp('territorySheet', 'US-NY', today, lines)).toMatchObject({ byDefault: true, line: byDefault });
	expect(lookUpAll('helpLine', 'US-VT', today, lines).every((found) => found.byDefault)).toBe(true);
	expect([ageAlone('US-MS', today), ageAlone('US-NY', today)]).toEqual([21, 19]);
});

test('a state that lives by two clocks says so', () => {
	expect([hasTwoClocks('US-TN'), hasTwoClocks('US-NY'), hasTwoClocks('QC')]).toEqual([true, false, false]);
	expect([zoneOf('US-TN'), zoneOf('US-CA'), zoneOf('US')]).toEqual([
		'America/Chicago',
		'America/Los_Angeles',
		'America/New_York',
	]);
});
