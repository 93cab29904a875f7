import type { Facts } from '#server/capabilities/index.ts';
import type { PersonId } from '#server/kernel/journal.ts';
import { dayOf, type Instant, type LocalDate } from '#server/kernel/time.ts';
import { type From, rulesOfAll } from '#server/law/both-places.ts';
import { lookUp } from '#server/law/look-up.ts';
import type { Locale } from '#words/i18n.ts';
import { bothPlacesWords } from '#words/place-notice.ts';
import { type Territory, territoryName } from '#words/territories.ts';
import { territoryOf } from '../documents.ts';
import { type Reading, readingOf } from './regulators.ts';

/** What is to be read before somebody who is in another place is let in: that place's sheet, and whether it was read. */
export interface PlaceNotice {
	readonly person: PersonId;
	readonly name: string;
	readonly territory: Territory;
	readonly sheetOf: LocalDate;
	readonly authorisation?: string;
	readonly notes?: string;
	readonly regulator?: string;
	readonly reading: Reading;
	readonly readAt?: Instant;
}

interface At {
	readonly now: Instant;
	readonly lang: Locale;
}

/** The notice for one person who is in that place, on the sheet of the day (nb-4-b). */
export function placeNoticeOf(
	facts: Facts,
	{ person, territory }: Pick<PlaceNotice, 'person' | 'territory'>,
	{ now, lang }: At,
): PlaceNotice {
	const found = lookUp('territorySheet', territory, dayOf(now));
	const sheetOf = found.line?.verifiedOn ?? dayOf(now);
	const read = facts.dossier.of(person).place.noticesRead[territory];
	return {
		person,
		name: facts.dossier.joint.dossier.persons[person]?.name ?? '',
		territory,
		sheetOf,
		reading: readingOf(found, lang),
		...(found.value && { authorisation: found.value.authorisation, notes: found.value.notes[lang] }),
		...(found.value?.regulator && { regulator: found.value.regulator.name[lang] }),
		...(read && (!found.line || read.sheetOf === sheetOf) && { readAt: read.evidence.at }),
	};
}

/** The rules of the practitioner's place and of the client's together, one line each; undefined when it is one place. */
export function bothRules(facts: Facts, theirs: readonly Territory[], { now, lang }: At) {
	const own = territoryOf(facts.practitioner.practitioner.profile?.territory);
	const others = [...new Set(theirs)].filter((t) => t !== own);
	if (others.length === 0) return undefined;
	const words = bothPlacesWords(lang);
	const rules = rulesOfAll(own, others, dayOf(now));
	const name = ({ territory }: From<unknown>): string => territoryName(territory, lang);
	const { ageAlone: age, retentionYears: kept } = rules;
	return {
		places: words.places(territoryName(own, lang), others.map((t) => territoryName(t, lang)).join(', ')),
		lines: [
			...rules.sheets.map((s) => words.sheet(s.value.title[lang], name(s))),
			...(age ? [words.age(age.value, name(age))] : []),
			...(kept ? [words.keep(kept.value, name(kept))] : []),
			...rules.laws.map((l) => words.law(`${l.value.name[lang]}, ${l.value.citation}`, name(l))),
			...rules.protection.map((c) => words.child(c.value[lang], name(c))),
		],
	};
}
