import { z } from 'zod';
import type { Draft } from '#server/kernel/entry.ts';
import { lineField, personField } from '#server/kernel/field.ts';
import type { IntakeEntry } from './facts.ts';

/** Who asks in the name of a body, and as what; whether they may is seen later, by whoever answers (def-qc-client-a). */
export const represents = z.object({ of: personField, by: personField, standing: lineField }).optional();
type Represents = z.infer<typeof represents>;

/** Both are in the request, and what is represented is a body: nobody speaks for a person by saying so in a form. */
export const namesThem = (
	{ of, by }: NonNullable<Represents>,
	persons: readonly { readonly id: string; readonly body?: true | undefined }[],
): boolean => persons.some((p) => p.id === of && p.body) && persons.some((p) => p.id === by && !p.body);

/** Who says that they speak for it: a mandate whose proof nobody has seen. A body reads and asks by nobody else. */
export const spokenFor = (said: Represents): readonly Draft<IntakeEntry>[] =>
	said
		? [
				{
					kind: 'representative.named',
					data: { of: said.of, by: said.by, authority: 'mandatary', proofSeen: false },
				},
			]
		: [];
