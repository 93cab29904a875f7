import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { type DossierEntry, personsOf, responsibleOf } from '#server/kernel/dossier.ts';
import { idField, reasonField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { SchedulingFacts } from './facts.ts';

// Of scheduling, since nobody leaves a team with a meeting of theirs to come.
const act = actsOn<SchedulingFacts, DossierEntry>('dossier');

/**
 * A colleague joins those who follow this file, and from then on reads and writes all of it: why they need to is written
 * down, and that they were asked about any other relation with these persons (qc-4.01).
 */
export const joinTeam = act({
	name: 'careTeam.join',
	who: ['practitioner'],
	input: z.object({
		account: idField,
		role: z.enum(['practitioner', 'supervisor'], 'field.choice'),
		need: reasonField,
		noOtherRelation: z.boolean(),
	}),
	decide(_, { account, role, need, noOtherRelation }, { dossier }) {
		if (dossier.careTeam[account]) return refuse('careTeam.already');
		if (personsOf(dossier, account).length > 0) return refuse('careTeam.isPerson');
		if (!noOtherRelation) return refuse('careTeam.otherRelation');
		return [{ kind: 'careTeam.joined', data: { account, role, need } }];
	},
});

/** A colleague no longer follows this file, and opens nothing of it any more; who answers for it stays. */
export const leaveTeam = act({
	name: 'careTeam.leave',
	who: ['practitioner'],
	input: z.object({ account: idField, reason: reasonField }),
	decide({ joint }, data, { dossier, now }) {
		if (!dossier.careTeam[data.account]) return refuse('careTeam.notIn');
		if (responsibleOf(dossier) === data.account) return refuse('careTeam.responsible');
		const booked = Object.values(joint.appointments).some(
			(a) => a.practitioner === data.account && a.state === 'booked' && a.endsAt > now,
		);
		return booked ? refuse('careTeam.hasMeetings') : [{ kind: 'careTeam.left', data }];
	},
});
