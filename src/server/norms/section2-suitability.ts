import type { DossierPart, Facts } from '#server/capabilities/index.ts';
import type { Judging } from '#server/kernel/norm.ts';
import { ageOn, DAY, dayOf } from '#server/kernel/time.ts';
import { judged, met, notApplicable, unmet, type Verdict } from '#server/kernel/verdict.ts';
import { ageAlone } from '#server/law/age.ts';
import { strictestAge } from '#server/law/both-places.ts';
import { isTerritory } from '#words/territories.ts';
import { everyone, mend, norm, noteInput, referred, seenTogether, spokenByProof } from './support.ts';

const preliminary = ({ dossier }: Facts, why: string): Verdict => {
	const { decision } = dossier.joint.suitability;
	return decision ? judged(decision.evidence) : unmet(why, mend('suitability.finalise'));
};

/** qc-2.07-a: a preliminary assessment at the first contact, before anything but a first contact is booked. */
export const qc207a = norm('qc-2.07-a', ['appointment.book'], (facts) => preliminary(facts, 'qc-2.07-a'));

/**
 * nb-3-c: do the intervention and the means suit? Both questions are answered before acceptance. A no leads to other
 * help, whose outcome is asked for, or to meetings in person; it never becomes a yes by itself.
 */
export const nb3c = norm('nb-3-c', ['client.accept'], (facts, { now, focus }) => {
	const { suitability, intake } = facts.dossier.joint;
	const { decision } = suitability;
	if (!decision || (decision.interventionFits && decision.meansFit)) return preliminary(facts, 'nb-3-c');
	const { referral, inPerson } = intake;
	const accepting = focus.means === 'accept';
	if (!accepting && referral) return referred(referral, now, 'nb-3-c.follow');
	if (!accepting && decision.interventionFits && inPerson?.answer === 'accepted') return judged(inPerson.evidence);
	return unmet('nb-3-c.no', mend('referral.record'));
});

type Ask = 'relevance' | 'clinical' | 'experience' | 'disability' | 'language' | 'culture' | 'safety';

const answered = (
	duty: 'qc-2.07-b' | 'qc-2.08-b' | 'qc-2.08-c' | 'qc-2.08-d' | 'qc-2.08-e' | 'qc-2.08-f' | 'qc-2.08-g',
	question: Ask,
) =>
	norm(
		duty,
		['suitability.finalise'],
		everyone(({ suitability, loans }, p) => {
			const answer = suitability.answers[question];
			// A device that is lent is what it takes: the answer stands on it too.
			const lent = question === 'experience' ? Object.values(loans.out).map((loan) => loan.evidence) : [];
			return answer ? judged(answer.evidence, ...lent) : unmet(duty, mend('suitability.answer', p.id, question));
		}),
	);

/** qc-2.07-b: is an online service relevant for this person? */
export const qc207b = answered('qc-2.07-b', 'relevance');
/** qc-2.08-b: diagnosis and clinical aspects. */
export const qc208b = answered('qc-2.08-b', 'clinical');
/** qc-2.08-c: experience with these tools. */
export const qc208c = answered('qc-2.08-c', 'experience');
/** qc-2.08-d: disability, and the adaptations in place. */
export const qc208d = answered('qc-2.08-d', 'disability');
/** qc-2.08-e: language and literacy. */
export const qc208e = answered('qc-2.08-e', 'language');
/** qc-2.08-f: culture, values, integration. */
export const qc208f = answered('qc-2.08-f', 'culture');

/** qc-2.08-g: supports and emergency services near the client, stale once they are in another town; seen alone before being seen together. */
export const qc208g = norm(
	'qc-2.08-g',
	['suitability.finalise', 'appointment.book', 'session.start', 'session.admit'],
	(facts, judging) =>
		judging.focus.purpose === undefined
			? nearby(facts, judging)
			: seenTogether('qc-2.08-g.together', facts, judging.focus),
);

const nearby = everyone(({ suitability, identity }, p) => {
	const { safety } = suitability.answers;
	const again = mend('suitability.answer', p.id, 'safety');
	if (!safety) return unmet('qc-2.08-g', again);
	const now = identity.lastPlace?.town;
	return now !== undefined && safety.town !== undefined && now !== safety.town
		? unmet('qc-2.08-g.moved', again)
		: judged(safety.evidence);
});

/** qc-2.07-c: the three abilities, each found; "adapt" carries its adjustment. */
export const qc207c = norm(
	'qc-2.07-c',
	['suitability.finalise'],
	everyone(({ suitability }, p) => {
		const three = ['intellectual', 'emotional', 'physical'] as const;
		const blank = three.find((q) => !suitability.answers[q]);
		return blank
			? unmet('qc-2.07-c', mend('suitability.answer', p.id, blank))
			: judged(...three.map((q) => suitability.answers[q]?.evidence));
	}),
);

/** The text on risks and limits, read together to its end: what the practitioner found of what was understood. */
function foundTogether({ consent }: DossierPart) {
	const read = consent.together.done.services;
	return read?.whole && read.version === consent.sent.services?.version ? read : undefined;
}

/** qc-2.07-d: what the person understood; after a failed telling, a conversation and a second one. */
export const qc207d = norm(
	'qc-2.07-d',
	['consent.record'],
	everyone((own, p) => {
		const told = Object.entries(own.consent.teachBack);
		const failed = told.find(([, t]) => !t.understood);
		if (failed) return unmet('qc-2.07-d.again', mend('teachBack.record', p.id, failed[0]));
		const read = foundTogether(own);
		const since = told.some(([, t]) => t.inConversation && t.evidence.at >= (read?.evidence.at ?? 0));
		if (read && !read.understood && !since) return unmet('qc-2.07-d.again', mend('teachBack.record', p.id));
		const proof = [...told.map(([, t]) => t.evidence), ...(read?.understood ? [read.evidence] : [])];
		return proof.length > 0 ? met(...proof) : unmet('qc-2.07-d', mend('teachBack.record', p.id));
	}),
);

/** qc-2.08-0a: is a meeting in person, by video or by telephone needed first? If so, it was held. */
export const qc2080a = norm('qc-2.08-0a', ['service.start'], ({ dossier }, { focus }) => {
	const { decision } = dossier.joint.suitability;
	if (!decision) return unmet('qc-2.08-0a', mend('suitability.finalise'));
	const { firstMeeting } = decision;
	const session = focus.subject === undefined ? undefined : dossier.joint.sessions.open[focus.subject];
	if (firstMeeting === 'none' || (session && (focus.channel ?? session.mode) === firstMeeting))
		return judged(decision.evidence);
	const held =
		dossier.joint.sessions.met[firstMeeting] ??
		(firstMeeting === 'telephone' ? dossier.joint.intake.calledBack : undefined);
	return held
		? met(decision.evidence, held)
		: unmet('qc-2.08-0a.first', mend('appointment.book', undefined, firstMeeting));
});

const REVIEW_DAYS = 90;

/** qc-2.08-0b: does this form still suit? Left blank the counter runs; after the interval or a trigger it must be answered or put off with a reason. */
export const qc2080b = norm('qc-2.08-0b', ['note.sign'], ({ dossier }, { now, focus }) => {
	const { notes, suitability, sessions } = dossier.joint;
	const input = noteInput(focus.means);
	const last = Math.max(
		notes.stillFits?.evidence.at ?? 0,
		suitability.review?.evidence.at ?? 0,
		suitability.decision?.evidence.at ?? 0,
	);
	// Before any decision there is no form of service that could still suit.
	if (last === 0) return notApplicable;
	const answeredAt = notes.stillFits?.evidence.seq ?? 0;
	// A decision or a review clears the triggers; an answer in a note comes after them by its place in the journal.
	const asked = suitability.triggers.some((t) => t.evidence.seq > answeredAt) || now - last > REVIEW_DAYS * DAY;
	if (input?.stillFits === 'yes' || input?.stillFits === 'no' || (input?.stillFits === 'deferred' && input.deferred))
		return judged();
	if (!asked || sessions.last?.mode === 'inPerson')
		return judged(notes.stillFits?.evidence ?? suitability.decision?.evidence);
	return unmet('qc-2.08-0b', mend('suitability.review'));
});

/** qc-2.08-a: old enough to consent alone where they are; otherwise somebody with authority consents for them. */
export const qc208a = norm(
	'qc-2.08-a',
	['consent.record'],
	everyone((own, p, facts, judging) => {
		const { age } = own.suitability;
		const proven = spokenByProof(facts, p.id, judging.now);
		// A body has no age: it consents through somebody whose authority was seen.
		if (p.body) return proven ? met(proven.since) : unmet('qc-2.08-a.body', mend('representative.name', p.id));
		if (!age) return unmet('qc-2.08-a', mend('age.record', p.id));
		const years =
			age.birthDate === undefined ? bandYears[age.band ?? 'adult'] : ageOn(age.birthDate, dayOf(judging.now));
		if (years >= threshold(facts, judging)) return met(age.evidence);
		return proven ? met(age.evidence, proven.since) : unmet('qc-2.08-a.young', mend('representative.name', p.id));
	}),
);

/** A band is counted by its youngest member. */
const bandYears = { under14: 0, '14to17': 14, adult: 19 } as const;

/** In the practitioner's place and in the client's: the stricter of the two. */
function threshold(facts: Facts, judging: Judging): number {
	const places = [facts.practitioner.practitioner.profile?.territory, facts.dossier.joint.place.home?.territory];
	const known = places.filter((p) => p !== undefined).map((p) => (isTerritory(p) ? p : ('OTHER' as const)));
	return strictestAge(known, dayOf(judging.now))?.value ?? ageAlone(undefined, dayOf(judging.now));
}
