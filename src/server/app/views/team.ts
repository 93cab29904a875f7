import type { Facts } from '#server/capabilities/index.ts';
import { responsibleOf } from '#server/kernel/dossier.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';

/** Who follows the file: by name, in which place, since when; the first one answers for it. */
export function teamOf({ dossier, practice }: Facts) {
	const { members } = practice.practice;
	const { dossier: file, notes } = dossier.joint;
	const { supervised } = notes;
	return Object.entries(file.careTeam).map(([account, { role, since }]) => ({
		account,
		name: members[account]?.name ?? '',
		role,
		since,
		responsible: responsibleOf(file) === account,
		...(supervised[account] !== undefined && { readBy: members[supervised[account]]?.name ?? '' }),
		/** Who left the practice opens nothing, whatever the file says. */
		here: members[account]?.roles.includes('practitioner') === true,
	}));
}

/** Who practises here and could join them. */
export const colleaguesFor = ({ dossier, practice }: Facts) =>
	Object.values(practice.practice.members)
		.filter((m) => m.roles.includes('practitioner') && !dossier.joint.dossier.careTeam[m.account])
		.map(({ account, name }) => ({ account, name }));

/** Who practises here and could answer for it. */
export const takersFor = ({ dossier, practice }: Pick<Facts, 'dossier' | 'practice'>) =>
	Object.values(practice.practice.members)
		.filter((m) => m.roles.includes('practitioner') && responsibleOf(dossier.joint.dossier) !== m.account)
		.map(({ account, name }) => ({ account, name }));

/** Only somebody who practises here joins a team. */
export const mayJoin = ({ practice }: Facts, account: string): Refusal | undefined =>
	practice.practice.members[account]?.roles.includes('practitioner') ? undefined : refuse('careTeam.notMember');
