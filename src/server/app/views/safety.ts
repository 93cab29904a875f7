import type { Facts } from '#server/capabilities/index.ts';
import type { DossierEntry } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { DAY } from '#server/kernel/time.ts';
import { safetyReviewDays } from '#server/norms/care.ts';
import { dutyById } from '#server/norms/catalogue.ts';
import type { Locale } from '#words/i18n.ts';
import { bodyAt } from './bodies.ts';

/** The lines whose words the page shows: each use, with its reason. */
export const safetyLines = (facts: Facts): readonly number[] =>
	facts.dossier.joint.dossier.skipped.map((s) => s.evidence.seq);

/** Each use of "safety first": who, why, which duties were passed, by when it is looked back at, and by whom. */
export function usesOf(
	facts: Facts,
	bodies: ReadonlyMap<number, Entry>,
	{ lang, now, me }: { readonly lang: Locale; readonly now: number; readonly me: string },
) {
	const { skipped, careTeam } = facts.dossier.joint.dossier;
	const { members } = facts.practice.practice;
	const days = safetyReviewDays(facts, now);
	const team = Object.keys(careTeam);
	const colleagues = Object.values(members).some((m) => m.account !== me && m.roles.includes('practitioner'));
	const bySeq = Map.groupBy(skipped, (s) => s.evidence.seq);
	const uses = [...bySeq].map(([seq, passed]) => {
		const [first] = passed;
		const said = bodyAt<Extract<DossierEntry, { kind: 'safety.first' }>['data']>(bodies, seq, 'safety.first');
		const by = (first?.evidence.at ?? 0) + days * DAY;
		const mine = first?.by === me;
		return {
			seq,
			at: first?.evidence.at ?? 0,
			who: members[first?.by ?? '']?.name ?? '',
			reason: said?.reason ?? '',
			duties: passed.map(({ duty }) => ({ id: duty, words: dutyById(duty).words[lang] })),
			reviewed: passed.every((p) => p.reviewed),
			by,
			late: by <= now,
			/** A colleague of the team looks at it; alone in the team of a practice of several, one says why. */
			forAnother: mine && team.length > 1,
			asksWhy: mine && team.length === 1 && colleagues,
		};
	});
	return { days, uses: uses.toSorted((a, b) => Number(a.reviewed) - Number(b.reviewed) || b.at - a.at) };
}
