import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import type { IntegrityEntry, IntegrityFacts } from './facts.ts';

const act = actsOn<IntegrityFacts, IntegrityEntry>('practice');
const count = z.number('field.number').int('field.number').min(0, 'field.number');

/** Ask that everything stored be read again and compared with how it was written (nb-6-c). */
export const checkIntegrity = act({
	name: 'integrity.check',
	who: ['owner', 'privacyOfficer', 'practitioner'],
	input: z.object({}),
	decide: () => [{ kind: 'integrity.asked', data: {} }],
});

/** What that reading found: only the system that read may say it. */
export const noteIntegrity = act({
	name: 'integrity.note',
	who: ['system'],
	input: z.object({
		lines: count,
		findings: count,
		first: z
			.object({ code: z.string().max(60), journal: z.string().max(60).optional(), seq: count.optional() })
			.optional(),
	}),
	decide: (_, data) => [{ kind: 'integrity.checked', data: JSON.parse(JSON.stringify(data)) }],
});
