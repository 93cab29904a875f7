import type { Locale } from './i18n.ts';

/** The places a person may be, as far as rules go: provinces and territories of Canada, the United States, elsewhere. */
export const territories = [
	'QC',
	'NB',
	'ON',
	'NS',
	'PE',
	'NL',
	'MB',
	'SK',
	'AB',
	'BC',
	'YT',
	'NT',
	'NU',
	'US',
	'OTHER',
] as const;
/** One of those places. */
export type Territory = (typeof territories)[number];

/** The provinces and territories of Canada. */
export const canadian = territories.filter((t) => t !== 'US' && t !== 'OTHER');

/** Is this text the code of a place we know? */
export const isTerritory = (text: string | undefined): text is Territory => territories.includes(text as Territory);

/** Name, and name with its preposition: « Québec », « au Québec ». */
const names: Readonly<Record<Territory, Readonly<Record<Locale, readonly [name: string, inside: string]>>>> = {
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
	US: { fr: ['États-Unis', 'aux États-Unis'], en: ['United States', 'in the United States'] },
	OTHER: { fr: ['Autre pays', 'dans un autre pays'], en: ['Another country', 'in another country'] },
};

/** The name of a place: « Québec ». */
export const territoryName = (territory: Territory, locale: Locale): string => names[territory][locale][0];

/** The name of a place with its preposition: « au Québec ». */
export const inTerritory = (territory: Territory, locale: Locale): string => names[territory][locale][1];
