import type { Act, Assurance } from '#server/kernel/act.ts';
import { type Dossier, noDossier, personsOf, reachOf, representativesOf, rolesIn } from '#server/kernel/dossier.ts';
import type { Author, Draft, Role } from '#server/kernel/entry.ts';
import { JOINT, type PartId, type PersonId } from '#server/kernel/journal.ts';
import { type Refusal, refuse } from '#server/kernel/refusal.ts';
import type { Instant } from '#server/kernel/time.ts';
import type { Opened } from './append.ts';
import type { Held } from './locks.ts';
import type { Attempt } from './perform.ts';
import type { World } from './world.ts';

/** The dossier that is written, or the empty one for other journals. */
export const dossierOf = (journal: Opened): Dossier =>
	journal.ref.kind === 'dossier' ? (journal.facts.joint.dossier as Dossier) : noDossier;

/** What the actor is: by the practice's members, and by the dossier's persons. */
export function rolesOf<F>(world: World<F>, held: Held, attempt: Attempt): readonly Role[] {
	if (attempt.actor.system) return ['system'];
	const { account } = attempt.actor;
	if (account === undefined) return ['public'];
	const journal = held.get(attempt.journal.id);
	const inDossier = journal ? rolesIn(dossierOf(journal), account, world.now()) : [];
	return [...world.model.memberRoles(held.practice().joint, account), ...inDossier];
}

/** Who wants to do what, where, as what, when. */
export interface Question {
	readonly act: Act<string, unknown, unknown, Draft>;
	readonly input: unknown;
	readonly dossier: Dossier;
	readonly roles: readonly Role[];
	readonly attempt: Attempt;
	readonly now: Instant;
}

const members: readonly Role[] = ['practitioner', 'receptionist', 'owner', 'privacyOfficer', 'conflictsOfficer'];
/** Who may write in the journal of somebody else who practises here, where an act says so. */
const offices: readonly Role[] = ['owner', 'privacyOfficer'];
const strength: Readonly<Record<Assurance, number>> = { none: 0, link: 1, code: 2, twoFactor: 3, passkey: 3 };

/** May this actor do this act, for that person? Asked of those who may reach the journal. */
export function mayWrite({ act, input, dossier, roles, attempt, now }: Question): Refusal | undefined {
	const mine = act.who.filter((role) => roles.includes(role));
	if (mine.length === 0) return refuse('act.notYours');
	const needed = mine.some((role) => members.includes(role))
		? 3
		: mine.every((r) => r === 'public' || r === 'system')
			? 0
			: 2;
	if (!attempt.actor.system && strength[attempt.actor.assurance] < needed) return refuse('account.secondFactorMissing');
	const person = act.speaksFor?.(input);
	if (person === undefined || attempt.actor.system) return undefined;
	if (!dossier.persons[person] || dossier.persons[person].leftAt !== undefined) return refuse('act.noSuchPerson');
	return maySpeak({ act, input, dossier, roles, attempt, now }, person) ? undefined : refuse('act.notForThem');
}

/** Does the journal exist for this actor? A no sounds the same as for a journal that does not exist. */
export function reaches({ act, dossier, roles, attempt, now }: Omit<Question, 'input'>): boolean {
	const { account, system } = attempt.actor;
	if (system) return true;
	if (attempt.journal.kind === 'practice') return true; // `who` decides: only members hold a practice role
	if (attempt.journal.kind === 'practitioner')
		return attempt.journal.id === account || offices.some((role) => act.who.includes(role) && roles.includes(role));
	if (isOffice(act, roles)) return true;
	const reach = reachOf(dossier, account, roles, now);
	return reach === 'desk' ? act.desk === true : reach !== undefined;
}

/** Some acts belong to an office of the practice, whoever cares for the client; they write in the joint part alone. */
const isOffice = ({ office }: Pick<Question['act'], 'office'>, roles: readonly Role[]): boolean =>
	office !== undefined && roles.includes(office);

/** The person themself, their representative in force, or a practitioner who writes down an oral or paper word. */
function maySpeak({ act, input, dossier, attempt, now }: Question, person: PersonId): boolean {
	const { account } = attempt.actor;
	if (account === undefined) return false;
	if (dossier.persons[person]?.account === account) return true;
	const me = personsOf(dossier, account).map((p) => p.id);
	if (representativesOf(dossier, person, now).some((r) => me.includes(r.by))) return true;
	return dossier.careTeam[account] !== undefined && act.means !== undefined && act.means(input) !== 'signature';
}

/** The parts of a journal an actor may open old lines of. */
export function partsWithin({
	dossier,
	roles,
	attempt,
	now,
}: Omit<Question, 'act' | 'input'>): (part: PartId) => boolean {
	if (attempt.journal.kind !== 'dossier' || attempt.actor.system) return () => true;
	const reach = reachOf(dossier, attempt.actor.account, roles, now);
	return (part) => reach !== undefined && reach !== 'desk' && reach.includes(part);
}

/** Lines are only ever written into dossiers and parts within the actor's own reach; reactions are the system's. */
export function outsideReach<F>(
	world: World<F>,
	held: Held,
	{ act, attempt, now }: Question,
	drafts: readonly Draft[],
): Refusal | undefined {
	const added = drafts.filter((d) => d.kind === 'person.added').map((d) => (d.data as { id: string }).id);
	for (const draft of drafts) {
		const journal = held.target(draft.in ?? attempt.journal);
		if (journal.ref.kind !== 'dossier' || journal.fresh) continue;
		const roles = rolesOf(world, held, { ...attempt, journal: journal.ref });
		const reach = isOffice(act, roles) ? [JOINT] : reachOf(dossierOf(journal), attempt.actor.account, roles, now);
		if (reach === undefined || (reach === 'desk' && !act.desk)) return refuse('act.notYourDossier');
		if (reach === 'desk') continue; // desk acts write agenda lines only, by their own schema
		const part = (draft as { part?: string }).part ?? JOINT;
		if (!reach.includes(part) && !added.includes(part)) return refuse('act.notYourPart');
	}
	return undefined;
}

/** Who signs the line: the account, in which role, as which person, by which means. */
export function authorOf({ act, input, dossier, roles, attempt }: Omit<Question, 'now'>): Author {
	const { account } = attempt.actor;
	const as = act.who.find((role) => roles.includes(role)) ?? 'public';
	const mine = personsOf(dossier, account).map((p) => p.id);
	const spoken = act.speaksFor?.(input);
	const person = spoken !== undefined && mine.includes(spoken) ? spoken : mine[0];
	return {
		as,
		...(account !== undefined && { account }),
		...(person !== undefined && { person }),
		...(act.means && { means: act.means(input) }),
	};
}
