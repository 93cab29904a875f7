import type { Bilingual } from '#words/clauses/facts.ts';
import type { Territory } from '#words/territories.ts';
import type { LocalDate } from '../kernel/time.ts';
import { ageAlone } from './age.ts';
import { lookUp, lookUpAll } from './look-up.ts';
import type { PrivacyLaw, RuleSheet, TerritorySheet } from './topics.ts';

/** A rule, and the place it comes from. */
export interface From<T> {
	readonly territory: Territory;
	readonly value: T;
}

/** The rules of several places at once: all that any of them says; where two speak of one thing, the stricter. */
export interface RulesOfAll {
	readonly laws: readonly From<PrivacyLaw>[];
	readonly sheets: readonly From<RuleSheet>[];
	readonly crossing: readonly From<TerritorySheet>[];
	readonly protection: readonly From<Bilingual>[];
	/** From which age somebody consents alone: the highest of them. */
	readonly ageAlone?: From<number>;
	/** How many years a file is kept: the longest. */
	readonly retentionYears?: From<number>;
}

const each = <T>(places: readonly Territory[], read: (place: Territory) => readonly T[]): readonly From<T>[] =>
	[...new Set(places)].flatMap((territory) => read(territory).map((value) => ({ territory, value })));
const highest = (all: readonly From<number>[]): From<number> | undefined =>
	all.reduce<From<number> | undefined>((top, one) => (top && top.value >= one.value ? top : one), undefined);

/** From which age somebody consents alone, in every one of these places. */
export const strictestAge = (places: readonly Territory[], day: LocalDate): From<number> | undefined =>
	highest(each(places, (place) => [ageAlone(place, day)]));

/** The union of the rules of the practitioner's place and of the client's; the stricter of two wins. */
export function rulesOfAll(own: Territory, others: readonly Territory[], day: LocalDate): RulesOfAll {
	const places = [own, ...others];
	const values = <T>(found: { readonly value: T | undefined }): readonly T[] =>
		found.value === undefined ? [] : [found.value];
	const ageAlone = strictestAge(places, day);
	const kept = highest(each(places, (p) => values(lookUp('retention', p, day)).map((r) => r.years)));
	return {
		laws: each(places, (p) => lookUpAll('privacyLaw', p, day).flatMap(values)),
		sheets: each(places, (p) => values(lookUp('ruleSheet', p, day))),
		crossing: each(others, (p) => values(lookUp('territorySheet', p, day))),
		protection: each(places, (p) => values(lookUp('childProtection', p, day)).map((c) => c.name)),
		...(ageAlone && { ageAlone }),
		...(kept && { retentionYears: kept }),
	};
}
