// How long a file is kept, and how it ends.
import type { Facts } from '#server/capabilities/index.ts';
import type { Of } from '#server/capabilities/retention/facts.ts';
import { beneficiaries } from '#server/kernel/dossier.ts';
import type { Evidence } from '#server/kernel/entry.ts';
import type { Judging } from '#server/kernel/norm.ts';
import { DAY, dayOf, type Instant, type LocalDate, monthsLater, startOf } from '#server/kernel/time.ts';
import { dueOrLate, met, notApplicable, unmet, type Verdict } from '#server/kernel/verdict.ts';
import { birthdayAt } from '#server/law/age.ts';
import { lookUp } from '#server/law/look-up.ts';
import { isTerritory } from '#words/territories.ts';
import { keptYears } from './intake.ts';
import { type DutyNorm, mend, norm } from './support.ts';

/** From when a file, or one person's part of it, is counted: the last service, or when they left; undefined while it runs. */
function endedAt({ dossier }: Facts, of: Of): Evidence | undefined {
	const { intake, sessions, dossier: file } = dossier.joint;
	const last = sessions.lastService?.at ?? 0;
	if (intake.ended) return { ...intake.ended, at: Math.max(intake.ended.at, last) };
	const left = of === 'whole' ? undefined : file.persons[of];
	return left?.leftAt === undefined ? undefined : { seq: left.since.seq, at: left.leftAt };
}

/** Where the law counts a young person's years from their majority: until that day at least. */
function untilGrown({ dossier, practitioner }: Facts, of: Of, now: Instant): readonly LocalDate[] {
	const home = dossier.joint.place.home?.territory ?? practitioner.practitioner.profile?.territory;
	if (home === undefined || !isTerritory(home)) return [];
	const after = lookUp('retention', home, dayOf(now)).value?.minorsYearsAfterMajority;
	const majority = [home, 'OTHER' as const]
		.map((place) => lookUp('ageOfMajority', place, dayOf(now)).value)
		.find(Boolean);
	if (after === undefined || majority === undefined) return [];
	return beneficiaries(dossier.joint.dossier)
		.filter(({ id }) => of === 'whole' || of === id)
		.flatMap(({ id }) => dossier.of(id).suitability.age?.birthDate ?? [])
		.map((born) => birthdayAt(born, majority + after));
}

/** The day until which a file that ended, or the part of somebody who left, is kept; undefined while it runs. */
export function keptUntil(facts: Facts, now: Instant, of: Of = 'whole'): LocalDate | undefined {
	const ended = endedAt(facts, of);
	const years = keptYears(facts, now);
	if (!ended || years === undefined) return undefined;
	return [monthsLater(dayOf(ended.at), 12 * years), ...untilGrown(facts, of, now)].sort().at(-1);
}

/** How long after its date a file may wait for somebody to look at it. */
const TO_REVIEW = 90 * DAY;

/** Whoever follows the file, and whoever could look with another eye. */
const others = ({ practice }: Facts, by: string): boolean =>
	Object.values(practice.practice.members).some(
		(m) => m.account !== by && m.roles.some((r) => r === 'practitioner' || r === 'privacyOfficer'),
	);

/** May this be destroyed now? */
function mayDestroy(facts: Facts, of: Of, now: Instant): Verdict {
	const { retention } = facts.dossier.joint;
	const until = keptUntil(facts, now, of);
	if (until === undefined || now < startOf(until)) return unmet('qc-5.03-c', mend('hold.place'));
	const [hold] = Object.values(retention.holds);
	if (hold) return unmet('qc-5.03-c.hold', mend('hold.lift'));
	const review = retention.reviewed[of];
	if (!review) return unmet('qc-5.03-c.review', mend('destruction.review'));
	const approved = retention.approved[of];
	if (!approved && others(facts, review.by)) return unmet('qc-5.03-c.second', mend('destruction.approve'));
	return met(review.evidence, approved?.evidence);
}

function kept(facts: Facts, { now, focus }: Judging): Verdict {
	if (focus.subject !== undefined) return mayDestroy(facts, focus.subject, now);
	const until = keptUntil(facts, now);
	const ended = endedAt(facts, 'whole');
	if (until === undefined || !ended) return notApplicable;
	const [hold] = Object.values(facts.dossier.joint.retention.holds);
	if (hold) return met(hold.evidence);
	const at = startOf(until);
	if (now < at) return { is: 'met', proof: 'machine', evidence: [ended], changesAt: at };
	return dueOrLate(at + TO_REVIEW, now, 'qc-5.03-c.due', mend('destruction.review'));
}

/** qc-5.03-c: kept all the time that was announced, then destroyed, copies included. */
export const qc503c: DutyNorm = { ...norm('qc-5.03-c', ['record.destroy'], kept), everywhere: true };
