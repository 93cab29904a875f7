import type { Session } from '#server/capabilities/accounts/sessions.ts';
import type { Facts } from '#server/capabilities/index.ts';
import { noteAccess } from '#server/journal/access.ts';
import type { World } from '#server/journal/world.ts';
import type { JournalRef, PartId, PersonId } from '#server/kernel/journal.ts';
import type { Refusal } from '#server/kernel/refusal.ts';

interface Refused {
	readonly session: Session | undefined;
	readonly act: string;
	readonly journal: JournalRef;
	readonly refusal: Refusal;
}

/** A refused attempt is a line too; refusals of people who are not signed in are only counted (by the log's metrics). */
export async function noteRefusal(
	world: World<Facts>,
	practice: string,
	{ session, act, journal, refusal }: Refused,
): Promise<void> {
	if (!session) return;
	await noteAccess(world, practice, {
		at: world.now(),
		account: session.account,
		what: `refused ${act}`,
		outcome: [refusal.code, ...refusal.duties.map((d) => d.duty)].join(' '),
		...(journal.kind === 'dossier' && { subject: { journal: journal.id } }),
	});
}

interface Reading {
	readonly session: Session;
	readonly view: string;
	readonly dossier?: string;
	/** The person of the dossier who reads, and their parts: another person's reading is told to nobody else. */
	readonly as?: { readonly reader: PersonId; readonly parts: readonly PartId[] };
}

/** Reading is written down before the bytes leave: who opened which view of which dossier. */
export async function noteReading(
	world: World<Facts>,
	practice: string,
	{ session, view, dossier, as }: Reading,
): Promise<void> {
	await noteAccess(world, practice, {
		at: world.now(),
		account: session.account,
		what: `read ${view}`,
		outcome: 'done',
		...(as && { reader: as.reader }),
		...(dossier !== undefined && { subject: { journal: dossier, ...(as && { parts: as.parts }) } }),
	});
}
