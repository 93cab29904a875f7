import { closesMeans, closesRemote } from '#server/capabilities/consent/answer-facts.ts';
import { inForce, openQuestions } from '#server/capabilities/consent/facts.ts';
import type { DossierPart, Facts } from '#server/capabilities/index.ts';
import { type Person, representativesOf } from '#server/kernel/dossier.ts';
import type { Judging } from '#server/kernel/norm.ts';
import { due, judged, met, notApplicable, unmet, type Verdict, waived } from '#server/kernel/verdict.ts';
import {
	acknowledged,
	changedSince,
	concerned,
	everyone,
	explained,
	handed,
	mend,
	norm,
	practiceNorm,
	shown,
	spokenByProof,
	worst,
} from './support.ts';

/**
 * A consent that counts: in force, and given by somebody who could give it. After a material change of what was agreed
 * to, it counts for the period of grace, so that care that runs is never closed overnight; then it is asked again.
 */
function consented(own: DossierPart, person: Person, why: string, facts: Facts, judging: Judging): Verdict {
	const { consent } = own;
	const { now } = judging;
	const again = mend('consent.record', person.id);
	const no = saidNo(own, person, why, facts, judging);
	if (no) return no;
	if (!consent.given || !inForce(consent)) return unmet(consent.withdrawn ? `${why}.withdrawn` : why, again);
	if (person.body && !spokenByProof(facts, person.id, now))
		return unmet(`${why}.body`, mend('representative.name', person.id));
	// Whoever said yes for them no longer may: a birthday, a mandate that ended.
	const spoken = representativesOf(facts.dossier.joint.dossier, person.id, now).length > 0;
	if (consent.given.by === 'representative' && !spoken) return unmet(`${why}.own`, again);
	const changed = changedSince(consent, facts);
	if (!changed) return met(consent.given.evidence);
	const read = changed.handed ? again : mend('policy.send', person.id);
	return now < changed.until ? due(changed.until, `${why}.again`, read) : unmet(`${why}.again`, read);
}

/**
 * A no to one clause holds back what depended on it, and only that: this means, or every service that is not in person.
 * Offered to meet in person since, the person was given the other way; nothing at a distance starts all the same.
 */
function saidNo({ consent }: DossierPart, person: Person, why: string, { dossier }: Facts, { focus }: Judging) {
	const { channel } = focus;
	const means = channel === undefined ? undefined : closesMeans(consent, channel);
	if (means) return unmet(`${why}.means`, mend('session.start', person.id, focus.subject));
	const remote = channel === 'inPerson' ? undefined : closesRemote(consent);
	if (!remote) return undefined;
	const offered = dossier.joint.intake.inPerson?.evidence;
	if (channel === undefined && offered && offered.at >= remote.evidence.at) return undefined;
	return unmet(`${why}.clause`, mend('inPerson.offer', person.id));
}

/** qc-2.01-a: informed consent of every person, before the first service. */
export const qc201a = norm(
	'qc-2.01-a',
	['service.start'],
	everyone((own, p, facts, judging) => consented(own, p, 'qc-2.01-a', facts, judging)),
);

/** nb-6-j: consent to the services. */
export const nb6j = norm(
	'nb-6-j',
	['service.start'],
	everyone((own, p, facts, judging) => consented(own, p, 'nb-6-j', facts, judging)),
);

/** qc-2.01-b: is the person able to consent? Where they are not, a representative with proof of authority. */
export const qc201b = norm(
	'qc-2.01-b',
	['consent.record'],
	everyone(({ consent }, p, facts, { now }) => {
		if (!consent.capacity) return unmet('qc-2.01-b', mend('capacity.assess', p.id));
		if (consent.capacity.result !== 'notAble') return judged(consent.capacity.evidence);
		const proven = spokenByProof(facts, p.id, now);
		return proven
			? met(consent.capacity.evidence, proven.since)
			: unmet('qc-2.01-b.representative', mend('representative.name', p.id));
	}),
);

/** qc-2.01-c: each participating person consents, not a spokesperson; who has not is held in the waiting room. */
export const qc201c = norm('qc-2.01-c', ['session.admit'], (facts, judging) =>
	judging.focus.purpose !== undefined && judging.focus.purpose !== 'service'
		? notApplicable
		: everyone((own, p) => consented(own, p, 'qc-2.01-c', facts, judging))(facts, judging),
);

/** qc-2.02-a: the services policy is published before the first client is accepted; what is missing is listed. */
export const qc202a = practiceNorm('qc-2.02-a', ['client.accept'], ({ practice }) =>
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
function identified(own: DossierPart, p: Person, why: string, { dossier, practice }: Facts): Verdict {
	const { checked, waived: without } = own.identity;
	if (checked) return met(checked.evidence);
	// Anonymity is the service, approved in advance: the reason is the practice's, for every caller.
	const line = dossier.joint.dossier.anonymous ? practice.practice.anonymousLine : undefined;
	if (line && !without) return waived('practice', line.reason, line.evidence);
	if (!without) return unmet(why, mend('identity.check', p.id));
	return waived('practitioner', without.reason, without.evidence);
}

/** qc-2.04-a: reasonable steps to know who the client is. */
export const qc204a = norm(
	'qc-2.04-a',
	['service.start'],
	everyone((own, p, facts) => identified(own, p, 'qc-2.04-a', facts)),
);

/** nb-5-b: reasonable efforts to confirm identity. */
export const nb5b = norm(
	'nb-5-b',
	['service.start'],
	everyone((own, p, facts) => identified(own, p, 'nb-5-b', facts)),
);

/** qc-2.04-c: where identity is not verified, the limits of the service are told first. */
export const qc204c = norm(
	'qc-2.04-c',
	['service.start'],
	everyone(({ identity }, p, { dossier }) => {
		if (identity.checked || (!identity.waived && !dossier.joint.dossier.anonymous)) return notApplicable;
		return shown(identity.limitsTold, 'qc-2.04-c', mend('limits.tell', p.id));
	}),
);

/** qc-2.04-b: where is the client, for this session? An answer, a withheld place, or a signed reason. */
export const qc204b = norm('qc-2.04-b', ['session.admit'], (facts, { focus }) => {
	if (focus.subject === undefined)
		return Object.keys(facts.dossier.joint.sessions.open).length === 0
			? notApplicable
			: worst(concerned(facts, focus).map((p) => placeKnown(facts.dossier.of(p.id), p, undefined, facts)));
	const session = facts.dossier.joint.sessions.open[focus.subject];
	// « Here, in this room » says nothing of where somebody is once the meeting is held through a tool.
	const elsewhere = session?.mode === 'inPerson' && focus.means !== undefined && focus.channel !== 'inPerson';
	return worst(
		concerned(facts, focus).map((p) => {
			const known = placeKnown(facts.dossier.of(p.id), p, focus.subject, facts);
			return elsewhere && known.is === 'waived'
				? unmet('qc-2.04-b', mend('arrival.declare', p.id, focus.subject))
				: known;
		}),
	);
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
	everyone((own, p, facts, judging) => {
		const sent = own.consent.sent.confidentiality;
		const home = facts.dossier.joint.place.home?.territory ?? facts.practitioner.practitioner.profile?.territory;
		if (!sent || !handed(own, 'confidentiality', 'agreement', 'exceptions') || sent.territory !== home)
			return unmet('nb-6-e', mend('policy.send', p.id));
		return shown(explained(own, 'confidentiality', facts, judging), 'nb-6-e.explain', mend('document.explain', p.id));
	}),
);

/** nb-6-m: the risks of wireless devices and new tools, known to the person. */
export const nb6m = norm(
	'nb-6-m',
	['service.start'],
	everyone((own, p, facts, judging) => {
		if (!handed(own, 'services', 'deviceRisks')) return unmet('nb-6-m', mend('policy.send', p.id));
		return shown(explained(own, 'services', facts, judging), 'nb-6-m.explain', mend('document.explain', p.id));
	}),
);

/** qc-2.09-d1: what to do when a channel breaks is published before the channel is used. */
export const qc209d1 = practiceNorm('qc-2.09-d1', ['channel.enable'], ({ practice }) =>
	shown(publishedWith(practice, 'plans', 'interruption'), 'qc-2.09-d1', mend('policy.publish', undefined, 'plans')),
);

/** qc-2.09-b3: how card data are kept, shared and used, stated before cards are taken. */
export const qc209b3 = practiceNorm('qc-2.09-b3', ['channel.enable'], ({ practice }) => {
	if (!practice.practice.terms?.cards) return notApplicable;
	return shown(publishedWith(practice, 'cards', 'cards'), 'qc-2.09-b3', mend('policy.publish', undefined, 'cards'));
});

/** The proof that a published document holds these clauses. */
export const publishedWith = (practice: Facts['practice'], document: string, ...clauses: readonly string[]) => {
	const { published } = practice.policies.documents[document] ?? {};
	return published && clauses.every((c) => published.clauses.includes(c)) ? published.evidence : undefined;
};
