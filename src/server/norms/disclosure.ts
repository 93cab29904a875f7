// What leaves the house, and on which ground.
import { type Ground, isLive, isTo } from '#server/capabilities/disclosure/facts.ts';
import type { Facts } from '#server/capabilities/index.ts';
import type { Focus, Judging } from '#server/kernel/norm.ts';
import { DAY, type Instant } from '#server/kernel/time.ts';
import { dueOrLate, met, notApplicable, unmet, type Verdict } from '#server/kernel/verdict.ts';
import { type DutyNorm, mend, norm, worst } from './support.ts';

/** What is about to leave, as the act says it. */
interface Leaving {
	readonly ground?: Ground;
	readonly to: string;
	readonly persons: readonly string[];
	readonly danger: boolean;
	readonly reference: boolean;
	readonly scope: boolean;
}
const leavingIn = ({ means }: Focus): Leaving | undefined =>
	means === undefined ? undefined : (JSON.parse(means) as Leaving);

/** Everything that was told outside, in every part, with the person whose part it stands in. */
const disclosuresOf = ({ dossier }: Facts) => [
	...Object.entries(dossier.joint.disclosure.disclosures).map(([id, d]) => ({ id, person: undefined, ...d })),
	...Object.keys(dossier.joint.dossier.persons).flatMap((person) =>
		Object.entries(dossier.of(person).disclosure.disclosures).map(([id, d]) => ({ id, person, ...d })),
	),
];

/** A person's authorisations to tell this recipient, and no other, that hold now. */
const livingOf = ({ dossier }: Facts, person: string, to: string, now: Instant) =>
	Object.values(dossier.of(person).disclosure.authorisations).filter((a) => isLive(a, now) && isTo(a, to));

/** Every person concerned gave an authorisation that still holds. */
function authorised(facts: Facts, { persons, to }: Leaving, now: Instant, why: string): Verdict {
	const without = persons.find((person) => livingOf(facts, person, to, now).length === 0);
	if (without !== undefined) return unmet(why, mend('authorisation.give', without));
	return met(...persons.flatMap((person) => livingOf(facts, person, to, now).map((a) => a.evidence)));
}

/** How long the rest of what is said of a danger may wait. */
const TO_COMPLETE = DAY;

const completed = (facts: Facts, now: Instant): readonly Verdict[] =>
	disclosuresOf(facts)
		.filter((d) => d.ground === 'danger')
		.map(({ complete, evidence, person, id }) =>
			complete
				? met(evidence)
				: dueOrLate(evidence.at + TO_COMPLETE, now, 'qc-3.08-b.complete', mend('disclosure.complete', person, id)),
		);

/** qc-3.08-b: without consent, only a danger that is serious, foreseeable and imminent: who is at risk, and why now. */
export const qc308b = norm('qc-3.08-b', ['record.disclose'], (facts, { now, focus }) => {
	const leaving = leavingIn(focus);
	if (!leaving) return worst(completed(facts, now));
	if (leaving.ground === 'consent') return authorised(facts, leaving, now, 'qc-3.08-b.consent');
	if (leaving.ground !== 'danger') return notApplicable;
	return leaving.danger ? met() : unmet('qc-3.08-b', mend('record.disclose'));
});

/** qc-3.08-c: or where a law, a regulation or a court asks for it: cited, and only what it names. */
export const qc308c: DutyNorm = {
	...norm('qc-3.08-c', ['record.disclose'], (_, { focus }) => {
		const leaving = leavingIn(focus);
		if (leaving?.ground !== 'law' && leaving?.ground !== 'order') return notApplicable;
		if (!leaving.reference) return unmet('qc-3.08-c', mend('record.disclose'));
		return leaving.scope ? met() : unmet('qc-3.08-c.scope', mend('record.disclose'));
	}),
	everywhere: true,
};

/** nb-6-i: an authorisation that still holds comes before anything is told. */
export const nb6i = norm('nb-6-i', ['record.disclose'], (facts, { now, focus }) => {
	const leaving = leavingIn(focus);
	if (leaving) return leaving.ground === 'consent' ? authorised(facts, leaving, now, 'nb-6-i') : notApplicable;
	return worst(told(facts, 'nb-6-i.noted'));
});

/** nb-2-g: an authorisation that was said aloud is written down: its words, the language, who heard it. */
export const nb2g = norm('nb-2-g', ['record.disclose'], (facts, { now, focus }) => {
	const leaving = leavingIn(focus);
	if (leaving?.ground !== 'consent') return notApplicable;
	const spoken = leaving.persons.find((p) => {
		const living = livingOf(facts, p, leaving.to, now);
		return living.length > 0 && living.every((a) => !a.written);
	});
	return spoken === undefined ? met() : unmet('nb-2-g', mend('authorisation.give', spoken));
});

/** What was told without a ground, or without the authorisation it needed: it is looked at, and said why. */
const told = (facts: Facts, why: string): readonly Verdict[] =>
	disclosuresOf(facts).map(({ allowed, evidence, person, id }) =>
		allowed ? met(evidence) : unmet(why, mend('disclosure.complete', person, id)),
	);

/** def-nb-confidentiality: nothing goes to a third party without consent, or an obligation of the profession or of law. */
export const defNbConfidentiality = norm('def-nb-confidentiality', ['record.disclose'], (facts, { focus }: Judging) => {
	const leaving = leavingIn(focus);
	if (!leaving) return worst(told(facts, 'def-nb-confidentiality.noted'));
	if (leaving.ground === undefined) return unmet('def-nb-confidentiality', mend('record.disclose'));
	if (leaving.ground === 'danger' && !leaving.danger)
		return unmet('def-nb-confidentiality.danger', mend('record.disclose'));
	return met();
});
