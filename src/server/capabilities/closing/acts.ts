import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { personField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { type ClosingEntry, type ClosingFacts, givings } from './facts.ts';

const act = actsOn<ClosingFacts, ClosingEntry>('dossier');

/** What was done together, where things stand and what comes after, when the work ends or has ended. */
export const signSummary = act({
	name: 'closing.summarise',
	who: ['practitioner'],
	input: z.object({
		body: z.object(
			{ reason: textField, work: textField, state: textField, advice: textField.optional() },
			'field.required',
		),
		happened: z.record(z.string().max(40), z.string().max(2000)),
	}),
	decide(mine, { body: { advice, ...body }, happened }, { dossier }) {
		if (dossier.state !== 'accepted' && dossier.state !== 'closed') return refuse('client.notAccepted');
		const { closed } = mine.joint;
		return [
			{
				kind: 'closing.summarised',
				data: {
					body: { ...body, ...(advice !== undefined && { advice }) },
					happened,
					...(closed && { closedAt: closed.at }),
				},
			},
		];
	},
});

/** The summary reaches a person who wants it, in a way they chose; or they want none. */
export const giveSummary = act({
	name: 'closing.give',
	who: ['practitioner'],
	input: z.object({ person: personField, means: z.enum(givings, 'field.choice') }),
	decide(mine, data, { dossier }) {
		const who = dossier.persons[data.person];
		if (!who) return refuse('act.noSuchPerson');
		if (!mine.joint.summary) return refuse('closing.none');
		// Nothing lies in a space that does not exist: the person would never see it.
		if (data.means === 'portal' && who.account === undefined) return refuse('copy.noSpace');
		return [{ kind: 'closing.given', data }];
	},
});
