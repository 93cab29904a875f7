import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { dayField, lineField, phoneField, reasonField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import { dayOf } from '#server/kernel/time.ts';
import type { LeavingEntry, LeavingFacts } from './facts.ts';

const act = actsOn<LeavingFacts, LeavingEntry>('practitioner');
const taker = {
	to: lineField,
	profession: lineField,
	address: lineField,
	phone: phoneField,
	/** The day on which both signed. */
	agreedOn: dayField,
};

/** Say who takes one's files over when one stops, from which day: the notice to the Order is made from it. */
export const declareCession = act({
	name: 'cession.declare',
	who: ['practitioner'],
	input: z.object({ ...taker, on: dayField }),
	decide(mine, data, { newId, now }) {
		if (data.agreedOn > dayOf(now)) return refuse('cession.notYetSigned');
		if (mine.joint.cession) return refuse('cession.already');
		return [{ kind: 'cession.declared', data: { ...data, id: newId() } }];
	},
});

/** The notice went to the Order, on that day and in that way. */
export const noticeCession = act({
	name: 'cession.notice',
	who: ['practitioner'],
	input: z.object({ on: dayField, how: lineField }),
	decide({ joint: { cession } }, data, { now }) {
		if (!cession) return refuse('cession.none');
		if (cession.noticed !== undefined) return refuse('cession.alreadyNoticed');
		return data.on > dayOf(now)
			? refuse('cession.notYetSent')
			: [{ kind: 'cession.noticed', data: { ...data, id: cession.id } }];
	},
});

/** It does not happen after all. */
export const cancelCession = act({
	name: 'cession.cancel',
	who: ['practitioner'],
	input: z.object({}),
	decide: ({ joint: { cession } }) =>
		cession ? [{ kind: 'cession.cancelled', data: { id: cession.id } }] : refuse('cession.none'),
});

/** Name who takes one's files over if one dies or can no longer decide, and how many of the practice must agree to open it. */
export const nameSuccessor = act({
	name: 'succession.name',
	who: ['practitioner'],
	input: z.object({
		...taker,
		approvals: z.number('field.number').int('field.number').min(0, 'field.number').max(5, 'field.number'),
	}),
	decide(_, data, { newId, now }) {
		if (data.agreedOn > dayOf(now)) return refuse('cession.notYetSigned');
		return [{ kind: 'succession.named', data: { ...data, id: newId() } }];
	},
});

/** Nobody is named any more. */
export const withdrawSuccessor = act({
	name: 'succession.withdraw',
	who: ['practitioner'],
	input: z.object({}),
	decide: ({ joint: { succession } }) =>
		succession ? [{ kind: 'succession.withdrawn', data: { id: succession.id } }] : refuse('succession.none'),
});

/**
 * One more of the practice saw the proof (death, a struck permit, incapacity) and agrees; with the last of those who were
 * asked for, it is open. Where nobody else is there, whoever runs the host opens it on proof (the system).
 */
export const approveSuccession = act({
	name: 'succession.approve',
	who: ['owner', 'privacyOfficer', 'system'],
	input: z.object({ proof: reasonField }),
	decide({ joint: { succession } }, { proof }, { actor, journal }) {
		if (!succession) return refuse('succession.none');
		if (succession.opened) return refuse('succession.alreadyOpen');
		const by = actor.account ?? 'system';
		if (by === journal.id || succession.approvedBy.includes(by)) return refuse('succession.sameEye');
		const { id, approvals, approvedBy } = succession;
		// Where colleagues were to agree, the host alone does not open it.
		if (actor.system && approvals > 0) return refuse('succession.colleagues');
		const isLast = approvedBy.length + 1 >= approvals;
		return [
			{ kind: 'succession.approved' as const, data: { id, by, proof } },
			...(isLast ? [{ kind: 'succession.opened' as const, data: { id } }] : []),
		];
	},
});
