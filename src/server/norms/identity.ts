// Who and where: what is known of a person, on which devices, and the service that asks for no name.

import { contactFields } from '#server/capabilities/intake/facts.ts';
import type { Evidence } from '#server/kernel/entry.ts';
import { attested, judged, met, notApplicable, unmet } from '#server/kernel/verdict.ts';
import { everyone, mend, norm, practiceNorm } from './support.ts';

/** nb-5-c: each number, e-mail and address of each person was found to be theirs; nobody without a name gives any. */
export const nb5c = norm(
	'nb-5-c',
	[],
	everyone(({ intake }, p, { dossier }) => {
		if (dossier.joint.dossier.anonymous) return notApplicable;
		const known = contactFields.filter((field) => intake.contact?.[field] !== undefined);
		if (known.length === 0) return unmet('nb-5-c.none', mend('contact.set', p.id));
		const proofs = known.map((field): Evidence | undefined => intake.verified[field]);
		const shown = proofs.filter((proof) => proof !== undefined);
		return shown.length === known.length ? met(...shown) : unmet('nb-5-c', mend('contact.verify', p.id));
	}),
);

/** nb-6-l: each device one works on locks its screen and encrypts what it keeps, as its owner attests; a lost one is revoked. */
export const nb6l = practiceNorm('nb-6-l', [], ({ practitioner }) => {
	const used = Object.values(practitioner.practitioner.devices).filter((d) => !d.revoked);
	const ours = mend('device.attest');
	if (used.some((d) => d.locked === false || d.encrypted === false)) return unmet('nb-6-l.open', ours);
	const isTold = used.length > 0 && used.every((d) => d.locked && d.encrypted);
	return isTold ? attested(...used.map((d) => d.evidence)) : unmet('nb-6-l', ours);
});

/** qc-3.02-b2: what the running system does at the way in: it cannot be left unmet, its test takes each part away. */
export const qc302b2 = practiceNorm('qc-3.02-b2', [], ({ system: { signIn } }) =>
	signIn.breachedPasswords > 0 && signIn.guesses <= 20 && signIn.boundToDevice && signIn.secondFactor && signIn.register
		? met()
		: unmet('qc-3.02-b2'),
);

/**
 * nb-5-i: where no name is asked, it is because the service was approved so in advance, or for a reason of its own; and the
 * limits were told. That nothing is asked or kept by which the caller could be found is the line’s own doing.
 */
export const nb5i = norm('nb-5-i', [], (facts, judging) => {
	if (!facts.dossier.joint.dossier.anonymous) return notApplicable;
	const { anonymousLine } = facts.practice.practice;
	return everyone(({ identity }, p) => {
		const allowed = identity.waived ?? anonymousLine;
		if (!allowed) return unmet('nb-5-i', mend('identity.waive', p.id));
		if (!identity.limitsTold) return unmet('nb-5-i.limits', mend('limits.tell', p.id));
		return judged(allowed.evidence, identity.limitsTold);
	})(facts, judging);
});
