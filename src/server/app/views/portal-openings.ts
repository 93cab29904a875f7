import type { Facts } from '#server/capabilities/index.ts';
import { type AccessLine, accessOf } from '#server/journal/access.ts';
import type { Role } from '#server/kernel/entry.ts';
import type { Instant } from '#server/kernel/time.ts';
import type { OpenPortal } from './portal.ts';

/** One opening of the file. */
export interface Opening {
	readonly at: Instant;
	readonly by: 'me' | { readonly name: string; readonly role?: Role } | 'somebodyWhoLeft';
	/** The place that was opened: the first word of the view's name in the access log. */
	readonly place: string;
}

/** Who opened this person's file: staff by name and role, oneself, and whoever represents them; nobody else's doings. */
export async function openingsOf({
	world,
	practice,
	id,
	who,
	facts,
	session,
}: OpenPortal): Promise<readonly Opening[]> {
	const lines = await accessOf(world, practice, id, { person: who.id, limit: 300 });
	return lines.flatMap((line) => openingOf(line, facts, session.account));
}

function openingOf({ at, account, what, outcome, reader }: AccessLine, facts: Facts, me: string): readonly Opening[] {
	if (outcome !== 'done' || !what.startsWith('read ') || account === undefined) return [];
	const opened = { at, place: what.slice('read '.length).split('.')[0] ?? '' };
	if (account === me) return [{ ...opened, by: 'me' }];
	const member = facts.practice.practice.members[account];
	if (member) return [{ ...opened, by: { name: member.name, ...roleOf(member.roles) } }];
	const person = Object.values(facts.dossier.joint.dossier.persons).find((p) => p.account === account);
	if (person) return reader === undefined ? [] : [{ ...opened, by: { name: person.name, role: 'representative' } }];
	return [{ ...opened, by: 'somebodyWhoLeft' }];
}

const nearest: readonly Role[] = ['practitioner', 'receptionist', 'privacyOfficer', 'conflictsOfficer', 'owner'];

/** Of somebody's roles, the one closest to a client. */
const roleOf = (roles: readonly Role[]): { readonly role?: Role } => {
	const role = nearest.find((r) => roles.includes(r));
	return role ? { role } : {};
};
