import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { dayField, idField, personField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { DAY, dayOf } from '#server/kernel/time.ts';
import type { PolicyFacts } from './facts.ts';
import { type AnnouncedEntry, type ToldEntry, tellingMeans } from './told-facts.ts';

const act = actsOn<PolicyFacts, AnnouncedEntry | ToldEntry>('practice');
/** So many that a whole practice is told in one go, few enough for one transaction. */
const MOST = 500;

/**
 * A material change was told to many at once: one line in each person's own part, all of them or none (nb-6-h, nb-2-h).
 */
export const announceChange = act({
	name: 'change.announce',
	who: ['practitioner', 'owner', 'privacyOfficer'],
	input: z.object({
		document: z.string('field.choice').regex(/^[a-zA-Z0-9]{1,40}$/, 'field.choice'),
		version: z.number('field.number').int('field.number').min(1, 'field.number'),
		means: z.enum(tellingMeans, 'field.choice'),
		on: dayField,
		people: z
			.array(z.object({ dossier: idField, person: personField }))
			.min(1, 'field.required')
			.max(MOST, 'field.tooMany'),
	}),
	journals: ({ people }) => people.map(({ dossier }) => ({ kind: 'dossier', id: dossier })),
	decide(mine, { people, ...told }, { now }) {
		const { documents } = mine.joint;
		const known = Object.hasOwn(documents, told.document) ? documents[told.document] : undefined;
		if (known?.materialVersion !== told.version) return refuse('change.other');
		if (told.on > dayOf(now + DAY)) return refuse('change.toCome');
		return [
			{ kind: 'change.announced', data: { ...told, count: people.length } },
			...people.map(
				({ dossier, person }) =>
					({
						kind: 'change.told',
						in: { kind: 'dossier', id: dossier },
						part: person,
						data: { ...told, person },
					}) as const,
			),
		];
	},
});
