import type { DossierPart, Facts, Gate } from '#server/capabilities/index.ts';
import { countsUntil } from '#server/capabilities/policies/facts.ts';
import { beneficiaries, type Person, present, representativesOf } from '#server/kernel/dossier.ts';
import type { Evidence } from '#server/kernel/entry.ts';
import type { Focus, Judging, Norm } from '#server/kernel/norm.ts';
import { DAY, dayOf, type Instant, startOf } from '#server/kernel/time.ts';
import { dueOrLate, judged, type Mend, mend, met, notApplicable, unmet, type Verdict } from '#server/kernel/verdict.ts';
import type { DutyId } from './catalogue.ts';

/**
 * A duty's function, gating real acts only. `ofPractice`: it looks at the practitioner or the practice alone, whatever
 * the client. `everywhere`: its gates hold under the other order too, because every client was promised the same.
 */
export type DutyNorm = Norm<Facts, Gate> & {
	readonly duty: DutyId;
	readonly ofPractice?: true;
	readonly everywhere?: true;
};

/** Write one norm. */
export const norm = (duty: DutyId, gates: readonly Gate[], judge: DutyNorm['judge']): DutyNorm => ({
	duty,
	gates,
	judge,
});

/** Write one norm that looks at the practitioner or the practice alone. */
export const practiceNorm = (duty: DutyId, gates: readonly Gate[], judge: DutyNorm['judge']): DutyNorm => ({
	...norm(duty, gates, judge),
	ofPractice: true,
});

/** From worst to best; a verdict over several persons is the worst of theirs. */
const rank: Readonly<Record<Verdict['is'], number>> = {
	unmet: 0,
	notShown: 1,
	due: 2,
	waived: 3,
	met: 4,
	notApplicable: 5,
	notBuilt: 6,
};

/** The worst of several verdicts; the evidence of all when they are met. */
export function worst(verdicts: readonly Verdict[]): Verdict {
	const [one, ...others] = verdicts;
	if (!one) return notApplicable;
	const first = others.reduce((least, v) => (rank[v.is] < rank[least.is] ? v : least), one);
	if (first.is !== 'met' || others.length === 0) return first;
	const all = verdicts.filter((v) => v.is === 'met');
	const evidence = all.flatMap((v) => v.evidence);
	const changes = all.flatMap((v) => v.changesAt ?? []);
	const proof = all.some((v) => v !== first && v.proof !== 'machine') ? 'attestation' : first.proof;
	return { ...first, evidence, proof, ...(changes.length > 0 && { changesAt: Math.min(...changes) }) };
}

/** The persons a question is about: the one named, those of the session named, or all who receive the service. */
export function concerned(facts: Facts, { person, subject }: Focus): readonly Person[] {
	const { dossier, sessions } = facts.dossier.joint;
	const all = beneficiaries(dossier);
	if (person !== undefined) return present(dossier).filter((p) => p.id === person);
	const session = subject === undefined ? undefined : sessions.open[subject];
	return session ? all.filter((p) => session.persons.includes(p.id)) : all;
}

/** Judge each person concerned by what stands in their own part. */
export const everyone =
	(judge: (own: DossierPart, person: Person, facts: Facts, judging: Judging) => Verdict) =>
	(facts: Facts, judging: Judging): Verdict =>
		worst(concerned(facts, judging.focus).map((person) => judge(facts.dossier.of(person.id), person, facts, judging)));

/** Met when there is proof, else unmet with its reason and its mend. */
export const shown = (proof: Evidence | undefined, why: string, by: Mend): Verdict =>
	proof ? met(proof) : unmet(why, by);

/** Was this clause in the package this person was handed? */
export const handed = (own: DossierPart, document: string, ...clauses: readonly string[]) => {
	const sent = own.consent.sent[document];
	return sent && clauses.every((c) => sent.clauses.includes(c)) ? sent.evidence : undefined;
};

/** Does this version of a document still count: no material change came after it, or its period of grace runs? */
const counts = (document: string, version: number, { practice }: Facts, now: Instant): boolean => {
	const until = countsUntil(practice.policies.documents[document], version);
	return until === undefined || now < until;
};

/** What changed materially in what a person agreed to: until when their agreement still counts, and whether they hold the new text. */
export function changedSince({ given, sent }: DossierPart['consent'], { practice }: Facts) {
	const changes = Object.entries(given?.documents ?? {}).flatMap(([key, version]) => {
		const document = practice.policies.documents[key];
		const until = countsUntil(document, version);
		return until === undefined
			? []
			: [{ document: key, until, handed: (sent[key]?.version ?? 0) >= (document?.materialVersion ?? 0) }];
	});
	return changes.sort((a, b) => a.until - b.until)[0];
}

/** Was this document explained to this person, in the version handed or in one that still counts (by screen, voice or paper)? */
export const explained = (own: DossierPart, document: string, facts: Facts, { now }: Judging) => {
	const sent = own.consent.sent[document];
	const told = own.consent.explained[document];
	if (!sent || !told) return undefined;
	const same = told.version === sent.version;
	return same || (told.version < sent.version && counts(document, told.version, facts, now))
		? told.evidence
		: undefined;
};

/** Did this person acknowledge that notice, at least in this version? */
export const acknowledged = (own: DossierPart, notice: string, version = 0) => {
	const found = own.consent.acknowledged[notice];
	return found && found.version >= version ? found.evidence : undefined;
};

/** The latest version of a document that this person read, was told, or agreed to. */
export function knownVersion({ read, explained, given }: DossierPart['consent'], document: string) {
	const agreed = given?.documents[document];
	const all = [
		read[document],
		explained[document],
		...(given && agreed !== undefined ? [{ version: agreed, evidence: given.evidence }] : []),
	];
	return all.filter((one) => one !== undefined).toSorted((a, b) => b.version - a.version)[0];
}

/** Where the client is: declared at arrival for this session, else where they usually are; undefined when not known. */
export function clientPlaces(facts: Facts, focus: Focus): readonly string[] {
	const declared = concerned(facts, focus).map((p) => {
		const { arrival } = facts.dossier.of(p.id).identity;
		return arrival && (focus.subject === undefined || arrival.session === focus.subject)
			? arrival.territory
			: undefined;
	});
	const home = facts.dossier.joint.place.home?.territory;
	return [...new Set(declared.map((territory) => territory ?? home).filter((t) => t !== undefined))];
}

/** The places of the client that are not the practitioner's own. */
export const otherPlaces = (facts: Facts, focus: Focus): readonly string[] =>
	clientPlaces(facts, focus).filter((t) => t !== facts.practitioner.practitioner.profile?.territory);

/** Words written in the room of a session that is open bind nobody to an agreement on messages: they are the session. */
export const outsideTheRoom =
	(judge: DutyNorm['judge']): DutyNorm['judge'] =>
	(facts, judging) => {
		const { session } = judging.focus;
		const open = session !== undefined && facts.dossier.joint.sessions.open[session] !== undefined;
		return open ? notApplicable : judge(facts, judging);
	};

/** Whoever speaks for somebody with an authority that was seen, if there is one. */
export const spokenByProof = ({ dossier }: Facts, person: string, now: Instant) =>
	representativesOf(dossier.joint.dossier, person, now).find((r) => r.proofSeen);

const FOLLOW_UP_GRACE = 14;

/** Other help was named: from the day chosen for it, asking what came of it is due, then late. */
export function referred(referral: NonNullable<DossierPart['intake']['referral']>, now: Instant, why: string): Verdict {
	if (referral.followUpOn === undefined) return met(referral.evidence);
	const on = startOf(referral.followUpOn);
	if (now < on) return { ...met(referral.evidence), changesAt: on } as Verdict;
	return dueOrLate(on + FOLLOW_UP_GRACE * DAY, now, why, mend('referral.followUp'));
}

/** A norm about clients elsewhere: notApplicable at home, the worst over each other place. */
export const elsewhere =
	(judge: (territory: string, facts: Facts, judging: Judging) => Verdict) =>
	(facts: Facts, judging: Judging): Verdict =>
		worst(otherPlaces(facts, judging.focus).map((territory) => judge(territory, facts, judging)));

/** The territory check in force, if there is one. */
export const checkOf = (territory: string, facts: Facts, { now }: Judging) => {
	const check = facts.practitioner.jurisdiction.checks[territory];
	return check && dayOf(now) < check.until ? check : undefined;
};

/** What a note that is being signed says of itself; undefined on the board. */
export function noteInput(means: string | undefined) {
	return means === undefined
		? undefined
		: (JSON.parse(means) as {
				stillFits?: string;
				deferred: boolean;
				mood?: string;
				moodNote: boolean;
				stayed: boolean;
				attests: readonly string[];
				missingAuthors: number;
			});
}

/**
 * Before people are seen together, each was seen alone about safety: one answer for everything that stands in the way, so
 * that nobody can read from it who said what. A choice of reasons, never words, lets the meeting go on.
 */
export function seenTogether(why: string, { dossier }: Facts, { meeting, purpose }: Focus): Verdict {
	if (meeting === undefined || purpose !== 'service') return notApplicable;
	const served = new Set(beneficiaries(dossier.joint.dossier).map((p) => p.id));
	const seen = meeting.persons.filter((p) => served.has(p)).map((p) => dossier.of(p).care.safetyTalk);
	if (seen.length < 2 || meeting.anyway) return notApplicable;
	return seen.every((talk) => talk?.together === 'ok')
		? judged(...seen.map((talk) => talk?.evidence))
		: unmet(why, mend('safetyTalk.record'));
}

export { mend };
