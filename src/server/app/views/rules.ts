import type { Facts } from '#server/capabilities/index.ts';
import type { World } from '#server/journal/world.ts';
import { JOINT } from '#server/kernel/journal.ts';
import { dayOf, type Instant, type LocalDate } from '#server/kernel/time.ts';
import { aYearAfter } from '#server/law/line.ts';
import { lookUp, lookUpAll } from '#server/law/look-up.ts';
import { editionInForce } from '#server/law/rule-sheets.ts';
import type { Bilingual } from '#words/clauses/facts.ts';
import type { Locale } from '#words/i18n.ts';
import { type Territory, territoryName } from '#words/territories.ts';
import { territoryOf } from '../documents.ts';
import { factsOf } from '../facts.ts';
import { bodiesOf, bodyAt } from './bodies.ts';
import { membersOf } from './practice.ts';
import { type Reading, readingOf } from './regulators.ts';

/** The rules of a place as one reads them: the edition in force, its points, where they come from. */
export interface Sheet {
	readonly territory: Territory;
	readonly place: string;
	readonly edition: LocalDate;
	readonly title: string;
	readonly points: readonly string[];
	readonly site?: string;
	readonly reading?: Reading;
	readonly source?: string;
}

interface Asked {
	readonly practice: string;
	readonly now: Instant;
	readonly lang: Locale;
}
interface Published {
	readonly edition: LocalDate;
	readonly title: Bilingual;
	readonly points: Bilingual;
	readonly source: string;
	readonly site?: string;
}

/** The sheet of one's own rules that is in force for a place; undefined when neither the packs nor the practice have one. */
export async function sheetOf(
	world: World<Facts>,
	{ practice }: Facts,
	territory: Territory,
	{ practice: id, now, lang }: Asked,
): Promise<Sheet | undefined> {
	const published = practice.practice.ruleSheets[territory];
	const inForce = editionInForce(territory, dayOf(now), { published: published?.edition });
	if (!inForce) return undefined;
	const place = territoryName(territory, lang);
	if (inForce.by === 'packs') {
		const found = lookUp('ruleSheet', territory, dayOf(now));
		const { title, points } = found.value ?? { title: undefined, points: [] };
		const reading = readingOf(found, lang);
		return {
			territory,
			place,
			edition: inForce.edition,
			title: title?.[lang] ?? place,
			points: points.map((p) => p[lang]),
			reading,
		};
	}
	const seq = published?.evidence.seq;
	const bodies = await bodiesOf(world, { practice: id, dossier: id, parts: [JOINT], seqs: [seq] });
	const words = bodyAt<Published>(bodies, seq, 'ruleSheet.published');
	return (
		words && {
			territory,
			place,
			edition: words.edition,
			title: words.title[lang],
			points: words.points[lang].split(/\n+/).filter(Boolean),
			source: words.source,
			...(words.site !== undefined && { site: words.site }),
		}
	);
}

/** What one read of the rules of one's own place: which edition, when, and whether it is to be read now. */
export function readingOfMine({ practitioner, practice }: Facts, now: Instant) {
	const territory = territoryOf(practitioner.practitioner.profile?.territory);
	const read = practitioner.jurisdiction.rules[territory];
	const inForce = editionInForce(territory, dayOf(now), {
		published: practice.practice.ruleSheets[territory]?.edition,
	});
	const current = read !== undefined && inForce !== undefined && read.edition >= inForce.edition;
	const over = read !== undefined && dayOf(now) >= aYearAfter(dayOf(read.evidence.at));
	return { territory, ...(read && { edition: read.edition, at: read.evidence.at }), current: current && !over };
}

/** Who practises here, where, and what each has read of their own place's rules. */
export async function readersOf(world: World<Facts>, facts: Facts, { practice, now }: Asked) {
	const meeting = membersOf(facts.practice.practice).filter((m) => m.roles.includes('practitioner'));
	const readers = await Promise.all(
		meeting.map(async ({ account, name }) => {
			const own = await factsOf(world, practice, { kind: 'practitioner', id: account });
			return own?.facts.practitioner.practitioner.profile ? { name, ...readingOfMine(own.facts, now) } : undefined;
		}),
	);
	return readers.filter((r) => r !== undefined);
}

/** The law of the practice's own place, as the packs name it, and what the practice assessed of it. */
export function privacyOf({ practice, system }: Facts, day: LocalDate, lang: Locale) {
	const { profile, privacyAssessments } = practice.practice;
	const territory = territoryOf(profile?.territory);
	const done = privacyAssessments[territory];
	return {
		territory,
		place: territoryName(territory, lang),
		laws: lookUpAll('privacyLaw', territory, day).flatMap(({ value }) =>
			value ? [`${value.name[lang]} (${value.citation})`] : [],
		),
		hosting: system.storage.territory,
		...(done && {
			done: { reviewedOn: done.reviewedOn, hosting: done.hosting, over: day >= aYearAfter(done.reviewedOn) },
		}),
	};
}
