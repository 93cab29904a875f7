import { z } from 'zod';
import { actsOn } from '#server/kernel/act.ts';
import { dayField, reasonField, textField } from '#server/kernel/field.ts';
import { refuse } from '#server/kernel/refusal.ts';
import type { IntakeEntry, IntakeFacts } from './facts.ts';

const act = actsOn<IntakeFacts, IntakeEntry>('dossier');

/** What came of it: one asks, on the day that was chosen, and may choose another. */
export const followUpReferral = act({
	name: 'referral.followUp',
	who: ['practitioner'],
	input: z.object({ outcome: textField, followUpOn: dayField.optional() }),
	decide: (mine, { outcome, followUpOn }) =>
		mine.joint.referral
			? [{ kind: 'referral.followedUp', data: { outcome, ...(followUpOn !== undefined && { followUpOn }) } }]
			: refuse('referral.none'),
});

/** A use of "safety first" was looked back at, to learn from it, by who cares for the client: no office gives a way in. */
export const reviewSafety = act({
	name: 'safety.review',
	who: ['practitioner'],
	input: z.object({
		seq: z.number('field.number').int('field.number').min(1, 'field.number'),
		/** What it taught; never who was wrong. */
		learned: textField.optional(),
		/** Where the practice has colleagues and none of them could look: why, and with whom it was talked over. */
		aloneBecause: reasonField.optional(),
	}),
	focus: ({ seq, aloneBecause }) => ({ subject: String(seq), ...(aloneBecause !== undefined && { means: 'reason' }) }),
	decide(_, { seq, learned, aloneBecause }, { dossier, actor }) {
		const { careTeam, skipped } = dossier;
		const me = actor.account ?? '';
		if (!careTeam[me]) return refuse('act.notYours');
		const used = skipped.find((s) => s.evidence.seq === seq);
		if (!used) return refuse('safety.unknown');
		if (used.by === me && Object.keys(careTeam).length > 1) return refuse('safety.byAnother');
		const data = {
			seq,
			...(learned !== undefined && { learned }),
			...(aloneBecause !== undefined && { aloneBecause }),
		};
		return [{ kind: 'safety.reviewed', data }];
	},
});
