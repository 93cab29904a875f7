import type { Facts } from '#server/capabilities/index.ts';
import type { Judging } from '#server/kernel/norm.ts';
import { dayOf, startOf } from '#server/kernel/time.ts';
import { attested, due, judged, met, notApplicable, unmet, type Verdict } from '#server/kernel/verdict.ts';
import { checkOf, elsewhere, everyone, mend, norm, practiceNorm, referred } from './support.ts';

/** def-qc-regulated: a permit in force today; from its last day on, new and continuing services are refused. */
export const defQcRegulated = practiceNorm(
	'def-qc-regulated',
	['service.start', 'session.start', 'appointment.book'],
	({ practitioner }, { now, focus }) => {
		if (focus.purpose === 'safety' || focus.purpose === 'rehearsal') return notApplicable;
		const today = dayOf(now);
		const [permit] = practitioner.practitioner.permits
			.filter((p) => p.from <= today && today < p.until)
			.sort((a, b) => (a.until < b.until ? 1 : -1));
		return permit
			? ({ ...met(permit.evidence), changesAt: startOf(permit.until) } as Verdict)
			: unmet('def-qc-regulated', mend('permit.record'));
	},
);

/** qc-1.01-a: training for each tool used with clients; a signed plan with a date stands in. The telephone is never switched off. */
export const qc101a = practiceNorm('qc-1.01-a', ['channel.enable'], ({ practitioner }, judging) =>
	trained(practitioner, judging, 'qc-1.01-a', 'training'),
);

/** nb-2-a: the practical drill of the channel, or a signed plan with a date. */
export const nb2a = practiceNorm('nb-2-a', ['channel.enable'], ({ practitioner }, judging) =>
	trained(practitioner, judging, 'nb-2-a', 'drill'),
);

/** nb-intro-c: the risks of each channel, read. */
export const nbIntroC = practiceNorm('nb-intro-c', ['channel.enable'], ({ practitioner }, { focus }) => {
	const missing = channelsOf(practitioner, focus.channel).filter((c) => !practitioner.practitioner.riskModules[c]);
	if (missing.length > 0) return unmet('nb-intro-c', mend('risk.read', undefined, missing[0]));
	return attested(...channelsOf(practitioner, focus.channel).map((c) => practitioner.practitioner.riskModules[c]));
});

function channelsOf({ practitioner }: Facts['practitioner'], channel: string | undefined): readonly string[] {
	return (channel === undefined ? Object.keys(practitioner.channels) : [channel]).filter((c) => c !== 'telephone');
}

function trained(part: Facts['practitioner'], { focus, now }: Judging, why: string, by: 'training' | 'drill'): Verdict {
	const facts = part.practitioner;
	for (const channel of channelsOf(part, focus.channel)) {
		const done = by === 'training' ? facts.training[channel]?.proof : facts.drills[channel];
		if (done) continue;
		const plan = facts.plans[channel];
		const fix = mend(by === 'training' ? 'training.record' : 'drill.pass', undefined, channel);
		if (!plan || plan.by <= dayOf(now)) return unmet(why, fix);
		return due(startOf(plan.by), why, fix);
	}
	const proofs = channelsOf(part, focus.channel).map((c) =>
		by === 'training' ? facts.training[c]?.evidence : facts.drills[c],
	);
	return attested(...proofs);
}

/** qc-1.03-a: the culture block asks about technology habits. */
export const qc103a = norm(
	'qc-1.03-a',
	['suitability.finalise'],
	everyone(({ suitability }, p) =>
		suitability.answers.techHabits
			? judged(suitability.answers.techHabits.evidence)
			: unmet('qc-1.03-a', mend('suitability.answer', p.id, 'techHabits')),
	),
);

/** qc-1.05-a: is an online service really able to meet the needs? A signed decision before acceptance. */
export const qc105a = norm('qc-1.05-a', ['client.accept'], ({ dossier }) => {
	const { decision } = dossier.joint.suitability;
	if (!decision) return unmet('qc-1.05-a', mend('suitability.finalise'));
	return decision.fit === 'no' ? unmet('qc-1.05-a.no', mend('referral.record')) : judged(decision.evidence);
});

/** qc-1.05-b: when the answer is no, somebody able to help, the person's refusal of one, or a signed reason. */
export const qc105b = norm('qc-1.05-b', ['client.decline'], ({ dossier }, { now }) => {
	const { referral } = dossier.joint.intake;
	if (dossier.joint.suitability.decision?.fit !== 'no' && dossier.joint.dossier.state !== 'request')
		return notApplicable;
	return referral ? referred(referral, now, 'qc-1.05-b.follow') : unmet('qc-1.05-b', mend('referral.record'));
});

/** qc-1.06-b: the person wants to be seen in person and that cannot be: a referral, their refusal of one, or a signed reason. */
export const qc106b = norm('qc-1.06-b', ['client.decline'], ({ dossier, practitioner }) => {
	const { request, referral, inPerson } = dossier.joint.intake;
	const impossible = practitioner.practitioner.profile?.office === false || inPerson?.answer === 'noOffice';
	if (request?.prefers !== 'inPerson' || !impossible) return notApplicable;
	return referral ? met(referral.evidence) : unmet('qc-1.06-b', mend('referral.record'));
});

/** qc-1.09-b: the rules of the territory where the client is, read before a session there. */
export const qc109b = norm(
	'qc-1.09-b',
	['session.start'],
	elsewhere((territory, facts, judging) => {
		if (judging.focus.purpose === 'safety') return notApplicable;
		const check = checkOf(territory, facts, judging);
		return check?.rulesRead
			? attested(check.evidence)
			: unmet('qc-1.09-b', mend('territory.check', undefined, territory));
	}),
);
