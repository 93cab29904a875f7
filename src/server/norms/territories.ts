import type { Facts } from '#server/capabilities/index.ts';
import type { Evidence } from '#server/kernel/entry.ts';
import type { Judging } from '#server/kernel/norm.ts';
import { DAY, dayOf, type Instant, type LocalDate, startOf } from '#server/kernel/time.ts';
import { attested, due, type Mend, met, notApplicable, unmet, type Verdict } from '#server/kernel/verdict.ts';
import { aYearAfter } from '#server/law/line.ts';
import { lookUp } from '#server/law/look-up.ts';
import { editionInForce } from '#server/law/rule-sheets.ts';
import { isTerritory, type Territory } from '#words/territories.ts';
import { everyone, mend, norm, otherPlaces, practiceNorm } from './support.ts';

// Two territories are two facts: rules, regulators, law, and the meeting in person.

const MONTH = 30 * DAY;
const placeOf = (text: string | undefined): Territory => (isTerritory(text) ? text : 'OTHER');

/** Where whoever is looked at practises: their own place, else the practice's. */
const ownPlace = ({ practitioner, practice }: Facts): Territory =>
	placeOf(practitioner.practitioner.profile?.territory ?? practice.practice.profile?.territory);

interface Yearly {
	readonly on: LocalDate;
	readonly evidence: Evidence;
	readonly why: string;
	readonly by: Mend;
}

/** What was looked at on a day holds for a year; its last month says that it is to be done again. */
function yearly({ on, evidence, why, by }: Yearly, now: Instant): Verdict {
	const end = startOf(aYearAfter(on));
	if (now >= end) return unmet(why, by);
	if (now >= end - MONTH) return due(end, why, by);
	return { ...attested(evidence), changesAt: end - MONTH } as Verdict;
}

/** def-qc-regulator: one's own regulator was looked up, and nothing in the directory is older than a year. */
export const defQcRegulator = practiceNorm('def-qc-regulator', [], (facts, { now }) => {
	const { regulators } = facts.practice.practice;
	const own = lookUp('regulatorListing', ownPlace(facts), dayOf(now)).value;
	const by = (key: string) => mend('regulator.verify', undefined, key);
	if (own && !own.none && !regulators[own.key]) return unmet('def-qc-regulator', by(own.key));
	const [oldest] = Object.values(regulators).sort((a, b) => a.verifiedOn.localeCompare(b.verifiedOn));
	if (!oldest) return unmet('def-qc-regulator', by(''));
	const { verifiedOn: on, evidence, key } = oldest;
	return yearly({ on, evidence, why: 'def-qc-regulator.stale', by: by(key) }, now);
});

/** qc-1.09-a: the rules of one's own place, read in the edition in force and again each year; a month to read a new one. */
export const qc109a = practiceNorm('qc-1.09-a', [], (facts, { now }) => {
	const place = ownPlace(facts);
	const sheet = facts.practice.practice.ruleSheets[place];
	const inForce = editionInForce(place, dayOf(now), { published: sheet?.edition });
	const by = mend('rules.acknowledge', undefined, place);
	const read = facts.practitioner.jurisdiction.rules[place];
	const since = facts.practitioner.practitioner.profile?.evidence.at ?? 0;
	if (!inForce) return unmet('qc-1.09-a.none', mend('ruleSheet.publish', undefined, place));
	if (read && read.edition >= inForce.edition)
		return yearly({ on: dayOf(read.evidence.at), evidence: read.evidence, why: 'qc-1.09-a.yearly', by }, now);
	const until = Math.max(since, inForce.by === 'practice' ? (sheet?.evidence.at ?? 0) : 0) + MONTH;
	return now < until ? due(until, 'qc-1.09-a', by) : unmet('qc-1.09-a', by);
});

/** qc-3.03-a: the privacy law of one's own place, assessed within the year for where the files lie. */
export const qc303a = practiceNorm('qc-3.03-a', ['hosting.choose'], (facts: Facts, { now, focus }: Judging) => {
	const { profile, privacyAssessments, hosting } = facts.practice.practice;
	const place = placeOf(profile?.territory);
	const done = privacyAssessments[place];
	const by = mend('privacyAssessment.record', undefined, place);
	if (!done) return unmet('qc-3.03-a', by);
	const where = focus.subject ?? hosting?.territory ?? place;
	if (where !== place && done.hosting !== where) return unmet('qc-3.03-a.place', by);
	const verdict = yearly({ on: done.reviewedOn, evidence: done.evidence, why: 'qc-3.03-a.yearly', by }, now);
	return verdict.is === 'unmet' || focus.subject === undefined ? verdict : met(done.evidence);
});

/** nb-4-b: in some places the service is deemed given where the client is: the notice of that place, read on its sheet of the day. */
export const nb4b = norm(
	'nb-4-b',
	[],
	everyone((own, p, facts, { now, focus }) => {
		const [territory] = otherPlaces(facts, { ...focus, person: p.id });
		if (territory === undefined) return notApplicable;
		const read = own.place.noticesRead[territory];
		const sheet = lookUp('territorySheet', placeOf(territory), dayOf(now)).line?.verifiedOn;
		const [session] = Object.keys(facts.dossier.joint.sessions.open);
		return read && read.sheetOf === (sheet ?? read.sheetOf)
			? attested(read.evidence)
			: unmet('nb-4-b', mend('placeNotice.read', p.id, focus.subject ?? session));
	}),
);

/** def-qc-jurisdiction: the practitioner's place and the client's are two facts, in the file and in each session. */
export const defQcJurisdiction = norm(
	'def-qc-jurisdiction',
	[],
	everyone((own, p, { dossier }, { focus }) => {
		const { sessions, place } = dossier.joint;
		const { last } = sessions;
		const held = [...Object.values(sessions.open), ...(last?.startedAt === undefined ? [] : [last])].find(
			(s) => s.admitted.includes(p.id) && (focus.subject === undefined || s.id === focus.subject),
		);
		const { placed } = own.sessions;
		const { arrival } = own.identity;
		if (held && placed?.id === held.id) return met(placed.evidence);
		const unsaid = held && arrival?.session === held.id && (arrival.waived || arrival.withheld);
		if (held && !unsaid) return unmet('def-qc-jurisdiction.session', mend('arrival.declare', p.id, held.id));
		return place.home ? met(place.home.evidence) : unmet('def-qc-jurisdiction', mend('home.declare'));
	}),
);

/** def-qc-inperson: in person is in one room; what was booked so and is held through a tool is said to be that other means. */
export const defQcInperson = norm('def-qc-inperson', ['session.start'], ({ dossier }, { focus }) => {
	const { open, last } = dossier.joint.sessions;
	const all = [...Object.values(open), ...(last ? [last] : [])];
	const asked = all.filter((s) => focus.subject === undefined || s.id === focus.subject);
	const unsaid = asked.find(
		(s) =>
			s.planned !== undefined &&
			(s.planned === 'inPerson') !== (s.mode === 'inPerson') &&
			!s.modeSaid &&
			!(s.id === focus.subject && focus.means !== undefined),
	);
	if (unsaid) return unmet('def-qc-inperson', mend('session.start', undefined, unsaid.id));
	return asked.length > 0 ? met(...asked.map((s) => s.opened)) : notApplicable;
});

/** qc-1.06-a: a meeting in person was offered, or why it cannot be, with other help; the answer is in the file. */
export const qc106a = norm('qc-1.06-a', [], ({ dossier }) => {
	const { inPerson } = dossier.joint.intake;
	return inPerson ? attested(inPerson.evidence) : unmet('qc-1.06-a', mend('inPerson.offer'));
});
