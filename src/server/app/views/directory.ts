import type { Facts } from '#server/capabilities/index.ts';
import type { RegulatorContact } from '#server/capabilities/practice/facts.ts';
import type { LocalDate } from '#server/kernel/time.ts';
import { aYearAfter } from '#server/law/line.ts';
import { lookUp, lookUpAll } from '#server/law/look-up.ts';
import type { Locale } from '#words/i18n.ts';
import { canadian, type Territory, territoryName } from '#words/territories.ts';
import { type Reading, readingOf } from './regulators.ts';

/** One body of the directory: what the packs know of it, and what somebody of the practice looked up, and when. */
export interface Listing {
	readonly key: string;
	readonly name: string;
	/** No body registers the profession there. */
	readonly none: boolean;
	/** The pack knows no name: the practice types it. */
	readonly unnamed: boolean;
	readonly reading: Reading;
	readonly known: Partial<Pick<RegulatorContact, 'address' | 'phones' | 'email' | 'site' | 'lookup'>>;
	readonly verifiedOn?: LocalDate;
	/** It was verified more than a year ago. */
	readonly stale: boolean;
}

/** The bodies of one place. */
export interface Place {
	readonly territory: Territory;
	readonly name: string;
	readonly bodies: readonly Listing[];
}

interface At {
	readonly day: LocalDate;
	readonly lang: Locale;
}

/** Was this looked at more than a year ago? */
export const isStale = (verifiedOn: LocalDate, day: LocalDate): boolean => aYearAfter(verifiedOn) <= day;

/** The directory of regulators: every province and territory, known or not. */
export const directoryOf = (facts: Facts, at: At): readonly Place[] =>
	canadian.map((territory) => ({
		territory,
		name: territoryName(territory, at.lang),
		bodies: bodiesOf(facts, territory, at),
	}));

function bodiesOf({ practice }: Facts, territory: Territory, { day, lang }: At): readonly Listing[] {
	const full = lookUp('regulator', territory, day).value;
	return lookUpAll('regulatorListing', territory, day).flatMap((found): readonly Listing[] => {
		if (!found.value) return [];
		const { key, name, site, lookup, none } = found.value;
		const verified = practice.practice.regulators[key];
		const proposed = {
			...(full && { address: full.address, phones: full.phones, email: full.email }),
			site,
			lookup,
		} as Listing['known'];
		return [
			{
				key,
				name: verified?.name ?? name[lang],
				none: none === true && !verified,
				unnamed: found.line.confidence === 'notFound',
				reading: readingOf(found, lang),
				known: verified ?? proposed,
				stale: verified !== undefined && isStale(verified.verifiedOn, day),
				...(verified && { verifiedOn: verified.verifiedOn }),
			},
		];
	});
}
