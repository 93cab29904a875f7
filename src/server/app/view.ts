import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import type { Session } from '#server/capabilities/accounts/sessions.ts';
import { reachOf, type Reach, rolesIn } from '#server/kernel/dossier.ts';
import type { Role } from '#server/kernel/entry.ts';
import type { JournalKind, JournalRef } from '#server/kernel/journal.ts';
import { factsAt } from '#server/journal/facts.ts';
import type { JournalFacts, World } from '#server/journal/world.ts';
import { inPractice, type Tx } from '#server/platform/database.ts';
import { noteReading } from './access.ts';

/** What a view of a dossier may work with: its facts, who looks, and how far they reach. */
export interface Opened {
	readonly facts: Facts;
	readonly seq: number;
	readonly reach: Exclude<Reach, undefined>;
	readonly roles: readonly Role[];
	readonly session: Session;
}

interface Head {
	readonly id: string;
	readonly kind: JournalKind;
	readonly seq: number;
	readonly hash: Buffer;
	readonly practitioner_id: string | null;
}

async function headsOf(tx: Tx, practice: string, ids: readonly string[]): Promise<ReadonlyMap<string, Head>> {
	const { rows } = await sql<Head>`select id, kind, seq, hash, practitioner_id from journal where practice_id = ${practice} and id = any(${ids})`.execute(tx);
	return new Map(rows.map((r) => [r.id, r]));
}

/** Facts as seen from one journal: its own, and the practice's and practitioner's beside it; undefined when there is none. */
export async function factsOf(world: World<Facts>, practice: string, ref: JournalRef, viewer?: string): Promise<{ readonly facts: Facts; readonly seq: number } | undefined> {
	return inPractice(world.db, practice, async (tx) => {
		const heads = new Map(await headsOf(tx, practice, [ref.id, practice]));
		const own = heads.get(ref.id);
		if (!own || own.kind !== ref.kind) return undefined;
		const practitioner = own.kind === 'practitioner' ? own.id : (own.practitioner_id ?? viewer);
		if (practitioner && !heads.has(practitioner)) for (const [id, head] of await headsOf(tx, practice, [practitioner])) heads.set(id, head);
		const at = async (id: string | null | undefined): Promise<JournalFacts | undefined> => {
			const head = id ? heads.get(id) : undefined;
			return head && factsAt(world, tx, practice, head, head);
		};
		const dossier = own.kind === 'dossier' ? await at(own.id) : undefined;
		return { facts: world.model.assemble({ dossier, practitioner: await at(practitioner), practice: await at(practice) }), seq: own.seq };
	});
}

/** Whoever is signed in, or the way to the sign-in page. */
export function signedIn({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): { readonly session: Session; readonly practice: string } {
	const { session, practice, lang } = locals;
	if (!practice || !session) redirect(303, `/${lang}/sign-in?back=${encodeURIComponent(url.pathname)}`);
	return { session, practice: practice.id };
}

/**
 * Open a dossier for a view: reach is checked, and the reading is written down before anything leaves. A dossier out of
 * reach answers exactly as one that does not exist.
 */
export async function openDossier(event: RequestEvent, view: string, id: string | undefined = event.params.dossier): Promise<Opened> {
	const { session, practice } = signedIn(event);
	const { world } = event.locals.app;
	const found = id && /^[0-9a-f-]{36}$/.test(id) ? await factsOf(world, practice, { kind: 'dossier', id }) : undefined;
	if (!found || !id) error(404);
	const { dossier } = found.facts.dossier.joint;
	const roles = [...session.roles, ...rolesIn(dossier, session.account, world.now())];
	const reach = reachOf(dossier, session.account, roles, world.now());
	if (!reach) error(404);
	await noteReading(world, practice, { session, view, dossier: id });
	return { ...found, reach, roles, session };
}

/** Open a view of the practice or of one's own practice life, for members in these roles. */
export async function openPractice(event: RequestEvent, view: string, who: readonly Role[] = ['practitioner', 'owner', 'receptionist', 'privacyOfficer', 'conflictsOfficer']): Promise<Opened> {
	const { session, practice } = signedIn(event);
	const { world } = event.locals.app;
	if (!who.some((role) => session.roles.includes(role))) error(404);
	const found = await factsOf(world, practice, { kind: 'practice', id: practice }, session.account);
	const mine = await factsOf(world, practice, { kind: 'practitioner', id: session.account });
	if (!found) error(404);
	await noteReading(world, practice, { session, view });
	return { facts: { ...found.facts, practitioner: mine?.facts.practitioner ?? found.facts.practitioner }, seq: found.seq, reach: [], roles: session.roles, session };
}
