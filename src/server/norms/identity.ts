// Who and where: what is known of a person, on which devices, and the service that asks for no name.

import { contactFields } from '#server/capabilities/intake/facts.ts';
import type { Evidence } from '#server/kernel/entry.ts';
import { met, notApplicable, unmet } from '#server/kernel/verdict.ts';
import { everyone, mend, norm } from './support.ts';

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
