import type { Facts } from '#server/capabilities/index.ts';
import type { PaymentEntry } from '#server/capabilities/payments/facts.ts';
import { present } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { type Instant, type LocalDate, monthsLater, startOf } from '#server/kernel/time.ts';
import { lackingFor } from '#server/norms/payments.ts';

/** The services of a file that may still be billed, to whom, and what notes billed to a payer lack. */
export function paymentsOf(facts: Facts) {
	const { joint, of } = facts.dossier;
	const persons = present(joint.dossier);
	const claims = persons.flatMap(({ id }) =>
		Object.entries(of(id).payments.asked).map(([session, asked]) => ({ person: id, session, ...asked })),
	);
	const isAsked = (session: string): boolean =>
		persons.every(({ id }) => claims.some((c) => c.session === session && c.person === id));
	return {
		persons: persons.map(({ id, name }) => ({ id, name })),
		services: joint.payments.services
			.filter(({ id }) => !isAsked(id))
			.map(({ id, at, note }) => ({ id, at, noted: note !== undefined }))
			.toReversed(),
		payers: payersOf(facts).filter((p) => !p.ended),
		lacking: claims.flatMap(({ session, payer }) => {
			const service = joint.payments.services.find((s) => s.id === session);
			const fields = payer !== undefined && service ? lackingFor(facts, payer, service) : [];
			if (payer === undefined || !service || fields.length === 0) return [];
			const { name = '' } = facts.practice.payments.payers[payer] ?? {};
			return [{ session, at: service.at, payer: name, fields, note: service.note }];
		}),
		fee: facts.practice.practice.terms?.fees[0]?.amount,
	};
}

/** Payers as their register shows them, those still billed first. */
export const payersOf = ({ practice }: Pick<Facts, 'practice'>) =>
	Object.values(practice.payments.payers)
		.map(({ id, name, fields, years, source, reviewedOn, ended }) => ({
			id,
			name,
			fields,
			...(years !== undefined && { years }),
			source,
			reviewedOn,
			ended: ended === true,
		}))
		.sort((a, b) => Number(a.ended) - Number(b.ended) || a.name.localeCompare(b.name, 'fr-CA'));

/** From when what a payer asks is to be read again, at the practice's own rhythm. */
export const toReadAgain = (reviewedOn: LocalDate, { practice }: Pick<Facts, 'practice'>, now: Instant): boolean =>
	startOf(monthsLater(reviewedOn, practice.policies.months.policy)) <= now;

/** Is this line a request for payment? */
export const isRequest = (entry: Entry): boolean => entry.kind === 'payment.requested';

/** What was asked for, newest first. */
export const requestsIn = (entries: readonly Entry[], facts: Facts) =>
	entries
		.filter(isRequest)
		.toReversed()
		.map(({ seq, at, data }) => {
			const { person, payerName, amount, servedAt, due } = data as PaymentEntry['data'];
			const name = facts.dossier.joint.dossier.persons[person]?.name ?? '';
			return { seq, at, amount, servedAt, person: name, from: payerName ?? name, ...(due !== undefined && { due }) };
		});
