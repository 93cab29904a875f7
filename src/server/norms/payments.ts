// What payers want of the record, and what is billed to them.
import type { DossierFacts, Facts } from '#server/capabilities/index.ts';
import { type HeldService, saysOf } from '#server/capabilities/payments/facts.ts';
import { monthsAfter } from '#server/capabilities/policies/facts.ts';
import type { Evidence } from '#server/kernel/entry.ts';
import { DAY, type Instant, startOf } from '#server/kernel/time.ts';
import { attested, dueOrLate, met, notApplicable, unmet, type Verdict, waived } from '#server/kernel/verdict.ts';
import { mend, norm, worst } from './support.ts';

const personsOf = (dossier: DossierFacts) => Object.keys(dossier.joint.dossier.persons);

/** Every payer that was ever billed for somebody of this file. */
export const billedPayers = (dossier: DossierFacts): readonly string[] => [
	...new Set(personsOf(dossier).flatMap((person) => dossier.of(person).payments.payers)),
];

/** What the note of a service does not say and this payer asks for; an addition to the note may say it. */
export function lackingFor({ practice }: Pick<Facts, 'practice'>, payer: string, service: HeldService) {
	if (service.added) return [];
	return (practice.payments.payers[payer]?.fields ?? []).filter((field) => !saysOf(service, field));
}

const mendNote = ({ note }: HeldService) =>
	note === undefined ? mend('note.sign') : mend('note.amend', undefined, String(note));

/** One note billed to one payer: it says what they ask. */
function billed(facts: Facts, payer: string, session: string): Verdict {
	const service = facts.dossier.joint.payments.services.find((s) => s.id === session);
	if (!service) return notApplicable;
	if (lackingFor(facts, payer, service).length > 0) return unmet('nb-6-p', mendNote(service));
	return service.added ? attested(facts.dossier.joint.notes.last) : met(facts.dossier.joint.notes.last);
}

/** It was asked with a signed reason: that reason stands for this note, and for no later one. */
function passedBy({ dossier }: Facts, person: string, { at }: Evidence): Verdict | undefined {
	const waiver = dossier.joint.dossier.waivers.find(
		(w) =>
			w.duty === 'nb-6-p' &&
			(w.person === undefined || w.person === person) &&
			w.evidence.at <= at &&
			(w.until === undefined || at < w.until),
	);
	return waiver && waived(waiver.by, waiver.reason, waiver.evidence);
}

/** How long after its day a payer's requirements may wait to be read again. */
const TO_REVIEW = 30 * DAY;

/** What a payer asks changes: it is read again at the practice's own rhythm. */
function known({ practice }: Facts, id: string, now: Instant): Verdict {
	const payer = practice.payments.payers[id];
	if (!payer || payer.ended) return notApplicable;
	const at = startOf(monthsAfter(startOf(payer.reviewedOn), practice.policies.months.policy));
	if (now < at) return { ...attested(payer.evidence), changesAt: at } as Verdict;
	return dueOrLate(at + TO_REVIEW, now, 'nb-6-p.review', mend('payer.review', undefined, id));
}

/** nb-6-p: what payers ask of the record is known, and the notes billed to them say it; soft. */
export const nb6p = norm('nb-6-p', ['payment.request'], (facts, { now, focus }) => {
	const { dossier } = facts;
	if (focus.purpose === 'payment')
		return focus.means === undefined ? notApplicable : billed(facts, focus.means, focus.subject ?? '');
	const claims = personsOf(dossier).flatMap((person) =>
		Object.entries(dossier.of(person).payments.asked).flatMap(([session, { payer, evidence }]) =>
			payer === undefined ? [] : [passedBy(facts, person, evidence) ?? billed(facts, payer, session)],
		),
	);
	return worst([...claims, ...billedPayers(dossier).map((id) => known(facts, id, now))]);
});
