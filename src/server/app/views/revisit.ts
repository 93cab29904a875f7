import { inForce, pointsHeld } from '#server/capabilities/consent/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import { type Mode, modes } from '#server/kernel/field.ts';
import type { PersonId } from '#server/kernel/journal.ts';
import type { Instant } from '#server/kernel/time.ts';
import { judge } from '#server/norms/judge.ts';
import { pointsOf, type ReviewTrigger, reviewTriggers } from '#words/clauses/revisit.ts';

/** Why a consent is gone over, and to which means one changes. */
export interface About {
	readonly trigger: ReviewTrigger;
	readonly mode?: Mode;
}

/** `mode.chat`, `periodic`… as an address carries it; the calendar where it says nothing. */
export function aboutOf(text: string | null | undefined): About {
	const [name = '', mode] = (text ?? '').split('.');
	const trigger = reviewTriggers.find((t) => t === name) ?? 'periodic';
	const to = modes.find((m) => m === mode);
	if (trigger === 'mode') return to ? { trigger, mode: to } : { trigger: 'periodic' };
	return { trigger };
}

/** A review that waits: why, whether it is late, and by when. */
export interface Waiting extends About {
	readonly by?: Instant;
}

/** The review that this person's consent waits for now. */
export function reviewWaiting(facts: Facts, person: PersonId, now: Instant): Waiting | undefined {
	const verdict = judge('qc-2.03-d', facts, { now, focus: { person } });
	if (verdict.is !== 'unmet' && verdict.is !== 'due') return undefined;
	if (verdict.mend?.act !== 'consent.review') return undefined;
	return { ...aboutOf(verdict.mend.about), ...(verdict.is === 'due' && { by: verdict.by }) };
}

/** The clauses to read again for that reason, of those the person holds. */
export const clausesFor = (facts: Facts, person: PersonId, { trigger, mode }: About): readonly string[] =>
	pointsHeld(facts.dossier.of(person).consent, pointsOf(trigger, mode));

/** Each person's consent, as the practitioner goes over it. */
export const reviewsOf = (facts: Facts, now: Instant, asked: string | null) =>
	beneficiaries(facts.dossier.joint.dossier).map(({ id, name }) => {
		const { consent } = facts.dossier.of(id);
		const waiting = reviewWaiting(facts, id, now);
		const about = waiting ?? aboutOf(asked);
		const times = [consent.given, ...Object.values(consent.reviews.by).map((evidence) => ({ evidence }))];
		const last = Math.max(0, ...times.map((t) => t?.evidence.at ?? 0));
		return {
			id,
			name,
			inForce: inForce(consent),
			...(waiting && { waiting }),
			about,
			points: clausesFor(facts, id, about),
			talk: consent.reviews.talk !== undefined,
			...(last > 0 && { last }),
		};
	});
