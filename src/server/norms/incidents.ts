// Privacy incidents: who is told, and by when.
import { type Incident, stillToTell } from '#server/capabilities/incidents/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { DAY, HOUR, type Instant, startOf } from '#server/kernel/time.ts';
import { dueOrLate, met, notApplicable, unmet, type Verdict } from '#server/kernel/verdict.ts';
import { lookUp } from '#server/law/look-up.ts';
import { mend, practiceNorm, worst } from './support.ts';

const packOf = (territory: string | undefined): 'QC' | 'NB' => (territory === 'NB' ? 'NB' : 'QC');

/** The end of a working day: the same calendar day from St. John’s to Yukon. */
const EVENING = 20 * HOUR;

/** By when everyone whose information was touched is told: a dated line of the rule pack, counted from the day it was known. */
export function tellBy({ practice }: Facts, { awareOn }: Pick<Incident, 'awareOn'>): Instant {
	const days = lookUp('incidentTellingDays', packOf(practice.practice.profile?.territory), awareOn).value ?? 0;
	return startOf(awareOn) + days * DAY + EVENING;
}

const evidenceOf = ({ people, opened, closed }: Incident) => [
	opened,
	...Object.values(people).flatMap(({ told, untold }) => told?.evidence ?? untold?.evidence ?? []),
	closed?.evidence,
];

/** On the board: whoever is still to be told, and by when; nobody named yet is a task as well. */
function standing(incident: Incident, facts: Facts, now: Instant): Verdict {
	const by = tellBy(facts, incident);
	if (incident.closed) return met(...evidenceOf(incident));
	if (stillToTell(incident).length > 0)
		return dueOrLate(by, now, 'qc-3.10-d', mend('incident.tell', undefined, incident.id));
	return Object.keys(incident.people).length === 0
		? dueOrLate(by, now, 'qc-3.10-d.who', mend('incident.affect', undefined, incident.id))
		: met(...evidenceOf(incident));
}

/** At its closing: everyone told, or left untold for a signed reason. */
function closing(incident: Incident): Verdict {
	return stillToTell(incident).length > 0
		? unmet('qc-3.10-d', mend('incident.tell', undefined, incident.id))
		: met(...evidenceOf(incident));
}

/** qc-3.10-d: those whose information was touched are told without delay; a rehearsal goes the same way, and is not counted. */
export const qc310d = practiceNorm('qc-3.10-d', ['incident.close'], (facts, { now, focus }) => {
	const { incidents } = facts.practice.incidents;
	if (focus.subject !== undefined) {
		const incident = Object.hasOwn(incidents, focus.subject) ? incidents[focus.subject] : undefined;
		return incident ? closing(incident) : notApplicable;
	}
	const real = Object.values(incidents)
		.filter((i) => !i.exercise)
		.sort((a, b) => a.awareOn.localeCompare(b.awareOn));
	return worst(real.map((i) => standing(i, facts, now)));
});
