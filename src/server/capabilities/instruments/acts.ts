import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { idField, lineField, textField } from '#server/kernel/field.ts';
import { factors, type InstrumentEntry, type InstrumentFacts } from './facts.ts';

const act = actsOn<InstrumentFacts, InstrumentEntry>('practice');

/** Where a test comes from, what it is worth, for whom it was normed, whether one may use it: before anybody does (nb-intro-e). */
export const appraiseInstrument = act({
	name: 'instrument.appraise',
	who: ['owner', 'practitioner'],
	input: z.object({
		id: idField,
		name: lineField,
		source: textField,
		validity: textField,
		languages: textField,
		rights: textField,
		decision: z.enum(['allowed', 'notAllowed'], 'field.choice'),
		limits: textField,
		factors: z.array(z.enum(factors, 'field.choice')).max(factors.length).default([]),
	}),
	decide: (_, data) => [{ kind: 'instrument.appraised', data }],
});
