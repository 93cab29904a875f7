import type { Locale } from '#words/i18n.ts';
import { type Territory, territoryName } from '#words/territories.ts';

/** « Rimouski, Québec », or the province alone. */
export const placeText = (locale: Locale, place: { readonly territory: Territory; readonly town?: string }): string =>
	[place.town, territoryName(place.territory, locale)].filter(Boolean).join(', ');
