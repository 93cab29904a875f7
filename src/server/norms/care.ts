import { type CareFacts, escalations } from '#server/capabilities/care/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Focus, Judging } from '#server/kernel/norm.ts';
import { DAY, dayOf, startOf } from '#server/kernel/time.ts';
import {
	attested,
	dueOrLate,
	judged,
	met,
	notApplicable,
	unmet,
	type Verdict,
	waived,
} from '#server/kernel/verdict.ts';
import { lookUp } from '#server/law/look-up.ts';
import { concerned, everyone, mend, norm, noteInput, seenTogether, worst } from './support.ts';

/** Meetings to come that were booked before it was known that somebody needs an interpreter: each waits for a name, until its hour. */
const uninterpreted = ({ dossier }: Facts, { now }: Judging): readonly Verdict[] =>
	Object.values(dossier.joint.scheduling.appointments)
		.filter((a) => a.state === 'booked' && a.endsAt > now && !a.interpreted && a.purpose !== 'safety')
		.filter((a) => a.persons.some((p) => dossier.of(p).care.context?.interpreter === 'needed'))
		.toSorted((a, b) => a.startsAt - b.startsAt)
		.map((a) => dueOrLate(a.startsAt, now, 'qc-1.03-b.later', mend('interpreter.name', undefined, a.id)));

/** qc-1.03-b: culture, context and language assessed for each; who needs an interpreter has one at each later booking, or a written reason. */
export const qc103b = norm('qc-1.03-b', ['appointment.book'], (facts, judging) => {
	const { meeting } = judging.focus;
	// A client who takes a moment that was offered: what it needs was judged when it was offered.
	if (!meeting && judging.focus.purpose !== undefined) return notApplicable;
	if (!meeting) {
		const assessed = everyone(({ care }, p) =>
			care.context ? judged(care.context.evidence) : unmet('qc-1.03-b', mend('context.assess', p.id)),
		)(facts, judging);
		return worst([assessed, ...uninterpreted(facts, judging)]);
	}
	const needs = meeting.persons.filter((p) => facts.dossier.of(p).care.context?.interpreter === 'needed');
	if (needs.length === 0) return notApplicable;
	return meeting.interpreted ? met() : unmet('qc-1.03-b.interpreter', mend('appointment.book'));
});

/** nb-intro-e: an instrument is used once the practice has looked at it and allows it; else with a signed reason. */
export const nbIntroE = norm('nb-intro-e', ['instrument.use'], (facts, { focus }) => {
	const { instruments } = facts.practice.instruments;
	const judgeOne = (id: string | undefined): Verdict => {
		const known = instruments[id ?? ''];
		if (!known) return unmet('nb-intro-e', mend('instrument.appraise'));
		return known.decision === 'allowed'
			? judged(known.evidence)
			: unmet('nb-intro-e.unsafe', mend('instrument.appraise', undefined, known.id));
	};
	if (focus.subject !== undefined) return judgeOne(focus.subject);
	return worst(
		concerned(facts, focus).flatMap((p) =>
			facts.dossier.of(p.id).care.used.map((use) => {
				const verdict = judgeOne(use.instrument);
				return verdict.is === 'unmet' ? (reasonThen(facts, p.id, use.evidence.at) ?? verdict) : verdict;
			}),
		),
	);
});

/** The reason that was signed for that use: it stood when the instrument was used, and stays with it. */
function reasonThen({ dossier }: Facts, person: string, at: number): Verdict | undefined {
	const then = dossier.joint.dossier.waivers.find(
		(w) =>
			w.duty === 'nb-intro-e' &&
			(w.person === undefined || w.person === person) &&
			w.evidence.at <= at &&
			(w.until === undefined || at < w.until),
	);
	return then && waived(then.by, then.reason, then.evidence);
}

/** nb-3-j: both plans are written, and the version in force has reached the person. */
export const nb3j = norm(
	'nb-3-j',
	[],
	everyone(({ consent }, p) =>
		worst(
			(['emergency', 'failure'] as const).map((plan) => {
				const copy = consent.copies[plan];
				if (!copy) return unmet('nb-3-j', mend('plan.give', p.id, plan));
				if (!copy.had) return unmet('nb-3-j.undelivered', mend('plan.deliver', p.id, plan));
				return copy.had.way === 'portal' ? met(copy.had.evidence) : attested(copy.had.evidence);
			}),
		),
	),
);

const REVIEW_GRACE = 14;

/** nb-3-d: work that has begun has a plan whose methods say how they are adapted; past its day, its review is due, then late. */
export const nb3d = norm('nb-3-d', [], ({ dossier }, { now }) => {
	const { care, sessions, dossier: file } = dossier.joint;
	const { plan } = care;
	if (file.state !== 'accepted' || plan?.ended) return plan?.ended ? judged(plan.reviewed) : notApplicable;
	if (!plan) return sessions.firstService ? unmet('nb-3-d', mend('interventionPlan.write')) : notApplicable;
	const on = startOf(plan.reviewOn);
	if (dayOf(now) < plan.reviewOn) return { ...judged(plan.evidence, plan.reviewed), changesAt: on } as Verdict;
	return dueOrLate(on + REVIEW_GRACE * DAY, now, 'nb-3-d.review', mend('interventionPlan.review'));
});

const flagsOf = ({ dossier }: Facts, focus: Focus) =>
	beneficiaries(dossier.joint.dossier).flatMap((p) =>
		Object.values(dossier.of(p.id).care.distress)
			.filter((d) => focus.subject === undefined || d.session === focus.subject)
			.map((flag) => ({ person: p.id, flag })),
	);

/** Long enough to reach the person, short enough that nobody is left alone with it. */
const REACH_WITHIN = DAY;

type Flag = CareFacts['distress'][string];
const answered = ({ answer }: Flag): boolean => answer !== undefined && escalations.includes(answer.to);

/** nb-caution-d: somebody who was not well while writing was offered a voice, a face or a room; the note says which, or why none. */
export const nbCautionD = norm('nb-caution-d', ['note.sign'], (facts, { now, focus }) => {
	const flags = flagsOf(facts, focus);
	if (flags.length === 0) return notApplicable;
	if (noteInput(focus.means)?.stayed) return judged();
	const said = new Map(facts.dossier.joint.notes.stayed.map(({ session, evidence }) => [session, evidence]));
	return worst(
		flags.map(({ person, flag }) => {
			if (answered(flag)) return attested(flag.evidence, flag.answer?.evidence);
			const why = said.get(flag.session ?? '');
			if (why) return judged(flag.evidence, why);
			const fix = mend('contact.escalate', person, flag.thread);
			// A note is being signed: it says so now.
			if (focus.means !== undefined) return unmet('nb-caution-d', fix);
			return dueOrLate(flag.evidence.at + REACH_WITHIN, now, 'nb-caution-d', fix);
		}),
	);
});

const packOf = { OTSTCFQ: 'QC', ATSNB: 'NB' } as const;

/** How long a use of "safety first" may wait for its look back: a dated line of the rule pack. */
export function safetyReviewDays({ practitioner }: Facts, now: number): number {
	const pack = packOf[practitioner.practitioner.profile?.order ?? 'ATSNB'];
	return lookUp('safetyReviewDays', pack, dayOf(now)).value ?? 0;
}

/** Does the practice have somebody else who could look, and is nobody but its author in the file's team? */
function needsPeer({ practice, dossier }: Facts, by: string | undefined): boolean {
	const { careTeam } = dossier.joint.dossier;
	const others = Object.values(practice.practice.members).some(
		(m) => m.account !== by && m.roles.includes('practitioner'),
	);
	return others && by !== undefined && Object.keys(careTeam).every((account) => account === by);
}

/** nb-caution-b: the client comes first: what was passed for their safety is looked back at in time, by a colleague where there is one. */
export const nbCautionB = norm(
	'nb-caution-b',
	['safety.review', 'appointment.book', 'session.start', 'session.admit'],
	(facts, judging) => {
		const { now, focus } = judging;
		const { skipped } = facts.dossier.joint.dossier;
		if (focus.purpose !== undefined) return seenTogether('nb-caution-b.together', facts, focus);
		if (focus.subject !== undefined) {
			const used = skipped.find((s) => String(s.evidence.seq) === focus.subject);
			const alone = used && needsPeer(facts, used.by) && focus.means !== 'reason';
			return alone ? unmet('nb-caution-b.peer', mend('safety.review')) : notApplicable;
		}
		if (skipped.length === 0) return notApplicable;
		const waiting = skipped.find((s) => !s.reviewed);
		if (!waiting) return judged(...skipped.map((s) => s.evidence));
		const by = waiting.evidence.at + safetyReviewDays(facts, now) * DAY;
		return dueOrLate(by, now, 'nb-caution-b', mend('safety.review'));
	},
);
