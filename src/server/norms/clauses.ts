import type { Facts } from '#server/capabilities/index.ts';
import { noDocument } from '#server/capabilities/policies/facts.ts';
import type { Judging } from '#server/kernel/norm.ts';
import { met, notApplicable, unmet, type Verdict } from '#server/kernel/verdict.ts';
import { canonicalStorage } from '#words/clauses/states.ts';
import type { DutyId } from './catalogue.ts';
import { mend, practiceNorm } from './support.ts';

/**
 * A clause that a document must hold to be published. At the gate the draft is judged; on the board, the published
 * version. `asked` names the document under the gate: another document's publication does not concern this duty.
 */
function holds(
	{ practice }: Facts,
	{ focus }: Judging,
	document: string,
	clauses: readonly string[],
	duty: string,
): Verdict {
	if (focus.subject !== undefined && focus.subject !== document) return notApplicable;
	const { draft, published } = practice.policies.documents[document] ?? noDocument;
	const fix = mend('policy.publish', undefined, document);
	if (focus.subject === undefined) {
		return published && clauses.every((c) => published.clauses.includes(c))
			? met(published.evidence)
			: unmet(duty, fix);
	}
	const missing = clauses.find((c) => !draft[c]);
	return missing
		? unmet(duty, mend('policy.adopt', undefined, `${document}.${missing}`))
		: met(...clauses.map((c) => draft[c]?.evidence));
}

const clause = (duty: DutyId, document: string, ...clauses: readonly string[]) =>
	practiceNorm(duty, ['policy.publish'], (facts, judging) => holds(facts, judging, document, clauses, duty));

/** qc-2.02-b: the nature of the services. */
export const qc202b = clause('qc-2.02-b', 'services', 'services');
/** qc-2.02-c: the possible benefits, with as much weight as the risks. */
export const qc202c = clause('qc-2.02-c', 'services', 'benefits');
/** qc-2.02-d: the possible risks, the norm's five examples among them. */
export const qc202d = clause('qc-2.02-d', 'services', 'risks');
/** qc-2.02-h: the limits of confidentiality. */
export const qc202h = clause('qc-2.02-h', 'services', 'limits');
/** qc-3.05-b: the cases where confidentiality no longer holds, summed up. */
export const qc305b = clause('qc-3.05-b', 'confidentiality', 'exceptions');
/** qc-4.04-a: messages between appointments. */
export const qc404a = clause('qc-4.04-a', 'communications', 'between');
/** qc-4.04-b: messages in an emergency. */
export const qc404b = clause('qc-4.04-b', 'communications', 'emergency');
/** qc-4.04-d: messages outside working hours. */
export const qc404d = clause('qc-4.04-d', 'communications', 'afterHours');
/** qc-5.01-a: sharing, keeping and archiving of records: three clauses. */
export const qc501a = clause('qc-5.01-a', 'records', 'sharing', 'keeping', 'archiving');
/** nb-2-j: the security means, in the agreement; soft. */
export const nb2j = clause('nb-2-j', 'confidentiality', 'security');

/** qc-5.03-a: where the record lies and how it is backed up; a text that contradicts the running system cannot stand. */
export const qc503a = practiceNorm('qc-5.03-a', ['policy.publish'], (facts, judging) => {
	const verdict = holds(facts, judging, 'records', ['storage'], 'qc-5.03-a');
	if (verdict.is !== 'met' || judging.focus.subject !== undefined) return verdict;
	const stated = facts.practice.policies.documents.records?.published?.states.storage;
	return stated === canonicalStorage(facts.system.storage)
		? verdict
		: unmet('qc-5.03-a.changed', mend('policy.publish', undefined, 'records'));
});

/** qc-5.03-b: how long the record is kept: a duration, not only a clause. */
export const qc503b = practiceNorm('qc-5.03-b', ['policy.publish'], (facts, judging) => {
	const verdict = holds(facts, judging, 'records', ['retention'], 'qc-5.03-b');
	if (verdict.is !== 'met') return verdict;
	return facts.practice.practice.terms ? verdict : unmet('qc-5.03-b.duration', mend('service.describe'));
});
