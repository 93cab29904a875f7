import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { dayField, lineField, personField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { IntakeEntry, IntakeFacts } from './facts.ts';

const act = actsOn<IntakeFacts, IntakeEntry>('dossier');

/** What a court or an agency asks, kept beside what the person agrees to: who asks and who is served are two parties. */
export const recordMandate = act({
	name: 'mandate.record',
	who: ['practitioner'],
	input: z.object({
		requester: personField,
		kind: z.enum(['court', 'agency', 'law'], 'field.choice'),
		issuer: lineField,
		on: dayField,
		/** It asks to be reported to; what it asks is then said in words. */
		reporting: z.boolean(),
		asks: textField.optional(),
	}),
	decide(_, { asks, ...data }, { dossier }) {
		const who = dossier.persons[data.requester];
		if (!who) return refuse('act.noSuchPerson');
		if (who.roles.includes('beneficiary')) return refuse('mandate.twoParties');
		if (data.reporting && asks === undefined) return refuse('mandate.whatReporting');
		return [{ kind: 'mandate.recorded', data: { ...data, ...(asks !== undefined && { asks }) } }];
	},
});
