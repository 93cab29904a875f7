import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { dayField, idField, lineField, personField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { DAY, dayOf, type Instant } from '#server/kernel/time.ts';
import { noteFields, type PayerEntry, type PayerFacts, type PaymentEntry, type PaymentFacts } from './facts.ts';

const act = actsOn<PaymentFacts, PaymentEntry>('dossier');
const practice = actsOn<PayerFacts, PayerEntry>('practice');

const whole = z.number('field.number').int('field.number');
/** A day in Canada may still be the one before, counted from Greenwich; never one to come. */
const isPast = (day: string, now: Instant): boolean => day <= dayOf(now + DAY);

const wants = {
	/** Headings and facts of a note, by name. */
	fields: z
		.array(z.string('field.choice').refine((f) => noteFields.includes(f), 'field.choice'))
		.max(20, 'field.choice')
		.default([]),
	years: whole.min(1, 'field.number').max(100, 'field.number').optional(),
	source: lineField,
	reviewedOn: dayField,
};

/** What a payer, an insurer or a program asks of the record, as somebody read it (nb-6-p). */
export const addPayer = practice({
	name: 'payer.add',
	who: ['owner', 'practitioner'],
	input: z.object({ name: lineField, ...wants }),
	decide(_, { years, ...data }, { now, newId }) {
		if (!isPast(data.reviewedOn, now)) return refuse('payer.day');
		return [{ kind: 'payer.added', data: { id: newId(), ...data, ...(years !== undefined && { years }) } }];
	},
});

/** Their requirements were read again: what they are now (nb-6-p). */
export const reviewPayer = practice({
	name: 'payer.review',
	who: ['owner', 'practitioner'],
	input: z.object({ id: idField, ...wants }),
	decide({ joint }, { years, ...data }, { now }) {
		const payer = joint.payers[data.id];
		if (!payer || payer.ended) return refuse('payer.unknown');
		if (!isPast(data.reviewedOn, now)) return refuse('payer.day');
		return [{ kind: 'payer.reviewed', data: { ...data, ...(years !== undefined && { years }) } }];
	},
});

/** Nobody is billed there any more; what was billed stays kept as they asked. */
export const endPayer = practice({
	name: 'payer.end',
	who: ['owner', 'practitioner'],
	input: z.object({ id: idField }),
	decide({ joint }, data) {
		const payer = joint.payers[data.id];
		return payer && !payer.ended ? [{ kind: 'payer.ended', data }] : refuse('payer.unknown');
	},
});

/** Ask payment for one service that was given: of the person, or of whoever pays for them (qc-5.02-b, nb-6-p). */
export const requestPayment = act({
	name: 'payment.request',
	who: ['practitioner'],
	input: z.object({
		session: idField,
		person: personField,
		payer: idField.optional(),
		payerName: lineField.optional(),
		amount: whole.min(1, 'field.number').max(10_000_000, 'field.number'),
		due: dayField.optional(),
	}),
	focus: ({ session, person, payer }) => ({
		subject: session,
		person,
		purpose: 'payment',
		...(payer !== undefined && { means: payer }),
	}),
	decide(mine, { payer, payerName, due, ...data }, { dossier, newId }) {
		if (!dossier.persons[data.person]) return refuse('act.noSuchPerson');
		const service = mine.joint.services.find((s) => s.id === data.session);
		if (!service) return refuse('payment.noService');
		if (mine.of(data.person).asked[data.session]) return refuse('payment.asked');
		if ((payer === undefined) !== (payerName === undefined)) return refuse('payer.unknown');
		const to = payer !== undefined && payerName !== undefined ? { payer, payerName } : {};
		return [
			{
				kind: 'payment.requested',
				part: data.person,
				data: { id: newId(), ...data, ...to, servedAt: service.at, ...(due !== undefined && { due }) },
			},
		];
	},
});
