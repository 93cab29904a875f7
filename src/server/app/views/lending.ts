import type { Facts } from '#server/capabilities/index.ts';
import type { Loan, LoanFacts } from '#server/capabilities/loans/facts.ts';
import type { World } from '#server/journal/world.ts';
import { present } from '#server/kernel/dossier.ts';
import { DAY, dayOf, type Instant, type LocalDate, startOf } from '#server/kernel/time.ts';
import { lookUp } from '#server/law/look-up.ts';
import type { Locale } from '#words/i18n.ts';
import { territoryOf } from '../documents.ts';
import { factsOf } from '../facts.ts';
import type { Listed } from '../lists.ts';
import { membersOf } from './practice.ts';

/** A device that somebody has, as a page shows it. */
export interface ShownLoan {
	readonly id: string;
	readonly what: string;
	readonly from: LocalDate;
	readonly until: LocalDate;
	readonly over: boolean;
	readonly answers: string;
	readonly lost?: { readonly how: 'lost' | 'stolen'; readonly at: Instant };
	/** The line in which it was agreed. */
	readonly seq: number;
}

const isOver = ({ until }: Loan, now: Instant): boolean => dayOf(now) > until;

/** What somebody was lent, what must come back first at the top. */
export const loansOf = ({ out }: LoanFacts, { practice }: Facts, now: Instant): readonly ShownLoan[] =>
	Object.entries(out)
		.map(([id, loan]) => ({
			id,
			what: loan.what,
			from: loan.from,
			until: loan.until,
			over: isOver(loan, now),
			answers: practice.practice.members[loan.answers]?.name ?? '',
			...(loan.lost && { lost: { how: loan.lost.how, at: loan.lost.evidence.at } }),
			seq: loan.evidence.seq,
		}))
		.toSorted((a, b) => Number(b.lost !== undefined) - Number(a.lost !== undefined) || a.until.localeCompare(b.until));

/** Whom to tell when a client's words may have been on a device that was lost, by the practice's own law. */
export function lossAuthority({ practice }: Facts, now: Instant, lang: Locale) {
	const { value } = lookUp('breachAuthority', territoryOf(practice.practice.profile?.territory), dayOf(now));
	return value && { name: value.name[lang], notice: value.notice[lang] };
}

/** Of all that is lent in a file: when the first is to come back, and whether one was lost. */
export function lentIn({ dossier }: Facts): { readonly by: Instant; readonly lost: boolean } | undefined {
	const all = Object.keys(dossier.joint.dossier.persons).flatMap((p) => Object.values(dossier.of(p).loans.out));
	if (all.length === 0) return undefined;
	return { by: Math.min(...all.map((l) => startOf(l.until))), lost: all.some((l) => l.lost !== undefined) };
}

/** Each person present, and what they were lent. */
export const loansOfAll = (facts: Facts, now: Instant) =>
	present(facts.dossier.joint.dossier).map(({ id, name, language }) => ({
		id,
		name,
		language,
		loans: loansOf(facts.dossier.of(id).loans, facts, now),
	}));

/** What Today says of devices that were lent: lost, late, or to come back within the week. */
export interface LentToday {
	readonly key: string;
	/** Whose file, or what was lent to oneself. */
	readonly label: string;
	readonly own: boolean;
	readonly place: string;
	readonly lost: boolean;
	readonly over: boolean;
	readonly by: Instant;
}

const WEEK = 7 * DAY;

/** The devices that somebody of one's files, or oneself, must give back now or soon; what is lost first. */
export function lentToday(briefs: readonly Listed[], facts: Facts, now: Instant): readonly LentToday[] {
	const files = briefs.flatMap(({ id, label, lent }) =>
		lent ? [{ key: id, label, own: false, place: `clients/${id}/access`, lost: lent.lost, by: lent.by }] : [],
	);
	const own = Object.entries(facts.practitioner.loans.out).map(([id, { what, until, lost }]) => ({
		...{ key: id, label: what, own: true, place: 'practice/devices' },
		lost: lost !== undefined,
		by: startOf(until),
	}));
	return [...own, ...files]
		.filter(({ by, lost }) => lost || by - now < WEEK)
		.map((one) => ({ ...one, over: now >= one.by + DAY }))
		.toSorted((a, b) => Number(b.lost) - Number(a.lost) || a.by - b.by);
}

/** What colleagues were lent, name by name; whoever only looks sees their own. */
export async function loansOfColleagues(
	world: World<Facts>,
	facts: Facts,
	{ practice, now, only }: { readonly practice: string; readonly now: Instant; readonly only?: string },
) {
	const meeting = membersOf(facts.practice.practice).filter((m) => m.roles.includes('practitioner'));
	const asked = meeting.filter(({ account }) => only === undefined || account === only);
	const each = await Promise.all(
		asked.map(async ({ account, name }) => {
			const own = await factsOf(world, practice, { kind: 'practitioner', id: account });
			return own ? { account, name, loans: loansOf(own.facts.practitioner.loans, facts, now) } : undefined;
		}),
	);
	return each.filter((one) => one !== undefined);
}
