import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { idField, instantField, meansField, personField, reasonField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { type UseEntry, type UseFacts, useKinds } from './facts.ts';

const act = actsOn<UseFacts, UseEntry>('dossier');
const answer = z.object({ person: personField, id: idField, means: meansField });

/** Ask one person for one use beside the service, with its scope and its end: a choice of its own (def-nb-consent-a). */
export const proposeUse = act({
	name: 'use.propose',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		use: z.enum(useKinds, 'field.choice'),
		/** To whom, about what, for what. */
		scope: reasonField,
		until: instantField.optional(),
		/** What saying no changes; said before the answer. */
		consequence: reasonField.optional(),
	}),
	decide(_, { until, consequence, ...data }, { dossier, newId }) {
		if (!dossier.persons[data.person]) return refuse('act.noSuchPerson');
		// Reporting to a court or an agency is the one use whose refusal may matter to the person: they are told how.
		if (data.use === 'reporting' && consequence === undefined) return refuse('use.consequence');
		return [
			{
				kind: 'use.proposed',
				part: data.person,
				data: {
					...data,
					id: newId(),
					...(until !== undefined && { until }),
					...(consequence !== undefined && { consequence }),
				},
			},
		];
	},
});

/** The person says yes to that use, and to that one alone. */
export const agreeUse = act({
	name: 'use.agree',
	who: ['client', 'representative', 'practitioner'],
	input: answer,
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	decide(mine, data, { now }) {
		const use = mine.of(data.person).uses[data.id];
		if (!use) return refuse('use.unknown');
		if (use.state === 'agreed') return refuse('use.answered');
		return use.until !== undefined && use.until <= now
			? refuse('use.over')
			: [{ kind: 'use.agreed', part: data.person, data }];
	},
});

/** The person says no; nothing else changes. */
export const refuseUse = act({
	name: 'use.refuse',
	who: ['client', 'representative', 'practitioner'],
	input: answer,
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	decide(mine, data) {
		const use = mine.of(data.person).uses[data.id];
		if (!use) return refuse('use.unknown');
		return use.state === 'proposed' ? [{ kind: 'use.refused', part: data.person, data }] : refuse('use.answered');
	},
});

/** The person takes that yes back, as simply as it was said. */
export const endUse = act({
	name: 'use.end',
	who: ['client', 'representative', 'practitioner'],
	input: answer,
	speaksFor: ({ person }) => person,
	means: ({ means }) => means,
	decide(mine, data) {
		const use = mine.of(data.person).uses[data.id];
		if (!use) return refuse('use.unknown');
		return use.state === 'agreed' ? [{ kind: 'use.ended', part: data.person, data }] : refuse('use.notAgreed');
	},
});
