import { z } from 'zod';
import { type Actor, actsOn } from '#server/kernel/act.ts';
import { idField, reasonField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { Counter, NoteEntry, NoteFacts } from './facts.ts';

const act = actsOn<NoteFacts, NoteEntry>('dossier');

const noteField = z.number('field.number').int('field.number').min(1, 'field.number');

/** Somebody's notes in this file are read and signed by another too: a student, a colleague under supervision. */
export const nameSupervisor = act({
	name: 'supervision.name',
	who: ['practitioner'],
	input: z.object({ account: idField, supervisor: idField }),
	decide(mine, data, { dossier, actor }) {
		if (!dossier.careTeam[data.account] || !dossier.careTeam[data.supervisor]) return refuse('careTeam.notIn');
		// Nobody frees or binds themselves, and who is read does not read another.
		if (actor.account === data.account || data.account === data.supervisor) return refuse('supervision.notOneself');
		if (mine.joint.supervised[data.supervisor]) return refuse('supervision.isSupervised');
		return [{ kind: 'supervision.named', data }];
	},
});

/** From now on their notes are theirs alone; those that wait still wait. */
export const endSupervision = act({
	name: 'supervision.end',
	who: ['practitioner'],
	input: z.object({ account: idField }),
	decide(mine, data, { actor }) {
		if (!mine.joint.supervised[data.account]) return refuse('supervision.none');
		return actor.account === data.account ? refuse('supervision.notOneself') : [{ kind: 'supervision.ended', data }];
	},
});

/** Is this note for that person to read and sign now? */
const isFor = (waits: Counter | undefined, { account }: Actor): boolean =>
	waits !== undefined && !waits.back && waits.supervisor === account;

/** The supervisor has read the note with its additions, and signs after its author. */
export const countersignNote = act({
	name: 'note.countersign',
	who: ['practitioner'],
	input: z.object({ note: noteField }),
	decide: (mine, data, { actor }) =>
		isFor(mine.joint.counter[data.note], actor) ? [{ kind: 'note.countersigned', data }] : refuse('note.notForYou'),
});

/** The supervisor sends it back with a remark: its author answers by an addition, and it waits again. */
export const sendBackNote = act({
	name: 'note.sendBack',
	who: ['practitioner'],
	input: z.object({ note: noteField, remark: reasonField }),
	decide: (mine, data, { actor }) =>
		isFor(mine.joint.counter[data.note], actor) ? [{ kind: 'note.sentBack', data }] : refuse('note.notForYou'),
});
