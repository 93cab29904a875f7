import { inForce, openQuestions } from '#server/capabilities/consent/facts.ts';
import type { DossierPart, Facts } from '#server/capabilities/index.ts';
import { type Person, representativesOf } from '#server/kernel/dossier.ts';
import type { Judging } from '#server/kernel/norm.ts';
import { ageOn, DAY, dayOf } from '#server/kernel/time.ts';
import { judged, met, notApplicable, unmet, type Verdict, waived } from '#server/kernel/verdict.ts';
import { lookUp } from '#server/law/look-up.ts';
import { isTerritory } from '#words/territories.ts';
import { acknowledged, concerned, everyone, explained, handed, mend, norm, shown, worst } from './support.ts';

/** A consent that counts: in force, and given by somebody who could give it. */
function consented({ consent }: DossierPart, person: Person, why: string): Verdict {
	if (!consent.given || !inForce(consent))
		return unmet(consent.withdrawn ? `${why}.withdrawn` : why, mend('consent.record', person.id));
	return met(consent.given.evidence);
}

/** qc-2.01-a: informed consent of every person, before the first service. */
export const qc201a = norm(
	'qc-2.01-a',
	['service.start'],
	everyone((own, p) => consented(own, p, 'qc-2.01-a')),
);

/** nb-6-j: consent to the services. */
export const nb6j = norm(
	'nb-6-j',
	['service.start'],
	everyone((own, p) => consented(own, p, 'nb-6-j')),
);

/** qc-2.01-b: is the person able to consent? Where they are not, a representative with proof of authority. */
export const qc201b = norm(
	'qc-2.01-b',
	['consent.record'],
	everyone(({ consent }, p, facts, { now }) => {
		if (!consent.capacity) return unmet('qc-2.01-b', mend('capacity.assess', p.id));
		if (consent.capacity.result !== 'notAble') return judged(consent.capacity.evidence);
		const proven = representativesOf(facts.dossier.joint.dossier, p.id, now).find((r) => r.proofSeen);
		return proven
			? met(consent.capacity.evidence, proven.since)
			: unmet('qc-2.01-b.representative', mend('representative.name', p.id));
	}),
);

/** qc-2.01-c: each participating person consents, not a spokesperson; who has not is held in the waiting room. */
export const qc201c = norm('qc-2.01-c', ['session.admit'], (facts, judging) =>
	judging.focus.purpose !== undefined && judging.focus.purpose !== 'service'
		? notApplicable
		: everyone((own, p) => consented(own, p, 'qc-2.01-c'))(facts, judging),
);

/** qc-2.02-a: the services policy is published before the first client is accepted; what is missing is listed. */
export const qc202a = norm('qc-2.02-a', ['client.accept'], ({ practice }) =>
	shown(
		practice.policies.documents.services?.published?.evidence,
		'qc-2.02-a',
		mend('policy.publish', undefined, 'services'),
	),
);

/** qc-2.02-e: at least one other way of getting help that can be used where the client is. */
export const qc202e = norm('qc-2.02-e', ['policy.send'], (facts, { focus }) => {
	const places = focus.subject
		? [focus.subject]
		: Object.values(facts.dossier.joint.dossier.persons).length
			? [facts.dossier.joint.place.home?.territory ?? '']
			: [];
	const { terms } = facts.practice.practice;
	const missing = places.find((t) => t !== '' && (terms?.alternatives[t] ?? []).length === 0);
	return missing === undefined && terms
		? met(terms.evidence)
		: unmet('qc-2.02-e', mend('service.describe', undefined, missing));
});

/** qc-2.02-g: third parties are told of before they are used for this person. */
export const qc202g = norm(
	'qc-2.02-g',
	['channel.use'],
	everyone((own, p, { practice }) => {
		if (practice.practice.thirdPartiesVersion === 0) return notApplicable;
		return shown(
			acknowledged(own, 'thirdParties', practice.practice.thirdPartiesVersion),
			'qc-2.02-g',
			mend('notice.acknowledge', p.id, 'thirdParties'),
		);
	}),
);

/** qc-2.03-a: the information in the form this person needs; without that variant, an oral adaptation. */
export const qc203a = norm(
	'qc-2.03-a',
	['consent.record'],
	everyone(({ consent }, p) => {
		const { needs } = consent;
		if (!needs) return unmet('qc-2.03-a', mend('information.adapt', p.id));
		const built = needs.variant !== 'oral' && (needs.language === 'fr' || needs.language === 'en');
		return built || needs.adapted
			? met(needs.evidence)
			: unmet('qc-2.03-a.adaptation', mend('information.adapt', p.id));
	}),
);

/** qc-2.03-b: the chance to ask questions was given before signing. */
export const qc203b = norm(
	'qc-2.03-b',
	['consent.record'],
	everyone(({ consent }, p) => {
		if (openQuestions(consent).length > 0) return unmet('qc-2.03-b.open', mend('question.answer', p.id));
		return shown(
			consent.questionsOffered ?? Object.values(consent.questions)[0]?.asked,
			'qc-2.03-b',
			mend('questions.offer', p.id),
		);
	}),
);

/** qc-2.03-c: every question is answered, and the person settled for the answer. */
export const qc203c = norm(
	'qc-2.03-c',
	['service.start'],
	everyone(({ consent }, p) => {
		const [open] = openQuestions(consent);
		if (!open) return met(...Object.values(consent.questions).map((q) => q.settled));
		return open[1].answered
			? unmet('qc-2.03-c.confirm', mend('question.settle', p.id))
			: unmet('qc-2.03-c', mend('question.answer', p.id));
	}),
);

/** Identity seen, or waived with the limits told. */
function identified(own: DossierPart, p: Person, why: string): Verdict {
	const { checked, waived: without } = own.identity;
	if (checked) return met(checked.evidence);
	if (!without) return unmet(why, mend('identity.check', p.id));
	return waived('practitioner', without.reason, without.evidence);
}

/** qc-2.04-a: reasonable steps to know who the client is. */
export const qc204a = norm(
	'qc-2.04-a',
	['service.start'],
	everyone((own, p) => identified(own, p, 'qc-2.04-a')),
);

/** nb-5-b: reasonable efforts to confirm identity. */
export const nb5b = norm(
	'nb-5-b',
	['service.start'],
	everyone((own, p) => identified(own, p, 'nb-5-b')),
);

/** qc-2.04-c: where identity is not verified, the limits of the service are told first. */
export const qc204c = norm(
	'qc-2.04-c',
	['service.start'],
	everyone(({ identity }, p) => {
		if (identity.checked || !identity.waived) return notApplicable;
		return shown(identity.limitsTold, 'qc-2.04-c', mend('limits.tell', p.id));
	}),
);

/** qc-2.04-b: where is the client, for this session? An answer, a withheld place, or a signed reason. */
export const qc204b = norm('qc-2.04-b', ['session.admit'], (facts, { focus }) => {
	if (focus.subject === undefined)
		return Object.keys(facts.dossier.joint.sessions.open).length === 0
			? notApplicable
			: worst(concerned(facts, focus).map((p) => placeKnown(facts.dossier.of(p.id), p, undefined, facts)));
	return worst(concerned(facts, focus).map((p) => placeKnown(facts.dossier.of(p.id), p, focus.subject, facts)));
});

function placeKnown({ identity }: DossierPart, p: Person, session: string | undefined, { dossier }: Facts): Verdict {
	const { arrival } = identity;
	const again = mend('arrival.declare', p.id, session);
	if (!arrival || (session !== undefined && arrival.session !== session)) return unmet('qc-2.04-b', again);
	if (arrival.waived) return waived('practitioner', '', arrival.evidence);
	// An anonymous service asks for the territory and accepts silence.
	if (arrival.territory !== undefined || dossier.joint.dossier.anonymous) return met(arrival.evidence);
	return unmet('qc-2.04-b', again);
}

const preliminary = ({ dossier }: Facts, why: string): Verdict => {
	const { decision } = dossier.joint.suitability;
	return decision ? judged(decision.evidence) : unmet(why, mend('suitability.finalise'));
};

/** qc-2.07-a: a preliminary assessment at the first contact, before anything but a first contact is booked. */
export const qc207a = norm('qc-2.07-a', ['appointment.book'], (facts) => preliminary(facts, 'qc-2.07-a'));

/** nb-3-c: do the intervention and the means suit? Both questions are answered before acceptance. */
export const nb3c = norm('nb-3-c', ['client.accept'], (facts) => {
	const { decision } = facts.dossier.joint.suitability;
	if (decision && !(decision.interventionFits && decision.meansFit)) return unmet('nb-3-c.no', mend('referral.record'));
	return preliminary(facts, 'nb-3-c');
});

type Ask = 'relevance' | 'clinical' | 'experience' | 'disability' | 'language' | 'culture' | 'safety';

const answered = (
	duty: 'qc-2.07-b' | 'qc-2.08-b' | 'qc-2.08-c' | 'qc-2.08-d' | 'qc-2.08-e' | 'qc-2.08-f' | 'qc-2.08-g',
	question: Ask,
) =>
	norm(
		duty,
		['suitability.finalise'],
		everyone(({ suitability }, p) => {
			const answer = suitability.answers[question];
			return answer ? judged(answer.evidence) : unmet(duty, mend('suitability.answer', p.id, question));
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

/** qc-2.08-g: supports and emergency services near the client; stale once they are in another town. */
export const qc208g = norm(
	'qc-2.08-g',
	['suitability.finalise'],
	everyone(({ suitability, identity }, p) => {
		const { safety } = suitability.answers;
		const again = mend('suitability.answer', p.id, 'safety');
		if (!safety) return unmet('qc-2.08-g', again);
		const now = identity.lastPlace?.town;
		return now !== undefined && safety.town !== undefined && now !== safety.town
			? unmet('qc-2.08-g.moved', again)
			: judged(safety.evidence);
	}),
);

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

/** qc-2.07-d: what the person understood; after a failed telling, a conversation and a second one. */
export const qc207d = norm(
	'qc-2.07-d',
	['consent.record'],
	everyone(({ consent }, p) => {
		const told = Object.entries(consent.teachBack);
		const failed = told.find(([, t]) => !t.understood);
		if (failed) return unmet('qc-2.07-d.again', mend('teachBack.record', p.id, failed[0]));
		return told.length > 0
			? met(...told.map(([, t]) => t.evidence))
			: unmet('qc-2.07-d', mend('teachBack.record', p.id));
	}),
);

/** qc-2.08-0a: is a meeting in person, by video or by telephone needed first? If so, it was held. */
export const qc2080a = norm('qc-2.08-0a', ['service.start'], ({ dossier }, { focus }) => {
	const { decision } = dossier.joint.suitability;
	if (!decision) return unmet('qc-2.08-0a', mend('suitability.finalise'));
	const { firstMeeting } = decision;
	const session = focus.subject === undefined ? undefined : dossier.joint.sessions.open[focus.subject];
	if (firstMeeting === 'none' || session?.mode === firstMeeting) return judged(decision.evidence);
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
	const answeredAt = notes.stillFits?.evidence.seq ?? 0;
	// A decision or a review clears the triggers; an answer in a note comes after them by its place in the journal.
	const asked = suitability.triggers.some((t) => t.evidence.seq > answeredAt) || now - last > REVIEW_DAYS * DAY;
	if (input?.stillFits === 'yes' || input?.stillFits === 'no' || (input?.stillFits === 'deferred' && input.deferred))
		return judged();
	if (!asked || sessions.last?.mode === 'inPerson')
		return last > 0 ? judged(notes.stillFits?.evidence ?? suitability.decision?.evidence) : notApplicable;
	return unmet('qc-2.08-0b', mend('suitability.review'));
});

/** What a note that is being signed says of itself; undefined on the board. */
export function noteInput(means: string | undefined) {
	return means === undefined
		? undefined
		: (JSON.parse(means) as {
				stillFits?: string;
				deferred: boolean;
				mood?: string;
				moodNote: boolean;
				attests: readonly string[];
				missingAuthors: number;
			});
}

/** qc-2.08-a: old enough to consent alone where they are; otherwise somebody with authority consents for them. */
export const qc208a = norm(
	'qc-2.08-a',
	['consent.record'],
	everyone((own, p, facts, judging) => {
		const { age } = own.suitability;
		if (!age) return unmet('qc-2.08-a', mend('age.record', p.id));
		const years =
			age.birthDate === undefined ? bandYears[age.band ?? 'adult'] : ageOn(age.birthDate, dayOf(judging.now));
		if (years >= threshold(facts, judging)) return met(age.evidence);
		const proven = representativesOf(facts.dossier.joint.dossier, p.id, judging.now).find((r) => r.proofSeen);
		return proven ? met(age.evidence, proven.since) : unmet('qc-2.08-a.young', mend('representative.name', p.id));
	}),
);

/** A band is counted by its youngest member. */
const bandYears = { under14: 0, '14to17': 14, adult: 19 } as const;

/** The age of consenting alone, from the rule pack of the client's place; where it is not settled, the age of majority. The form shows the line's mark. */
function threshold(facts: Facts, judging: Judging): number {
	const place = facts.dossier.joint.place.home?.territory ?? facts.practitioner.practitioner.profile?.territory ?? '';
	const territory = isTerritory(place) ? place : 'OTHER';
	const day = dayOf(judging.now);
	const alone = lookUp('ageOfConsent', territory, day);
	if (alone.value?.settled) return alone.value.alone;
	return lookUp('ageOfMajority', territory, day).value ?? alone.value?.alone ?? 19;
}

/** qc-2.09-e1: each person has the practitioner's name and permit number and the Order's coordinates. */
export const qc209e1 = norm(
	'qc-2.09-e1',
	['service.start'],
	everyone((own, p) => shown(handed(own, 'regulator', 'regulatorNotice'), 'qc-2.09-e1', mend('policy.send', p.id))),
);

/** qc-2.09-e2: each person was told that they may report a suspected breach to the Order. */
export const qc209e2 = norm(
	'qc-2.09-e2',
	['service.start'],
	everyone((own, p) => shown(handed(own, 'regulator', 'complaint'), 'qc-2.09-e2', mend('policy.send', p.id))),
);

/** def-nb-consent-b: consent follows a talk about foreseeable risks and benefits; a signature alone does not count. */
export const defNbConsentB = norm(
	'def-nb-consent-b',
	['consent.record'],
	everyone(({ consent }, p) => {
		const talk = consent.discussion;
		return talk?.risks && talk.benefits && talk.voluntary
			? met(talk.evidence)
			: unmet('def-nb-consent-b', mend('discussion.record', p.id));
	}),
);

/** nb-6-e: confidentiality and its limits, explained; the clause is that of the client's territory. */
export const nb6e = norm(
	'nb-6-e',
	['service.start'],
	everyone((own, p, facts) => {
		const sent = own.consent.sent.confidentiality;
		const home = facts.dossier.joint.place.home?.territory ?? facts.practitioner.practitioner.profile?.territory;
		if (!sent || !handed(own, 'confidentiality', 'agreement', 'exceptions') || sent.territory !== home)
			return unmet('nb-6-e', mend('policy.send', p.id));
		return shown(explained(own, 'confidentiality'), 'nb-6-e.explain', mend('document.explain', p.id));
	}),
);

/** nb-6-m: the risks of wireless devices and new tools, known to the person. */
export const nb6m = norm(
	'nb-6-m',
	['service.start'],
	everyone((own, p) => {
		if (!handed(own, 'services', 'deviceRisks')) return unmet('nb-6-m', mend('policy.send', p.id));
		return shown(explained(own, 'services'), 'nb-6-m.explain', mend('document.explain', p.id));
	}),
);

/** qc-2.09-d1: what to do when a channel breaks is published before the channel is used. */
export const qc209d1 = norm('qc-2.09-d1', ['channel.enable'], ({ practice }) =>
	shown(publishedWith(practice, 'plans', 'interruption'), 'qc-2.09-d1', mend('policy.publish', undefined, 'plans')),
);

/** qc-2.09-b3: how card data are kept, shared and used, stated before cards are taken. */
export const qc209b3 = norm('qc-2.09-b3', ['channel.enable'], ({ practice }) => {
	if (!practice.practice.terms?.cards) return notApplicable;
	return shown(publishedWith(practice, 'cards', 'cards'), 'qc-2.09-b3', mend('policy.publish', undefined, 'cards'));
});

/** The proof that a published document holds these clauses. */
export const publishedWith = (practice: Facts['practice'], document: string, ...clauses: readonly string[]) => {
	const { published } = practice.policies.documents[document] ?? {};
	return published && clauses.every((c) => published.clauses.includes(c)) ? published.evidence : undefined;
};
