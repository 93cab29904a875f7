import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { dayField, idField, lineField, personField, reasonField, territoryField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { JurisdictionEntry, JurisdictionFacts, PlaceEntry, PlaceFacts } from './facts.ts';

const own = actsOn<JurisdictionFacts, JurisdictionEntry>('practitioner');
const act = actsOn<PlaceFacts, PlaceEntry>('dossier');

/** The rules of another territory were read, and by which right one may practise there (qc-1.09-b, nb-4-a, nb-4-e). */
export const checkTerritory = own({
	name: 'territory.check',
	who: ['practitioner'],
	input: z.object({
		territory: territoryField,
		sheetOf: dayField,
		rulesRead: z.boolean(),
		orderRulesRead: z.boolean(),
		privacyRead: z.boolean(),
		authorisation: z
			.object({
				kind: z.enum(['permit', 'exemption', 'notRequired', 'none'], 'field.choice'),
				source: lineField.optional(),
				until: dayField.optional(),
			})
			.refine((a) => a.kind !== 'exemption' || a.source !== undefined, { path: ['source'], message: 'field.required' }),
		until: dayField,
	}),
	decide: (_, data) => [{ kind: 'territory.checked', data: JSON.parse(JSON.stringify(data)) }],
});

/** The rules of one's own place, read in this edition (qc-1.09-a). */
export const acknowledgeRules = own({
	name: 'rules.acknowledge',
	who: ['practitioner'],
	input: z.object({ territory: territoryField, edition: dayField }),
	decide: (mine, data) =>
		data.edition < (mine.joint.rules[data.territory]?.edition ?? '')
			? refuse('rules.older')
			: [{ kind: 'rules.acknowledged', data }],
});

/** The other territory's regulator was told of one's intention (nb-4-c); the letter holds nothing about clients. */
export const tellRegulator = own({
	name: 'regulator.tell',
	who: ['practitioner'],
	input: z.object({ territory: territoryField, to: lineField, sentOn: dayField }),
	decide: (_, data) => [{ kind: 'regulator.told', data }],
});

/** Where the client usually is: two territories are two facts (def-qc-jurisdiction). */
export const declareHome = act({
	name: 'home.declare',
	who: ['practitioner', 'client', 'representative'],
	input: z.object({ territory: territoryField }),
	decide: (_, data) => [{ kind: 'home.declared', data }],
});

/** The workplace allows this client across a border (qc-7.01-b). */
export const approveCrossBorder = act({
	name: 'crossBorder.approve',
	who: ['owner'],
	desk: true,
	input: z.object({ reason: reasonField }),
	decide: (_, data) => [{ kind: 'crossBorder.approved', data }],
});

/** The notice of a place that is not one's own, with its sheet, was read before letting somebody in (nb-4-b). */
export const readPlaceNotice = act({
	name: 'placeNotice.read',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		territory: territoryField,
		sheetOf: dayField,
		session: idField.optional(),
	}),
	decide: (_, { session, ...data }) => [
		{ kind: 'placeNotice.read', part: data.person, data: { ...data, ...(session !== undefined && { session }) } },
	],
});
