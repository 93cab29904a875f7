import type { Facts } from '#server/capabilities/index.ts';
import { signedFor } from '#server/capabilities/notes/facts.ts';
import { present } from '#server/kernel/dossier.ts';
import type { Evidence } from '#server/kernel/entry.ts';
import type { Judging } from '#server/kernel/norm.ts';
import { dayOf, HOUR, type Instant } from '#server/kernel/time.ts';
import { dueOrLate, judged, met, notApplicable, unmet, type Verdict } from '#server/kernel/verdict.ts';
import { lookUp } from '#server/law/look-up.ts';
import type { DutyId } from './catalogue.ts';
import { mend, norm } from './support.ts';

const packOf = { OTSTCFQ: 'QC', ATSNB: 'NB' } as const;

/** How long a note may wait here: what the practice says, else what the rule pack proposes. */
export function noteWithin({ practice, practitioner }: Facts, now: Instant): number {
	const pack = packOf[practitioner.practitioner.profile?.order ?? 'ATSNB'];
	const hours = practice.notes.hours ?? lookUp('noteHours', pack, dayOf(now)).value ?? 0;
	return hours * HOUR;
}

/** The last of several pieces of evidence. */
export const latest = (all: readonly (Evidence | undefined)[]): Evidence | undefined =>
	all.filter((e) => e !== undefined).toSorted((a, b) => b.at - a.at)[0];

/** qc-5.02-a: every contact leaves its line; an appointment that has passed and of which nothing says what it became is a gap. */
export const qc502a = norm('qc-5.02-a', [], (facts, { now }) => {
	const { dossier, contacts, intake } = facts.dossier.joint;
	const parts = present(dossier).map((p) => facts.dossier.of(p.id).contacts.last);
	const last = latest([contacts.last, intake.request?.evidence, ...parts]);
	const [first] = Object.entries(contacts.awaited).toSorted(([, a], [, b]) => a - b);
	if (first && first[1] <= now)
		return dueOrLate(first[1] + noteWithin(facts, now), now, 'qc-5.02-a', mend('contact.log', undefined, first[0]));
	if (!last) return notApplicable;
	return { ...met(last), ...(first && { changesAt: first[1] }) } as Verdict;
});

/** The meetings whose note waits, the oldest first: each due by the practice's limit, then late. */
function noted(duty: DutyId, facts: Facts, { now }: Judging): Verdict {
	const { notes } = facts.dossier.joint;
	const [first] = Object.values(notes.due).toSorted((a, b) => a.endedAt - b.endedAt);
	if (first) return dueOrLate(first.endedAt + noteWithin(facts, now), now, duty, mend('note.sign'));
	return notes.signed > 0 ? judged(notes.last) : notApplicable;
}

/** qc-5.02-b: each service has its note, signed within the practice's limit; asking payment for one without it asks why; soft. */
export const qc502b = norm('qc-5.02-b', ['payment.request'], (facts, judging) => {
	const { purpose, subject = '' } = judging.focus;
	if (purpose !== 'payment') return noted('qc-5.02-b', facts, judging);
	const waits = Object.hasOwn(facts.dossier.joint.notes.due, subject);
	return waits ? unmet('qc-5.02-b.payment', mend('note.sign')) : judged(facts.dossier.joint.notes.last);
});

/** nb-6-b: all services are written down: a meeting without a signed note is due, then late. */
export const nb6b = norm('nb-6-b', [], (facts, judging) => noted('nb-6-b', facts, judging));

/** nb-2-f: a signed note stays as it was signed: no edit is taken, only additions that keep the original. */
export const nb2f = norm('nb-2-f', ['record.edit'], ({ dossier }, { focus }) => {
	const { notes } = dossier.joint;
	const seq = focus.subject === undefined ? undefined : signedFor(notes, focus.subject);
	if (seq !== undefined) return unmet('nb-2-f', mend('note.amend', undefined, String(seq)));
	return notes.signed > 0 ? met(notes.last) : notApplicable;
});

/** nb-6-o: the note of a meeting at a distance says by what, where, with whom, how private, what was cut, how known. */
export const nb6o = norm('nb-6-o', [], ({ dossier }) => {
	const { remote } = dossier.joint.notes;
	if (remote.length === 0) return notApplicable;
	const gap = remote.find((n) => n.missing.length > 0);
	if (gap) return unmet('nb-6-o', mend('note.amend', undefined, String(gap.evidence.seq)));
	return met(...remote.map((n) => n.evidence));
});
