import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import type { Dossier } from '#server/kernel/dossier.ts';
import { idField, personField, reasonField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import {
	type DestructionEntry,
	type DestructionFacts,
	holdReasons,
	type Of,
	paperEnds,
	type RetentionEntry,
	type RetentionFacts,
} from './facts.ts';

const act = actsOn<RetentionFacts, RetentionEntry>('dossier');
const ofPractice = actsOn<DestructionFacts, DestructionEntry>('practice');
const of = z.union([z.literal('whole'), personField]);

/** Keep the file past its date: a complaint, a court, an access request under way. */
export const placeHold = act({
	name: 'hold.place',
	who: ['practitioner'],
	input: z.object({ reason: z.enum(holdReasons, 'field.choice'), note: reasonField }),
	decide: (_, data, { newId }) => [{ kind: 'hold.placed', data: { ...data, id: newId() } }],
});

/** What kept the file past its date is over. */
export const liftHold = act({
	name: 'hold.lift',
	who: ['practitioner'],
	input: z.object({ id: idField, note: reasonField }),
	decide: (mine, data) => (mine.joint.holds[data.id] ? [{ kind: 'hold.lifted', data }] : refuse('hold.unknown')),
});

/** Somebody of this file, or all of it. */
const exists = (what: Of, dossier: Dossier): boolean => what === 'whole' || dossier.persons[what] !== undefined;

/** Look at the file before it ends: nothing must be kept, and where its paper is. */
export const reviewDestruction = act({
	name: 'destruction.review',
	who: ['practitioner'],
	input: z.object({
		of,
		/** The person signs that they read the file again for this. */
		read: z.literal(true, 'field.required'),
		papers: z.enum(paperEnds, 'field.choice'),
		note: reasonField.optional(),
	}),
	decide(_, { read: _read, note, ...data }, { actor, dossier }) {
		if (!exists(data.of, dossier) || actor.account === undefined) return refuse('act.noSuchPerson');
		if (data.papers === 'kept' && note === undefined) return refuse('destruction.papersWhere');
		const more = note === undefined ? {} : { note };
		return [{ kind: 'destruction.reviewed', data: { ...data, ...more, by: actor.account } }];
	},
});

/** A second person agrees that the file ends, where the practice has one. */
export const approveDestruction = act({
	name: 'destruction.approve',
	who: ['practitioner', 'privacyOfficer'],
	office: 'privacyOfficer',
	input: z.object({ of }),
	decide(mine, data, { actor, dossier }) {
		const review = mine.joint.reviewed[data.of];
		if (actor.account === undefined) return refuse('act.notYours');
		// Whoever is in charge of privacy learns of a file only that it was read again to end.
		if (!review) return refuse(dossier.careTeam[actor.account] ? 'destruction.notReviewed' : 'act.notYourDossier');
		if (review.by === actor.account) return refuse('destruction.sameEye');
		return [{ kind: 'destruction.approved', data: { ...data, by: actor.account } }];
	},
});

/** Destroy it: from here on nothing opens it any more, copies included (qc-5.03-c). */
export const destroyRecord = act({
	name: 'record.destroy',
	who: ['practitioner'],
	input: z.object({ of, sure: z.literal(true, 'field.required') }),
	focus: (input) => ({ subject: input.of }),
	decide(mine, data, { actor, dossier }) {
		if (!exists(data.of, dossier) || actor.account === undefined) return refuse('act.noSuchPerson');
		if (mine.joint.ordered[data.of]) return refuse('destruction.already');
		return [{ kind: 'destruction.ordered', data: { of: data.of, by: actor.account } }];
	},
});

/** The machine confirms it: the keys are gone. */
export const confirmDestruction = ofPractice({
	name: 'destruction.confirm',
	who: ['system'],
	input: z.object({ id: idField, keys: z.number('field.number').int('field.number').min(0, 'field.number') }),
	decide(mine, data) {
		const pending = mine.joint.pending[data.id];
		return pending ? [{ kind: 'record.destroyed', data: { ...data, ...pending } }] : [];
	},
});
