import {
	acts,
	type DossierPart,
	type Facts,
	folds,
	type PracticePart,
	type PractitionerPart,
	type SystemFacts,
} from '#server/capabilities/index.ts';
import { reactions } from '#server/capabilities/reactions.ts';
import type { JournalFacts, Model, Slices } from '#server/journal/world.ts';
import type { Fold } from '#server/kernel/capability.ts';
import type { JournalKind } from '#server/kernel/journal.ts';
import { gate } from '#server/norms/judge.ts';
import { isTerritory } from '#words/territories.ts';
import { briefOf } from './brief.ts';
import { outgoing } from './outgoing.ts';
import { project } from './projections.ts';

const noneOf = (kind: JournalKind): Slices =>
	Object.fromEntries(
		Object.entries(folds[kind] as Readonly<Record<string, Fold<unknown>>>).map(([name, f]) => [name, f.none]),
	);
const nobody = { dossier: noneOf('dossier'), practitioner: noneOf('practitioner'), practice: noneOf('practice') };

/** Everything that norms and views may look at, from the facts of each journal; what is not there is empty. */
export const factsFrom =
	(system: () => SystemFacts) =>
	(held: Readonly<Record<JournalKind, JournalFacts | undefined>>): Facts => ({
		dossier: {
			joint: (held.dossier?.joint ?? nobody.dossier) as unknown as DossierPart,
			of: (person) => (held.dossier?.own[person] ?? nobody.dossier) as unknown as DossierPart,
		},
		practitioner: (held.practitioner?.joint ?? nobody.practitioner) as unknown as PractitionerPart,
		practice: (held.practice?.joint ?? nobody.practice) as unknown as PracticePart,
		system: hostedWhere(system(), (held.practice?.joint ?? nobody.practice) as unknown as PracticePart),
	});

/** The machine does not know where it stands: the practice says it, and until then it is in its own place. */
function hostedWhere(system: SystemFacts, { practice }: PracticePart): SystemFacts {
	const said = practice.hosting?.territory ?? practice.profile?.territory;
	return isTerritory(said) ? { ...system, storage: { ...system.storage, territory: said } } : system;
}

/** The product, as the journal sees it: acts, folds, norms, reactions, projections and briefs, put together once. */
export const modelOf = (system: () => SystemFacts): Model<Facts> => ({
	acts,
	folds: folds as unknown as Model<Facts>['folds'],
	assemble: factsFrom(system),
	memberRoles: (practice, account) => (practice as unknown as PracticePart).practice.members[account]?.roles ?? [],
	gate,
	reactions,
	project,
	outgoing,
	brief: briefOf,
	constraints: { appointment_no_double_booking: 'appointment.taken' },
});
