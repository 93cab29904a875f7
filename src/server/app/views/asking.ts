import type { RequestEvent } from '@sveltejs/kit';
import { sql } from 'kysely';
import type { Facts } from '#server/capabilities/index.ts';
import { openBriefs, type StoredBrief } from '#server/journal/brief.ts';
import type { World } from '#server/journal/world.ts';
import { present } from '#server/kernel/dossier.ts';
import { DAY, type Instant } from '#server/kernel/time.ts';
import { inPractice } from '#server/platform/database.ts';
import type { Brief } from '../brief.ts';
import type { Listed } from '../lists.ts';
import { openDossier } from '../view.ts';
import { contactOf } from './persons.ts';

/** A first meeting that was asked for, and that nobody has answered yet. */
export interface Asking {
	readonly id: string;
	readonly label: string;
	readonly since: Instant;
}

/** Those of a list, whoever has waited longest first. */
export const askingOf = (briefs: readonly Listed[]): readonly Asking[] =>
	briefs
		.flatMap(({ id, label, asks }) => (asks === undefined ? [] : [{ id, label, since: asks }]))
		.toSorted((a, b) => a.since - b.since);

const SHOWN = 8;

/** The same with the safe way to call each one back. Their files are opened for it, and that is written down. */
export const withContacts = (event: RequestEvent, asking: readonly Asking[]) =>
	Promise.all(
		asking.slice(0, SHOWN).map(async (one) => {
			const { facts } = await openDossier(event, 'today', one.id);
			const here = present(facts.dossier.joint.dossier);
			const person = here.find((p) => p.roles.includes('requester')) ?? here[0];
			const contact = person && contactOf(facts, person.id);
			return { ...one, ...(person && { name: person.name }), ...(contact && { contact }) };
		}),
	);

const WINDOW = 90 * DAY;
const LOOKED_AT = 300;
type Row = StoredBrief & { readonly practitioner_id: string | null };

/** For the desk, everybody's requests of these last months: a name, since when, and whose answer it awaits. */
export const askingAtDesk = (
	world: World<Facts>,
	practice: string,
): Promise<readonly (Asking & { readonly practitioner: string })[]> =>
	inPractice(world.db, practice, async (tx) => {
		const { rows } = await sql<Row>`select b.journal_id, b.seq, b.key_id, b.sealed, j.practitioner_id
			from journal j join brief b on b.practice_id = j.practice_id and b.journal_id = j.id
			where j.practice_id = ${practice} and j.kind = 'dossier' and j.created_at > ${world.now() - WINDOW}
			order by j.created_at desc limit ${LOOKED_AT}`.execute(tx);
		const opened = await openBriefs<Brief, Row, Facts>(world, tx, practice, rows);
		const asking = opened.flatMap(({ row, brief: { label, asks } }) =>
			asks === undefined ? [] : [{ id: row.journal_id, label, since: asks, practitioner: row.practitioner_id ?? '' }],
		);
		return asking.toSorted((a, b) => a.since - b.since).slice(0, SHOWN);
	});
