import type { Facts } from '#server/capabilities/index.ts';
import { type Absence, absenceAt } from '#server/capabilities/practice/facts.ts';
import { DAY, type Instant } from '#server/kernel/time.ts';
import type { Locale } from '#words/i18n.ts';

/** A time away, as its practitioner sees it: until its last instant, whose day is the last day away. */
export interface ShownAbsence extends Pick<Absence, 'id' | 'from'> {
	readonly last: Instant;
	readonly running: boolean;
	readonly cover?: { readonly name: string; readonly phone: string };
}

const shown = ({ id, from, until, cover }: Absence, now: Instant): ShownAbsence => ({
	id,
	from,
	last: until - 1,
	running: from <= now,
	...(cover && { cover }),
});

/** The absences that are not over, the nearest first. */
export const absencesOf = ({ practitioner }: Facts, now: Instant): readonly ShownAbsence[] =>
	practitioner.practitioner.absences
		.filter((a) => a.until > now)
		.sort((a, b) => a.from - b.from)
		.map((a) => shown(a, now));

const SOON = 7 * DAY;

/** The absence that runs, or begins within a week: what Today says of it. */
export const absenceSoon = (facts: Facts, now: Instant): ShownAbsence | undefined =>
	absencesOf(facts, now).find((a) => a.from - now < SOON);

/** What somebody who is about to write reads first, in their language. */
export interface Away {
	readonly last: Instant;
	readonly notice: string;
	readonly cover?: { readonly name: string; readonly phone: string };
}

/** The absence of whoever answers for this file, while it runs. */
export function awayNow({ practitioner }: Facts, now: Instant, lang: Locale): Away | undefined {
	const found = absenceAt(practitioner.practitioner, now);
	return found && { last: found.until - 1, notice: found.notice[lang], ...(found.cover && { cover: found.cover }) };
}
