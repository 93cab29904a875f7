import type { Facts } from '#server/capabilities/index.ts';
import type { LocalDate } from '#server/kernel/time.ts';
import type { Confidence } from '#server/law/line.ts';
import { type Found, lookUp, type Mark } from '#server/law/look-up.ts';
import type { Topic } from '#server/law/topics.ts';
import type { Locale } from '#words/i18n.ts';
import { territoryOf } from '../documents.ts';

/** How far a line of a rule pack may be trusted, and where and when it was read: shown beside it, never to a client. */
export interface Reading {
	readonly mark: Mark;
	readonly source?: string;
	readonly verifiedOn?: LocalDate;
	readonly confidence?: Confidence;
	readonly note?: string;
	/** A state without a sheet of its own: this is the default for its country. */
	readonly byDefault?: true;
}

/** The reading behind what the packs answered. */
export const readingOf = <K extends Topic>({ mark, line, byDefault }: Found<K>, lang: Locale): Reading => ({
	mark,
	...(byDefault && { byDefault }),
	...(line && {
		source: line.source,
		verifiedOn: line.verifiedOn,
		confidence: line.confidence,
		...(line.note && { note: line.note[lang] }),
	}),
});

/** The body that watches over the profession in a place, as the packs know it. */
export const regulatorOf = (territory: string | undefined, day: LocalDate) =>
	lookUp('regulator', territoryOf(territory), day).value;

/** The regulators that concern this practice: of its place, and of whoever looks. */
export function regulatorsOf(
	{ practice, practitioner }: Facts,
	{ day, lang }: { readonly day: LocalDate; readonly lang: Locale },
) {
	const places = [practitioner.practitioner.profile?.territory, practice.practice.profile?.territory];
	return [...new Set(places.map(territoryOf))].flatMap((territory) => {
		const found = lookUp('regulator', territory, day);
		if (!found.value) return [];
		const { key, name, address, phones, email, site } = found.value;
		const mail = lookUp('regulatorEmail', territory, day);
		const verified = practice.practice.regulators[key];
		return [
			{
				key,
				name: name[lang],
				proposed: { address, phones, site, email: email ?? mail.value },
				reading: readingOf(found, lang),
				emailReading: readingOf(email === undefined ? mail : found, lang),
				...(verified && {
					verified: {
						address: verified.address,
						phones: verified.phones,
						email: verified.email,
						site: verified.site,
						verifiedOn: verified.verifiedOn,
					},
				}),
			},
		];
	});
}
