import { inForce } from '#server/capabilities/consent/facts.ts';
import type { DossierPart, Facts } from '#server/capabilities/index.ts';
import { beneficiaries, type Person, present, representativesOf } from '#server/kernel/dossier.ts';
import type { Evidence } from '#server/kernel/entry.ts';
import type { Judging } from '#server/kernel/norm.ts';
import { DAY, dayOf, type Instant } from '#server/kernel/time.ts';
import { attested, due, judged, met, notApplicable, unmet, type Verdict } from '#server/kernel/verdict.ts';
import { forClient, lookUp } from '#server/law/look-up.ts';
import { isTerritory } from '#words/territories.ts';
import { billedPayers } from './payments.ts';
import { everyone, mend, norm, spokenByProof, worst } from './support.ts';

// The way in: who a client is, from the request on, and no way in that leaves somebody out.

/** Until then it waits with its date; from then on it is missing. */
const within = (since: Evidence, wait: number, { now }: Judging, why: string, by: ReturnType<typeof mend>): Verdict =>
	now < since.at + wait ? due(since.at + wait, why, by) : unmet(why, by);

/** The package that left on paper is the one that was handed last. */
function onPaper({ consent, papers }: DossierPart): Evidence | undefined {
	const { posted } = papers;
	const isWhole = Object.entries(consent.sent).every(
		([key, { version, evidence }]) => posted && posted.documents[key] === version && posted.evidence.seq > evidence.seq,
	);
	return isWhole ? posted?.evidence : undefined;
}

/** Does this person, or who represents them, have an online space? */
const isConnected = ({ dossier }: Facts, person: Person, now: Instant): boolean => {
	const { dossier: who } = dossier.joint;
	const speakers = representativesOf(who, person.id, now).map((r) => who.persons[r.by]);
	return [person, ...speakers].some((p) => p?.account !== undefined);
};

/** qc-intro-b: telephone, paper and the office lead to the same service; what a space would show is posted or handed. */
export const qcIntroB = norm(
	'qc-intro-b',
	[],
	everyone((own, p, facts, { now }) => {
		if (isConnected(facts, p, now) || Object.keys(own.consent.sent).length === 0) return notApplicable;
		const posted = onPaper(own);
		if (!posted) return unmet('qc-intro-b', mend('package.post', p.id));
		const { given } = own.consent;
		if (!given || !inForce(own.consent)) return attested(posted);
		return given.witnessed || own.papers.scans.some((s) => s.of === 'consent')
			? attested(posted, given.evidence)
			: unmet('qc-intro-b.witness', mend('consent.record', p.id));
	}),
);

/** def-nb-consent-a: the person is able to consent, and it was confirmed that they are free to say no. */
export const defNbConsentA = norm(
	'def-nb-consent-a',
	[],
	everyone(({ consent }, p, facts, { now }) => {
		if (Object.keys(consent.sent).length === 0 && !consent.given) return notApplicable;
		if (!consent.capacity) return unmet('def-nb-consent-a.capacity', mend('capacity.assess', p.id));
		const alone = consent.capacity.result !== 'notAble';
		const proven = spokenByProof(facts, p.id, now);
		if (!alone && !proven) return unmet('def-nb-consent-a.representative', mend('representative.name', p.id));
		return consent.discussion?.voluntary
			? judged(consent.capacity.evidence, proven?.since, consent.discussion.evidence)
			: unmet('def-nb-consent-a', mend('discussion.record', p.id));
	}),
);

const COPY_WITHIN = 7 * DAY;

/** nb-2-h: consent stands in writing; what was said aloud or signed on paper also leaves as a written copy. */
export const nb2h = norm(
	'nb-2-h',
	[],
	everyone(({ consent, papers }, p, { dossier }, judging) => {
		const { given } = consent;
		if (!given)
			return dossier.joint.dossier.state === 'accepted'
				? unmet('nb-2-h.none', mend('consent.record', p.id))
				: notApplicable;
		// Who calls without a name gave nowhere to send a sheet to: what the record holds is the writing.
		if (given.means === 'signature' || (dossier.joint.dossier.anonymous && p.account === undefined))
			return met(given.evidence);
		if (papers.copy?.consent === given.id) return attested(given.evidence, papers.copy.evidence);
		return within(given.evidence, COPY_WITHIN, judging, 'nb-2-h', mend('copy.send', p.id));
	}),
);

const TOLD_WITHIN = DAY;

/** nb-6-g: whoever asks first is told, as early as can be, that technology is used. */
export const nb6g = norm('nb-6-g', [], ({ dossier }, judging) => {
	const { request, techInfo } = dossier.joint.intake;
	if (!request) return notApplicable;
	const asked = present(dossier.joint.dossier).filter((p) => p.roles.includes('requester'));
	const those = asked.length > 0 ? asked : beneficiaries(dossier.joint.dossier);
	return worst(
		those.map((p) => {
			const told = dossier.of(p.id).intake.techInfo ?? techInfo;
			return told
				? met(request.evidence, told)
				: within(request.evidence, TOLD_WITHIN, judging, 'nb-6-g', mend('techInfo.give', p.id));
		}),
	);
});

const HELP_WITHIN = 2 * DAY;

/** qc-intro-a: help to get to the tools is offered with the invitation; who asks for it is called. */
export const qcIntroA = norm(
	'qc-intro-a',
	[],
	everyone(({ access, intake, loans }, p, _facts, judging) => {
		const [waiting] = Object.values(access.help).sort((a, b) => a.asked.at - b.asked.at);
		if (waiting) return within(waiting.asked, HELP_WITHIN, judging, 'qc-intro-a', mend('help.close', p.id));
		const help = [
			intake.invited?.evidence,
			access.helped?.evidence,
			...Object.values(loans.out).map((l) => l.evidence),
		];
		return help.some((h) => h !== undefined) ? met(...help) : notApplicable;
	}),
);

/** The rehearsal of this person that is booked, and when it ends. */
const rehearsalBooked = ({ dossier }: Facts, person: string, now: Instant): Instant | undefined =>
	Object.values(dossier.joint.scheduling.appointments)
		.filter((a) => a.purpose === 'rehearsal' && a.state === 'booked' && a.persons.includes(person) && a.endsAt > now)
		.map((a) => a.endsAt)
		.sort((a, b) => a - b)[0];

/** qc-1.04-c: to whom video is new, a rehearsal is offered and booked; its result stands before the first service. */
export const qc104c = norm(
	'qc-1.04-c',
	['service.start'],
	everyone(({ access, suitability }, p, facts, { now, focus }) => {
		const { needed, offered, held } = access.coaching.video ?? {};
		const experience = suitability.answers.experience;
		const isNew = needed !== undefined || (experience !== undefined && experience.finding !== 'noObstacle');
		// Somebody met by telephone or in person needs no video to be served.
		const byOtherMeans = focus.channel !== undefined && focus.channel !== 'video';
		if (!isNew || byOtherMeans) return notApplicable;
		if (held) return judged(held.evidence);
		const booked = rehearsalBooked(facts, p.id, now);
		if (focus.subject === undefined && booked !== undefined)
			return due(booked, 'qc-1.04-c.booked', mend('rehearsal.record', p.id));
		return offered
			? unmet('qc-1.04-c.booked', mend('rehearsal.record', p.id))
			: unmet('qc-1.04-c', mend('rehearsal.offer', p.id));
	}),
);

/** How long this client's lines are kept: as the law of their place says, or longer where the practice says so. */
export function keptYears({ practice, practitioner, dossier }: Facts, now: Instant): number | undefined {
	const home = dossier.joint.place.home?.territory ?? practitioner.practitioner.profile?.territory;
	const law = isTerritory(home) ? forClient(lookUp('retention', home, dayOf(now)))?.years : undefined;
	// Whoever paid for a service may ask for more: the longest holds (nb-6-p).
	const asked = billedPayers(dossier).flatMap((id) => practice.payments.payers[id]?.years ?? []);
	const years = [law, practice.practice.terms?.retentionYears, ...asked].filter((y) => y !== undefined);
	return years.length > 0 ? Math.max(...years) : undefined;
}

/** def-qc-client-b: protected from the request on: somebody answers for it, it lies encrypted, its time of keeping is known. */
export const defQcClientB = norm('def-qc-client-b', [], (facts, { now }) => {
	const { dossier, intake } = facts.dossier.joint;
	if (!intake.request) return notApplicable;
	if (!facts.practice.practice.terms || keptYears(facts, now) === undefined)
		return unmet('def-qc-client-b', mend('service.describe'));
	return met(dossier.opened, intake.request.evidence);
});

/** def-nb-client-b: a mandate is a source of its own: two parties, the mandate on file, reporting asked apart. */
export const defNbClientB = norm('def-nb-client-b', [], ({ dossier }) => {
	const { intake, dossier: who } = dossier.joint;
	if (!intake.request) return notApplicable;
	if (intake.request.via !== 'mandate' && !intake.mandate) return met(intake.request.evidence);
	if (!present(who).some((p) => p.roles.includes('requester') && !p.roles.includes('beneficiary')))
		return unmet('def-nb-client-b.parties', mend('person.add'));
	if (!intake.mandate) return unmet('def-nb-client-b', mend('mandate.record'));
	const { mandate } = intake;
	if (!mandate.reporting) return met(mandate.evidence);
	return worst(
		beneficiaries(who).map((p) => {
			const asked = Object.values(dossier.of(p.id).uses.uses).find((u) => u.use === 'reporting');
			return asked && asked.state !== 'proposed'
				? met(mandate.evidence, asked.evidence)
				: unmet('def-nb-client-b.reporting', mend('use.propose', p.id));
		}),
	);
});

const bodies: readonly string[] = ['organisation', 'community'];

/** The bodies among those who are served; a file of an organisation or a community is one, even when it names no other. */
const bodiesServed = ({ dossier }: Facts): readonly (Person | undefined)[] => {
	const { dossier: who } = dossier.joint;
	const named = beneficiaries(who).filter((p) => p.body);
	return named.length === 0 && bodies.includes(who.kind) ? [undefined] : named;
};

/** A body is a client through somebody who may speak for it, whose authority was seen. */
function spokenFor(facts: Facts, body: Person | undefined, { now }: Judging, why: string): Verdict {
	const { representations, persons, opened } = facts.dossier.joint.dossier;
	const proven = representations.find(
		(r) =>
			r.proofSeen &&
			(body === undefined || r.of === body.id) &&
			(r.until === undefined || now < r.until) &&
			persons[r.by]?.leftAt === undefined,
	);
	return proven ? met(opened, proven.since) : unmet(why, mend('representative.name', body?.id));
}

const emailOf = ({ dossier }: Facts, { id }: Person) => dossier.of(id).intake.contact?.email?.toLowerCase();

/** Each has a way of their own to be reached: what one is told is not read by another. */
function reachedApart(facts: Facts, served: readonly Person[], why: string): Verdict | undefined {
	const shared = served.find((p, i) =>
		served.slice(0, i).some((q) => emailOf(facts, p) !== undefined && emailOf(facts, p) === emailOf(facts, q)),
	);
	return shared && unmet(why, mend('contact.set', shared.id));
}

/** def-qc-client-a: a client is of one of six kinds, and each member stays a person of their own. */
export const defQcClientA = norm('def-qc-client-a', [], (facts, judging) => {
	const { dossier } = facts.dossier.joint;
	if (!dossier.opened) return notApplicable;
	const spoken = bodiesServed(facts).map((body) => spokenFor(facts, body, judging, 'def-qc-client-a.body'));
	if (bodies.includes(dossier.kind)) return worst(spoken);
	const served = Object.values(dossier.persons).filter((p) => p.roles.includes('beneficiary'));
	if (served.length < (dossier.kind === 'person' ? 1 : 2)) return unmet('def-qc-client-a', mend('person.add'));
	const here = beneficiaries(dossier);
	const apart = reachedApart(facts, here, 'def-qc-client-a.channel');
	return worst([...spoken, apart ?? met(dossier.opened, ...here.map((p) => p.since))]);
});

/** def-nb-client-a: a person or a body; for a body, somebody with proof of authority signs. */
export const defNbClientA = norm('def-nb-client-a', [], (facts, judging) => {
	const { dossier } = facts.dossier.joint;
	if (!dossier.opened) return notApplicable;
	const spoken = bodiesServed(facts).map((body) => spokenFor(facts, body, judging, 'def-nb-client-a'));
	return worst([...spoken, met(dossier.opened, ...beneficiaries(dossier).map((p) => p.since))]);
});
