import { catalog, type Locale } from './i18n.ts';
import { states } from './states.ts';
import { canadian, isState, type Territory, territoryName } from './territories.ts';

const words = catalog(
	{ canada: 'Canada', states: 'États-Unis', elsewhere: 'Ailleurs' },
	{ canada: 'Canada', states: 'United States', elsewhere: 'Elsewhere' },
);

/** The name of the United States alone, where no state is asked. */
export const unitedStates = (locale: Locale): string => words(locale).states;

/** One place in a list to choose from, under the country it is in. */
export interface PlaceOption {
	readonly value: Territory;
	readonly label: string;
	readonly group: string;
}

const listed = (places: readonly Territory[], group: string, locale: Locale): readonly PlaceOption[] =>
	places.map((value) => ({ value, label: territoryName(value, locale), group }));

const statesByName = (locale: Locale): readonly Territory[] =>
	states.toSorted((a, b) => territoryName(a, locale).localeCompare(territoryName(b, locale), locale));

/** Where somebody is: a province, a state by its name, elsewhere. The United States alone are no answer here. */
export const presencePlaces = (locale: Locale): readonly PlaceOption[] => [
	...listed(canadian, words(locale).canada, locale),
	...listed(statesByName(locale), words(locale).states, locale),
	...listed(['OTHER'], words(locale).elsewhere, locale),
];

/** Any place rules or data may be of: the United States may stand whole. */
export const anyPlaces = (locale: Locale): readonly PlaceOption[] => [
	...listed(canadian, words(locale).canada, locale),
	...listed(['US', ...statesByName(locale)], words(locale).states, locale),
	...listed(['OTHER'], words(locale).elsewhere, locale),
];

/** Where somebody may hold a permit: a province, a territory or a state. */
export const permitPlaces = (locale: Locale): readonly PlaceOption[] =>
	presencePlaces(locale).filter(({ value }) => value !== 'OTHER');

/** Where the sheet of a place is read and checked; a state's is on the page once it is asked for. */
export const sheetHref = (locale: Locale, place: string): string =>
	`/${locale}/office/me/territories${isState(place) ? `?place=${place}` : ''}${place && `#${place}`}`;
