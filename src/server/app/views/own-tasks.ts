import { acts, type Facts } from '#server/capabilities/index.ts';
import type { Role } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';
import { board, isOfPractice } from '#server/norms/judge.ts';
import type { Locale } from '#words/i18n.ts';
import { mendWords, whyText } from '#words/refusals.ts';
import { mendHref } from '../mends.ts';

/** Something that one owes to one's own practice life or to the practice, whatever the client: what mends it, and by when. */
export interface OwnTask {
	readonly duty: string;
	readonly why: string;
	readonly label: string;
	readonly href: string;
	readonly by?: Instant;
}

/** The first steps of a new practice have their own list on the same page. */
const setUp = new Set([
	'permit.record',
	'policy.publish',
	'policy.adopt',
	'service.describe',
	'training.record',
	'drill.pass',
	'risk.read',
]);

/** Is it for somebody in one of these roles to mend? What others do is on their own first page. */
export const mayMend = (act: string, roles: readonly Role[]): boolean =>
	acts[act]?.act.who.some((role) => roles.includes(role)) ?? false;

interface At {
	readonly roles: readonly Role[];
	readonly now: Instant;
	readonly lang: Locale;
}

/** What is missing or due of the practitioner's or the practice's own, the most pressing first. */
export const ownTasks = (facts: Facts, { now, lang, roles }: At): readonly OwnTask[] =>
	board(facts, { now, focus: {} })
		.filter(({ duty }) => isOfPractice(duty.id))
		.flatMap(({ duty, verdict }): readonly OwnTask[] => {
			if (verdict.is !== 'unmet' && verdict.is !== 'due') return [];
			const href = verdict.mend && !setUp.has(verdict.mend.act) && mendHref(verdict.mend, { lang, dossier: undefined });
			if (!href || !verdict.mend || !mayMend(verdict.mend.act, roles)) return [];
			return [
				{
					duty: duty.id,
					why: whyText(lang, verdict.why).title,
					label: mendWords(lang, verdict.mend.act),
					href,
					...(verdict.is === 'due' && { by: verdict.by }),
				},
			];
		})
		.sort((a, b) => (a.by ?? 0) - (b.by ?? 0));
