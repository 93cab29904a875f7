import type { Locale } from './i18n.ts';
import { type State, stateNames, states } from './states.ts';

/** The provinces and territories of Canada. */
export const canadian = ['QC', 'NB', 'ON', 'NS', 'PE', 'NL', 'MB', 'SK', 'AB', 'BC', 'YT', 'NT', 'NU'] as const;
type Named = (typeof canadian)[number] | 'US' | 'OTHER';
/** A place a person may be, as far as rules go; `US` alone: the United States, without a word of which state. */
export type Territory = Named | State;

/** Every such place: the provinces and territories of Canada, the United States and each state, elsewhere. */
export const territories: readonly Territory[] = [...canadian, 'US', ...states, 'OTHER'];

/** Is this text the code of a place we know? */
export const isTerritory = (text: string | undefined): text is Territory => territories.includes(text as Territory);

/** Is this place one state of the United States? */
export const isState = (text: string | undefined): text is State => states.includes(text as State);

/** Name, and name with its preposition: « Québec », « au Québec ». */
const named: Readonly<Record<Named, Readonly<Record<Locale, readonly [name: string, inside: string]>>>> = {
	QC: { fr: ['Québec', 'au Québec'], en: ['Québec', 'in Québec'] },
	NB: { fr: ['Nouveau-Brunswick', 'au Nouveau-Brunswick'], en: ['New Brunswick', 'in New Brunswick'] },
	ON: { fr: ['Ontario', 'en Ontario'], en: ['Ontario', 'in Ontario'] },
	NS: { fr: ['Nouvelle-Écosse', 'en Nouvelle-Écosse'], en: ['Nova Scotia', 'in Nova Scotia'] },
	PE: {
		fr: ['Île-du-Prince-Édouard', 'à l’Île-du-Prince-Édouard'],
		en: ['Prince Edward Island', 'in Prince Edward Island'],
	},
	NL: {
		fr: ['Terre-Neuve-et-Labrador', 'à Terre-Neuve-et-Labrador'],
		en: ['Newfoundland and Labrador', 'in Newfoundland and Labrador'],
	},
	MB: { fr: ['Manitoba', 'au Manitoba'], en: ['Manitoba', 'in Manitoba'] },
	SK: { fr: ['Saskatchewan', 'en Saskatchewan'], en: ['Saskatchewan', 'in Saskatchewan'] },
	AB: { fr: ['Alberta', 'en Alberta'], en: ['Alberta', 'in Alberta'] },
	BC: { fr: ['Colombie-Britannique', 'en Colombie-Britannique'], en: ['British Columbia', 'in British Columbia'] },
	YT: { fr: ['Yukon', 'au Yukon'], en: ['Yukon', 'in Yukon'] },
	NT: {
		fr: ['Territoires du Nord-Ouest', 'dans les Territoires du Nord-Ouest'],
		en: ['Northwest Territories', 'in the Northwest Territories'],
	},
	NU: { fr: ['Nunavut', 'au Nunavut'], en: ['Nunavut', 'in Nunavut'] },
	US: {
		fr: ['États-Unis (État non précisé)', 'aux États-Unis'],
		en: ['United States (state not said)', 'in the United States'],
	},
	OTHER: { fr: ['Autre pays', 'dans un autre pays'], en: ['Another country', 'in another country'] },
};

const names = (territory: Territory) => (isState(territory) ? stateNames(territory) : named[territory]);

/** The name of a place: « Québec ». */
export const territoryName = (territory: Territory, locale: Locale): string => names(territory)[locale][0];

/** The name of a place with its preposition: « au Québec ». */
export const inTerritory = (territory: Territory, locale: Locale): string => names(territory)[locale][1];
