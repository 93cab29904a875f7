import type { Facts } from '#server/capabilities/index.ts';
import { present } from '#server/kernel/dossier.ts';
import type { Entry } from '#server/kernel/entry.ts';
import { otherPlaces } from '#server/norms/support.ts';
import { namesOf, whoSees } from '../conflicts.ts';
import { bodyAt } from './bodies.ts';

/** The lines whose words the page shows again. */
export const boundaryLines = ({ dossier }: Facts): readonly (number | undefined)[] => {
	const { relation, conflict } = dossier.joint.boundaries;
	return [relation?.evidence.seq, conflict?.evidence.seq];
};

type RelationBody = { readonly analysis?: string; readonly safeguards?: string };

/** Relations, conflicts of interest, borders: what was said and decided, and who decides. Never what a search found. */
export function boundariesOf(facts: Facts, bodies: ReadonlyMap<number, Entry>, account: string) {
	const { boundaries, dossier, place } = facts.dossier.joint;
	const { relation, searched, conflict } = boundaries;
	const said = bodyAt<RelationBody>(bodies, relation?.evidence.seq, 'relation.declared');
	const reason = bodyAt<{ reason: string }>(bodies, conflict?.evidence.seq, 'conflict.decided')?.reason;
	const names = namesOf(facts).map((n) => n.name);
	const persons = present(dossier).map(({ id, name }) => ({ id, name }));
	const elsewhere = otherPlaces(facts, {});
	return {
		names,
		persons,
		...(relation && {
			relation: {
				link: relation.link,
				decision: relation.decision,
				at: relation.evidence.at,
				...(relation.reviewOn !== undefined && { reviewOn: relation.reviewOn }),
				...(said?.analysis !== undefined && { analysis: said.analysis }),
				...(said?.safeguards !== undefined && { safeguards: said.safeguards }),
			},
		}),
		...(searched && { searched: { at: searched.evidence.at, coversAll: searched.persons >= names.length } }),
		...(conflict && {
			conflict: { decision: conflict.decision, at: conflict.evidence.at, ...(reason !== undefined && { reason }) },
		}),
		whoSees: whoSees(facts, account),
		isOfficer: facts.practice.practice.members[account]?.roles.includes('conflictsOfficer') === true,
		border: {
			elsewhere,
			...(facts.practice.practice.crossBorder && { rule: facts.practice.practice.crossBorder.rule }),
			...(place.crossBorderApproved && { approvedAt: place.crossBorderApproved.at }),
			isOwner: facts.practice.practice.members[account]?.roles.includes('owner') === true,
		},
	};
}
