import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { type DossierEntry, personsOf, responsibleOf } from '#server/kernel/dossier.ts';
import { idField, lineField, reasonField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { Instant } from '#server/kernel/time.ts';
import type { SchedulingFacts } from './facts.ts';

// Of scheduling, since nobody leaves a team with a meeting of theirs to come.
const act = actsOn<SchedulingFacts, DossierEntry>('dossier');

const hasMeetings = ({ appointments }: SchedulingFacts, account: string, now: Instant): boolean =>
	Object.values(appointments).some((a) => a.practitioner === account && a.state === 'booked' && a.endsAt > now);

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
		return hasMeetings(joint, data.account, now) ? refuse('careTeam.hasMeetings') : [{ kind: 'careTeam.left', data }];
	},
});

/** Why a file passes to a colleague of the same practice. */
const handOverBases = ['authorised', 'departure'] as const;

/**
 * A colleague of the practice answers for the file from now on, and whoever did opens it no more. By whoever follows it
 * with the client's agreement, or by the owner when they left, died or may no longer practise (nb-6-s).
 */
export const handOver = act({
	name: 'dossier.handOver',
	who: ['practitioner', 'owner'],
	office: 'owner',
	input: z.object({
		to: idField,
		toName: lineField,
		basis: z.enum(handOverBases, 'field.choice'),
		reason: reasonField,
	}),
	gates: () => ['record.transfer'],
	focus: ({ basis, toName }) => ({
		subject: 'handOver',
		means: JSON.stringify({ basis, to: toName, parts: [], reference: false }),
	}),
	decide({ joint }, { to, basis, reason }, { actor, dossier, now }) {
		const from = responsibleOf(dossier);
		if (from === undefined || from === to) return refuse('transfer.same');
		if (personsOf(dossier, to).length > 0) return refuse('careTeam.isPerson');
		if (basis === 'authorised' && !dossier.careTeam[actor.account ?? '']) return refuse('act.notYourDossier');
		if (basis === 'authorised' && hasMeetings(joint, from, now)) return refuse('careTeam.hasMeetings');
		return [{ kind: 'careTeam.handedOver', data: { from, to, basis, reason } }];
	},
});
