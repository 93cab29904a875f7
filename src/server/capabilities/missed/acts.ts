import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { present } from '#server/kernel/dossier.ts';
import { idField, personField } from '#server/kernel/field.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import { type MissedEntry, type MissedFacts, mercies, type Weighed } from './facts.ts';

const act = actsOn<MissedFacts, MissedEntry>('dossier');

/** The meeting that waits for an answer; what no agreement covers, or what never counts, cannot be asked. */
function waiting({ weighed }: MissedFacts, appointment: string): Weighed | Refusal {
	const found = weighed.find((w) => w.appointment === appointment);
	if (!found) return refuse('missedFee.unknown');
	return found.answer ? refuse('missedFee.answered') : found;
}

/** Ask for what the agreement says: one amount, in the part of whoever pays, and nowhere else. */
export const applyMissedFee = act({
	name: 'missedFee.apply',
	who: ['practitioner'],
	input: z.object({
		appointment: idField,
		payer: personField,
		/** Illness, failed technology, an emergency, violence: none of them is known. */
		noGrace: z.literal(true, 'field.required'),
	}),
	decide(mine, { appointment, payer }, { dossier }) {
		const found = waiting(mine.joint, appointment);
		if ('refused' in found) return found;
		if (found.outcome === 'never') return refuse('missedFee.never');
		if (found.outcome === 'notAgreed' || found.amount === undefined) return refuse('missedFee.notAgreed');
		if (!present(dossier).some((p) => p.id === payer)) return refuse('act.noSuchPerson');
		if (!found.persons.includes(payer)) return refuse('missedFee.notTheirs');
		const { how, amount } = found;
		return [
			{ kind: 'missedFee.answered', data: { appointment, answer: 'applied' } },
			{ kind: 'missedFee.owed', part: payer, data: { person: payer, appointment, how, amount } },
		];
	},
});

/** Ask for nothing. */
export const waiveMissedFee = act({
	name: 'missedFee.waive',
	who: ['practitioner'],
	input: z.object({ appointment: idField, why: z.enum(mercies, 'field.choice') }),
	decide(mine, { appointment, why }) {
		const found = waiting(mine.joint, appointment);
		return 'refused' in found ? found : [{ kind: 'missedFee.answered', data: { appointment, answer: 'waived', why } }];
	},
});
