import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { idField, lineField, personField, phoneField, reasonField, territoryField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { IdentityEntry, IdentityFacts } from './facts.ts';

const act = actsOn<IdentityFacts, IdentityEntry>('dossier');

/** Who the person is: which kind of document was seen, never a copy of it (qc-2.04-a, nb-5-b). */
export const checkIdentity = act({
	name: 'identity.check',
	who: ['practitioner'],
	input: z.object({
		person: personField,
		document: z.enum(
			['healthCard', 'drivingLicence', 'passport', 'statusCard', 'other', 'knownPersonally'],
			'field.choice',
		),
		how: z.enum(['video', 'inPerson', 'known'], 'field.choice'),
	}),
	decide: (_, data) => [{ kind: 'identity.checked', part: data.person, data }],
});

/** Identity is not verified, for a reason; the limits must then be told (qc-2.04-c, nb-5-i). */
export const waiveIdentity = act({
	name: 'identity.waive',
	who: ['practitioner'],
	input: z.object({ person: personField, reason: reasonField }),
	decide: (_, data) => [{ kind: 'identity.waived', part: data.person, data }],
});

/** What the service cannot offer to somebody whose identity is not verified, told. */
export const tellLimits = act({
	name: 'limits.tell',
	who: ['practitioner', 'system'],
	input: z.object({ person: personField, means: z.enum(['screen', 'voice', 'paper'], 'field.choice') }),
	decide: (_, data) => [{ kind: 'limits.told', part: data.person, data }],
});

/** A word was agreed between the two, to know each other by later; the word itself is not kept. */
export const agreeCodeWord = act({
	name: 'codeWord.agree',
	who: ['practitioner'],
	input: z.object({ person: personField }),
	decide: (_, data) => [{ kind: 'codeWord.agreed', part: data.person, data }],
});

/** At a later arrival the agreed word was said, or not: the word itself is never written (qc-2.04-a). */
export const hearCodeWord = act({
	name: 'codeWord.hear',
	who: ['practitioner'],
	input: z.object({ person: personField, session: idField, heard: z.boolean('field.required') }),
	decide: (mine, data) =>
		mine.of(data.person).codeWord
			? [{ kind: 'codeWord.heard', part: data.person, data }]
			: refuse('codeWord.notAgreed'),
});

/** Somebody who gave no name says who they are, by themself or by voice: what needs a name opens from then on (nb-5-i). */
export const comeForward = act({
	name: 'identity.comeForward',
	who: ['client', 'practitioner'],
	input: z.object({ person: personField, name: lineField }),
	speaksFor: ({ person }) => person,
	means: () => 'oral',
	decide: (_, data, { dossier }) =>
		dossier.anonymous ? [{ kind: 'dossier.cameForward', data }] : refuse('identity.known'),
});

/** « Où êtes-vous aujourd’hui ? » — reasonable means, not a wall (qc-2.04-b, nb-5-c). */
export const declareArrival = act({
	name: 'arrival.declare',
	who: ['client', 'representative', 'practitioner'],
	safety: true,
	input: z.object({
		person: personField,
		session: idField,
		place: z.enum(['same', 'new', 'withheld', 'unanswered'], 'field.choice'),
		territory: territoryField.optional(),
		town: lineField.optional(),
		address: lineField.optional(),
		alone: z.enum(['yes', 'no', 'notSaid'], 'field.choice'),
		callBack: phoneField.optional(),
	}),
	speaksFor: ({ person }) => person,
	means: () => 'oral',
	decide(mine, input) {
		if (input.place === 'new' && (input.territory === undefined || input.town === undefined))
			return refuse('arrival.placeMissing');
		if (input.place === 'same' && !mine.of(input.person).lastPlace) return refuse('arrival.noLastPlace');
		const data = JSON.parse(JSON.stringify(input)) as Extract<IdentityEntry, { kind: 'arrival.declared' }>['data'];
		return [{ kind: 'arrival.declared', part: input.person, data }];
	},
});

/** The practitioner lets somebody in without knowing where they are, for a signed reason. */
export const waivePlace = act({
	name: 'place.waive',
	who: ['practitioner'],
	safety: true,
	input: z.object({ person: personField, session: idField, reason: reasonField }),
	decide: (_, data) => [{ kind: 'place.waived', part: data.person, data }],
});
