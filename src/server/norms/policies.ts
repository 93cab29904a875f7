// What the practice says of itself, and when it is said again.
import { inForce, pointsHeld } from '#server/capabilities/consent/facts.ts';
import type { DossierPart, Facts } from '#server/capabilities/index.ts';
import { countsUntil, monthsAfter } from '#server/capabilities/policies/facts.ts';
import { beneficiaries, type Person } from '#server/kernel/dossier.ts';
import type { Mode } from '#server/kernel/field.ts';
import type { Judging } from '#server/kernel/norm.ts';
import { DAY, type Instant, startOf } from '#server/kernel/time.ts';
import { due, met, notApplicable, unmet, type Verdict } from '#server/kernel/verdict.ts';
import { documentKeys } from '#words/clauses/documents.ts';
import { pointsOf } from '#words/clauses/revisit.ts';
import { privacyStates } from '#words/clauses/states.ts';
import { publishedWith } from './section2.ts';
import { acknowledged, changedSince, everyone, handed, mend, norm, practiceNorm, shown } from './support.ts';

/** qc-3.06: one does not publish the exchanges; complaints, advice, courts and one's own file stay free. */
export const qc306 = norm(
	'qc-3.06',
	[],
	everyone((own, p) => {
		if (!handed(own, 'services', 'noRepublish')) return unmet('qc-3.06.package', mend('policy.send', p.id));
		return shown(acknowledged(own, 'noRepublish'), 'qc-3.06', mend('notice.acknowledge', p.id, 'noRepublish'));
	}),
);

/** What the published privacy policy must state, read from the running system and the settings. */
const statesOf = ({ practice, system }: Facts): Readonly<Record<string, string>> =>
	privacyStates({
		storage: system.storage,
		retentionYears: practice.practice.terms?.retentionYears,
		thirdParties: Object.values(practice.practice.thirdParties),
	});

/** Which fact of the running system the published policy no longer states as it is. */
const contradicted = (facts: Facts): boolean => {
	const stated = facts.practice.policies.documents.privacy?.published?.states ?? {};
	return Object.entries(statesOf(facts)).some(([key, text]) => stated[key] !== text);
};

/** nb-6-h: each client holds the privacy policy, in a version that no material change came after. */
export const nb6h = norm('nb-6-h', [], (facts, judging) => {
	const publish = mend('policy.publish', undefined, 'privacy');
	if (!publishedWith(facts.practice, 'privacy', 'privacy', 'privacyFacts')) return unmet('nb-6-h.publish', publish);
	if (contradicted(facts)) return unmet('nb-6-h.changed', publish);
	return everyone((own, p, { practice }, { now }) => {
		const sent = own.consent.sent.privacy;
		const send = mend('policy.send', p.id);
		if (!sent) return unmet('nb-6-h', send);
		const until = countsUntil(practice.policies.documents.privacy, sent.version);
		if (until === undefined) return met(sent.evidence);
		return now < until ? due(until, 'nb-6-h.older', send) : unmet('nb-6-h.older', send);
	})(facts, judging);
});

/** Documents without which a set of policies is not whole; cards only where cards are taken. */
const policySet = documentKeys.filter((key) => key !== 'cards');
/** nb-2-e: a whole set of policies, with the section that protects the practitioner, read again at its date; soft. */
export const nb2e = practiceNorm('nb-2-e', [], ({ practice }, { now }) => {
	const { documents } = practice.policies;
	const safety = publishedWith(practice, 'workplace', 'staffSafety');
	const lessened = documents.workplace?.published?.omitted.some((part) => part.startsWith('staffSafety.'));
	if (!safety || lessened) return unmet('nb-2-e.safety', mend('policy.publish', undefined, 'workplace'));
	const missing = policySet.find((key) => !documents[key]?.published);
	if (missing) return unmet('nb-2-e', mend('policy.publish', undefined, missing));
	const [first] = policySet
		.flatMap((key) => {
			const published = documents[key]?.published;
			return published ? [{ key, at: startOf(published.reviewOn), evidence: published.evidence }] : [];
		})
		.sort((a, b) => a.at - b.at);
	if (!first) return notApplicable;
	if (first.at <= now) return due(first.at, 'nb-2-e.review', mend('policy.review', undefined, first.key));
	return { is: 'met', proof: 'machine', evidence: [safety, first.evidence], changesAt: first.at };
});

/** nb-intro-b: a protocol that is also used at a distance says how it is then done; soft. */
export const nbIntroB = practiceNorm('nb-intro-b', ['protocol.attach'], ({ practice }, { focus }) => {
	const { protocols } = practice.protocols;
	const lacks = (id: string): boolean => protocols[id]?.usedRemotely === true && !protocols[id].remoteVariant;
	if (focus.subject !== undefined) {
		const protocol = protocols[focus.subject];
		if (!protocol) return unmet('nb-intro-b.unknown', mend('protocol.write'));
		if (focus.means !== 'remote') return met(protocol.evidence);
		return protocol.usedRemotely && protocol.remoteVariant
			? met(protocol.evidence)
			: unmet('nb-intro-b', mend('protocol.write', undefined, protocol.id));
	}
	const incomplete = Object.keys(protocols).find(lacks);
	if (incomplete) return unmet('nb-intro-b', mend('protocol.write', undefined, incomplete));
	const all = Object.values(protocols).map((p) => p.evidence);
	return all.length > 0 ? met(...all) : notApplicable;
});

/** qc-4.04-c: the rule during holidays: in what clients are handed, and for each absence who covers or that nobody does. */
export const qc404c = norm('qc-4.04-c', ['absence.set'], (facts, judging) => {
	const { means } = judging.focus;
	if (means !== undefined) return means === 'nothing' ? unmet('qc-4.04-c', mend('absence.set')) : met();
	const clause = publishedWith(facts.practice, 'communications', 'holidays');
	if (!clause) return unmet('qc-4.04-c.clause', mend('policy.publish', undefined, 'communications'));
	return everyone((own, p) =>
		shown(handed(own, 'communications', 'holidays'), 'qc-4.04-c.package', mend('policy.send', p.id)),
	)(facts, judging);
});

const REVIEW_GRACE = 30 * DAY;

/** The means this person goes to: the session at hand, or those that are open or booked. */
function modesAhead({ dossier }: Facts, person: Person, { focus }: Judging): readonly Mode[] {
	if (focus.channel !== undefined) return [focus.channel as Mode];
	const { sessions, scheduling } = dossier.joint;
	const booked = Object.values(scheduling.appointments).filter((a) => a.state === 'booked');
	return [...Object.values(sessions.open), ...booked].flatMap(({ mode, purpose, persons }) =>
		purpose === 'service' && persons.includes(person.id) ? [mode] : [],
	);
}

/** The means one changes to and whose clauses were not read again: care has begun by another. */
const switchedTo = (own: DossierPart, person: Person, facts: Facts, judging: Judging): Mode | undefined => {
	const { served, firstService } = facts.dossier.joint.sessions;
	if (!firstService) return undefined;
	return modesAhead(facts, person, judging).find(
		(mode) =>
			!served[mode] && !own.consent.reviews.modes[mode] && pointsHeld(own.consent, pointsOf('mode', mode)).length > 0,
	);
};

/** Somebody who receives the service with this person joined after their consent, and it was not gone over since. */
function joinedSince({ consent }: DossierPart, person: Person, { dossier }: Facts): boolean {
	const { by } = consent.reviews;
	const last = Math.max(
		consent.given?.evidence.at ?? 0,
		...[by.participant, by.periodic, by.policy].map((e) => e?.at ?? 0),
	);
	return beneficiaries(dossier.joint.dossier).some((other) => other.id !== person.id && other.since.at > last);
}

/** What changed and asks for a review now, apart from the means and the calendar. */
function changeOf(own: DossierPart, person: Person, facts: Facts): Verdict | undefined {
	const { consent } = own;
	const review = (trigger: string) => mend('consent.review', person.id, trigger);
	if (consent.reviews.talk) return unmet('qc-2.03-d.talk', review('periodic'));
	if (consent.reviews.asked) return unmet('qc-2.03-d.asked', review(consent.reviews.asked.trigger));
	if (joinedSince(own, person, facts)) return unmet('qc-2.03-d.participant', review('participant'));
	const told = facts.practice.practice.thirdPartiesVersion;
	if (told > 0 && !acknowledged(own, 'thirdParties', told))
		return unmet('qc-2.03-d.third', mend('notice.acknowledge', person.id, 'thirdParties'));
	const changed = changedSince(consent, facts);
	if (!changed) return undefined;
	const again = mend(changed.handed ? 'consent.record' : 'policy.send', person.id);
	return due(changed.until, 'qc-2.03-d.policy', again);
}

/** The calendar: so many months after the consent, or after it was last gone over. */
function periodic({ consent }: DossierPart, person: Person, { practice }: Facts, now: Instant): Verdict {
	const { by } = consent.reviews;
	const all = [consent.given?.evidence, ...Object.values(by)].filter((e) => e !== undefined);
	const [last] = all.sort((a, b) => b.at - a.at);
	if (!last) return notApplicable;
	const at = startOf(monthsAfter(last.at, practice.policies.months.consent));
	if (now < at) return { is: 'met', proof: 'machine', evidence: [last], changesAt: at };
	const review = mend('consent.review', person.id, 'periodic');
	return now < at + REVIEW_GRACE ? due(at + REVIEW_GRACE, 'qc-2.03-d', review) : unmet('qc-2.03-d', review);
}

/**
 * qc-2.03-d: the important points are gone over again when something changes, and from time to time. The first session by
 * another means waits for its clauses; the rest is a task, and never holds care back.
 */
export const qc203d = norm(
	'qc-2.03-d',
	['channel.use'],
	everyone((own, p, facts, judging) => {
		const { consent } = own;
		if (!consent.given || !inForce(consent) || facts.dossier.joint.dossier.state === 'closed') return notApplicable;
		const mode = switchedTo(own, p, facts, judging);
		if (mode) return unmet('qc-2.03-d.mode', mend('consent.review', p.id, `mode.${mode}`));
		if (judging.focus.channel !== undefined) return met(consent.reviews.modes[judging.focus.channel as Mode]);
		return changeOf(own, p, facts) ?? periodic(own, p, facts, judging.now);
	}),
);
