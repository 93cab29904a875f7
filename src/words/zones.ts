import { catalog, type Locale } from './i18n.ts';
import { unitedStates } from './places.ts';
import type { State } from './states.ts';
import { canadian, isState, type Territory, territoryName } from './territories.ts';

/** The time zone most people of a place live in; a meeting keeps the zone it was agreed in. */
const zones: Readonly<Record<Exclude<Territory, State>, string>> = {
	QC: 'America/Toronto',
	NB: 'America/Moncton',
	ON: 'America/Toronto',
	NS: 'America/Halifax',
	PE: 'America/Halifax',
	NL: 'America/St_Johns',
	MB: 'America/Winnipeg',
	SK: 'America/Regina',
	AB: 'America/Edmonton',
	BC: 'America/Vancouver',
	YT: 'America/Whitehorse',
	NT: 'America/Yellowknife',
	NU: 'America/Iqaluit',
	US: 'America/New_York',
	OTHER: 'America/Toronto',
};

/** The zones of the United States from east to west, and the states where most people live by each. */
const stateZones = {
	eastern: ['America/New_York', 'CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV'],
	central: ['America/Chicago', 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI'],
	mountain: ['America/Denver', 'CO ID MT NM UT WY'],
	arizona: ['America/Phoenix', 'AZ'],
	pacific: ['America/Los_Angeles', 'CA NV OR WA'],
	alaska: ['America/Anchorage', 'AK'],
	hawaii: ['Pacific/Honolulu', 'HI'],
} as const;
type Clock = keyof typeof stateZones;
const clocks = Object.keys(stateZones) as readonly Clock[];
const zoneOfState = new Map(
	Object.values(stateZones).flatMap(([zone, codes]) => codes.split(' ').map((code) => [`US-${code}`, zone] as const)),
);
const clockWords = catalog<Readonly<Record<Clock, string>>>(
	{
		eastern: 'heure de l’Est',
		central: 'heure du Centre',
		mountain: 'heure des Rocheuses',
		arizona: 'heure de l’Arizona',
		pacific: 'heure du Pacifique',
		alaska: 'heure de l’Alaska',
		hawaii: 'heure d’Hawaï',
	},
	{
		eastern: 'Eastern time',
		central: 'Central time',
		mountain: 'Mountain time',
		arizona: 'Arizona time',
		pacific: 'Pacific time',
		alaska: 'Alaska time',
		hawaii: 'Hawaii time',
	},
);

/** The states that live by two clocks: the hour is to be agreed by town. */
const twoClocks = 'AK AZ FL ID IN KS KY MI ND NE NV OR SD TN TX'.split(' ').map((code) => `US-${code}`);

/** Does this place live by two clocks, so that its zone is only that of most people there? */
export const hasTwoClocks = (territory: string | undefined): boolean => twoClocks.includes(territory ?? '');

/** The zone in which dates of a file are read; Québec's when the place is not known. */
export function zoneOf(territory: string | undefined): string {
	if (isState(territory)) return zoneOfState.get(territory) ?? zones.US;
	return Object.hasOwn(zones, territory ?? '') ? zones[territory as keyof typeof zones] : zones.QC;
}

/** Zones to choose from: those of Canada by their provinces, those of the United States by their clock. */
export function zoneOptions(locale: Locale): readonly { readonly value: string; readonly label: string }[] {
	const here = [...Map.groupBy(canadian, zoneOf)].map(([value, places]) => ({
		value,
		label: places.map((t) => territoryName(t, locale)).join(', '),
	}));
	const there = clocks.map((clock) => ({
		value: stateZones[clock][0],
		label: `${unitedStates(locale)} · ${clockWords(locale)[clock]}`,
	}));
	return [...here, ...there];
}
