import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import type { Session } from '#server/capabilities/accounts/sessions.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { personsOf, type Reach, readingReachOf, rolesIn } from '#server/kernel/dossier.ts';
import type { Role } from '#server/kernel/entry.ts';
import { noteReading } from './access.ts';
import { factsOf } from './facts.ts';

/** What a view of a dossier may work with: its facts, who looks, and how far they reach. */
export interface Opened {
	readonly facts: Facts;
	readonly seq: number;
	readonly reach: Exclude<Reach, undefined>;
	readonly roles: readonly Role[];
	readonly session: Session;
}

/** Whoever is signed in, or the way to the sign-in page. */
export function signedIn({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): {
	readonly session: Session;
	readonly practice: string;
} {
	const { session, practice, lang } = locals;
	if (!practice || !session) redirect(303, `/${lang}/sign-in?back=${encodeURIComponent(url.pathname)}`);
	return { session, practice: practice.id };
}

/**
 * Open a dossier for a view: reach is checked, and the reading is written down before anything leaves. A dossier out of
 * reach answers exactly as one that does not exist.
 */
export async function openDossier(
	event: RequestEvent,
	view: string,
	id: string | undefined = event.params.dossier,
): Promise<Opened> {
	const { session, practice } = signedIn(event);
	const { world } = event.locals.app;
	const found = id && /^[0-9a-f-]{36}$/.test(id) ? await factsOf(world, practice, { kind: 'dossier', id }) : undefined;
	if (!found || !id) error(404);
	const { dossier } = found.facts.dossier.joint;
	const roles = [...session.roles, ...rolesIn(dossier, session.account, world.now())];
	const reach = readingReachOf(dossier, session.account, roles, world.now());
	if (!reach) error(404);
	const [reader] = dossier.careTeam[session.account] ? [] : personsOf(dossier, session.account);
	await noteReading(world, practice, {
		session,
		view,
		dossier: id,
		...(reader && reach !== 'desk' && { as: { reader: reader.id, parts: reach } }),
	});
	return { ...found, reach, roles, session };
}

/** Open a view of the practice or of one's own practice life, for members in these roles. */
export async function openPractice(
	event: RequestEvent,
	view: string,
	who: readonly Role[] = ['practitioner', 'owner', 'receptionist', 'privacyOfficer', 'conflictsOfficer'],
): Promise<Opened> {
	const { session, practice } = signedIn(event);
	const { world } = event.locals.app;
	if (!who.some((role) => session.roles.includes(role))) error(404);
	const found = await factsOf(world, practice, { kind: 'practice', id: practice }, session.account);
	const mine = await factsOf(world, practice, { kind: 'practitioner', id: session.account });
	if (!found) error(404);
	await noteReading(world, practice, { session, view });
	return {
		facts: { ...found.facts, practitioner: mine?.facts.practitioner ?? found.facts.practitioner },
		seq: found.seq,
		reach: [],
		roles: session.roles,
		session,
	};
}
